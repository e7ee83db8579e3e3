package dev.tollgate.lambda.guard;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A guarded route for tenants that have a feature, by plan or by override; else 402. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Needs {
  /** The feature's key; nobody has one that the edition does not declare. */
  String value();
}
