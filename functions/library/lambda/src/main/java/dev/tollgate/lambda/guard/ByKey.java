package dev.tollgate.lambda.guard;

import dev.tollgate.core.apikeys.Scope;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A guarded route that programs may call too, by an API key with this scope. It asks for the
 * caller's {@code Tenancy}, since a key is no person.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ByKey {
  Scope value();
}
