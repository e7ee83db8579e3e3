package dev.tollgate.core.editions;

/** All that a subscription's state depends on beside itself and the time. */
public record SubscriptionTerms(TrialPolicy trial, DunningPolicy dunning) {}
