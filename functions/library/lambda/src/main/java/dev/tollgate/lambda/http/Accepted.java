package dev.tollgate.lambda.http;

import io.micronaut.serde.annotation.Serdeable;

/** The body of an answer that must not tell anything. */
@Serdeable
record Accepted(String status) {}
