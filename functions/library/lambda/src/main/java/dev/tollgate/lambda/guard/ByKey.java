package dev.tollgate.lambda.guard;

import dev.tollgate.core.apikeys.Scope;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A guarded route that a program may call too, with a key of this scope. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ByKey {
  Scope value();
}
