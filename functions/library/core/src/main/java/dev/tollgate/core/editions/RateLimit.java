package dev.tollgate.core.editions;

/**
 * How often one public route may be called.
 *
 * @param perAddress counts by the client's network address
 * @param perEmail counts by the e-mail address that the request names, where it names one
 */
public record RateLimit(RateRule perAddress, RateRule perEmail) {}
