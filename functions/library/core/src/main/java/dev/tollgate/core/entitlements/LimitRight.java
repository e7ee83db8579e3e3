package dev.tollgate.core.entitlements;

import dev.tollgate.core.editions.Enforcement;
import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.editions.MeterPolicy;

/**
 * How much of a meter a tenant may use.
 *
 * @param enforcement what the limit does for this tenant now; overage only where somebody pays it
 */
public record LimitRight(MeterPolicy policy, Limit limit, Enforcement enforcement, Why why) {}
