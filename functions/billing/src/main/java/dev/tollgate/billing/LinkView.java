package dev.tollgate.billing;

import io.micronaut.serde.annotation.Serdeable;

/** A page of the payment provider to go to. */
@Serdeable
record LinkView(String url) {}
