package dev.tollgate.admin;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/**
 * What shall be different about a plan; what is absent stays.
 *
 * @param version that was looked at; refused where somebody was faster
 * @param monthlyPriceCents in minor units of the edition's currency
 * @param annualPriceCents for a whole year; 0 takes the annual price away
 * @param archived whether nobody new may have it
 * @param limits by meter; null is unlimited, and what is not named stays
 */
@Introspected
record PlanEdit(
    String plan,
    Long version,
    @Nullable String displayName,
    @Nullable String description,
    @Nullable Long monthlyPriceCents,
    @Nullable Long annualPriceCents,
    @Nullable Long sortOrder,
    @Nullable Boolean isPublic,
    @Nullable Boolean archived,
    @Nullable LimitChanges limits) {}
