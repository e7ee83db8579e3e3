package dev.tollgate.core.entitlements;

/** Whether a tenant has a feature. */
public record FeatureRight(boolean enabled, Why why) {}
