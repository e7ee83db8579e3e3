package dev.tollgate.core.onboarding;

import java.util.OptionalLong;

/**
 * A place in an account, which the meter of users counts with the person who takes it.
 *
 * @param most how many people there may be; empty for any number
 * @param seen the version of the enrollment that says so
 */
public record Seat(OptionalLong most, long seen) {}
