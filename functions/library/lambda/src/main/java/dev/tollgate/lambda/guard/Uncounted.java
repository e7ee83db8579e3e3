package dev.tollgate.lambda.guard;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route whose calls are not counted: an open one not against its client's address, a guarded one
 * not against the plan's {@code api_calls}. The rates of a tenant, and those of an address that
 * fails to say who it is, hold on every guarded route.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Uncounted {

  /** Why it is not counted. */
  String because();
}
