package dev.tollgate.core.limits;

import java.time.Instant;

/** The attempts counted since one of them opened it. */
public record Window(Instant opened, int hits) {}
