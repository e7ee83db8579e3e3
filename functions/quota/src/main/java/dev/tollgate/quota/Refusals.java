package dev.tollgate.quota;

import dev.tollgate.core.quota.Reservation;
import dev.tollgate.lambda.http.Problem;
import dev.tollgate.lambda.http.Response;

/** What this door refuses, in the contract's words. */
final class Refusals {
  private Refusals() {}

  static Response idTaken() {
    return Problem.of(
            409,
            "reservation_id_taken",
            "The id stands for another reservation",
            "Make a new id for new work; ask again under this one only for the same amounts.")
        .response();
  }

  static Response keyReused() {
    return Problem.of(
            422,
            "idempotency_key_reused",
            "The idempotency key belongs to another request",
            "Use a new key for a new request.")
        .response();
  }

  /** It has come to an end that what was asked for cannot follow. */
  static Response over(Reservation reservation) {
    String detail =
        switch (reservation.state()) {
          case EXPIRED -> "Its time was over, and its quota was given back; reserve again.";
          case RELEASED -> "Its quota was given back; reserve again.";
          case COMMITTED -> "What it counts was used, and cannot be given back.";
          case RESERVED -> throw new IllegalStateException("a reservation that is not over");
        };
    String state = reservation.state().wireName();
    return Problem.of(409, "reservation_" + state, "The reservation is " + state, detail)
        .response();
  }
}
