package dev.tollgate.lambda.guard;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A guarded GET of what a tenant has made so far: it stays open for the edition's read-only window
 * when the subscription is no longer live.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface History {}
