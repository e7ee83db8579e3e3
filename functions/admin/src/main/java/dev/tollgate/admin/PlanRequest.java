package dev.tollgate.admin;

import io.micronaut.core.annotation.Introspected;

/**
 * A plan for one tenant.
 *
 * @param plan free, or agreed between people
 */
@Introspected
record PlanRequest(String plan) {}
