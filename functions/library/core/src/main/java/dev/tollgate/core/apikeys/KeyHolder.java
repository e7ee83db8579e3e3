package dev.tollgate.core.apikeys;

import dev.tollgate.core.identity.Tenancy;

/** A program that showed a key, and the tenant it works for. */
public record KeyHolder(ApiKey key, Tenancy tenancy) {}
