package dev.tollgate.lambda.views;

import io.micronaut.serde.annotation.Serdeable;

/**
 * An error (RFC 9457). Some errors carry further members, which the contract names.
 *
 * @param error the stable code to program against
 */
@Serdeable
public record ProblemView(String type, String title, int status, String detail, String error) {}
