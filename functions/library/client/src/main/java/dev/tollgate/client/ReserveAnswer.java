package dev.tollgate.client;

/** What became of a wish to reserve: a {@link Reservation}, {@link Refused} or {@link Blocked}. */
public sealed interface ReserveAnswer permits Reservation, Refusal {}
