package dev.tollgate.core.mailing;

import dev.tollgate.core.accounts.Standing;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.entitlements.Entitlements;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.MessageId;
import dev.tollgate.core.kernel.ReservationId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.messages.Mail;
import dev.tollgate.core.messages.Mailer;
import dev.tollgate.core.messages.Suppressions;
import dev.tollgate.core.quota.Demand;
import dev.tollgate.core.quota.Kept;
import dev.tollgate.core.quota.MeterState;
import dev.tollgate.core.quota.Reservation;
import dev.tollgate.core.quota.ReservingQuota;
import dev.tollgate.core.quota.SettlingReservation;
import java.time.Duration;
import java.util.List;

/**
 * A tenant sends one mail to somebody: set one aside of what it may send this month, send, keep it.
 * The reservation has its id from the message, so a message that comes again is the same mail and
 * counts once. What was full, refused or suppressed is not lost: whoever asked hears it and
 * decides.
 *
 * <p>A death after the mail service took the mail and before it was kept sends it again with the
 * next delivery, and counts it once all the same.
 */
public final class SendingForTenant {
  /** Longer than any queue brings a message back, so that no retry finds its own hold expired. */
  private static final Duration HELD = Duration.ofHours(12);

  /** A message that has expired so often is given up. */
  private static final int MOST_HOLDS = 14;

  private final ReservingQuota reserving;
  private final SettlingReservation settling;
  private final Suppressions suppressions;
  private final Mailer mailer;

  public SendingForTenant(
      ReservingQuota reserving,
      SettlingReservation settling,
      Suppressions suppressions,
      Mailer mailer) {
    this.reserving = reserving;
    this.settling = settling;
    this.suppressions = suppressions;
    this.mailer = mailer;
  }

  /**
   * Throws {@link Unavailable} where it is unknown whether the mail went out; call again with the
   * same message then.
   */
  public Outcome send(Tenancy tenancy, MessageId message, Mail mail) {
    if (tenancy.account().standing() instanceof Standing.Suspended) {
      return new Suspended();
    }
    if (suppressions.find(mail.to()).isPresent()) {
      return new Suppressed();
    }
    Mail theirs = mail.sentFor(tenancy.account().id());
    for (int hold = 0; hold < MOST_HOLDS; hold++) {
      ReservationId id = id(tenancy.account().id(), message, hold);
      switch (reserving.reserve(tenancy, wish(id))) {
        case ReservingQuota.Reserved reserved -> {
          switch (reserved.reservation().state()) {
            case RESERVED -> {
              return sendHeld(theirs, reserved.reservation());
            }
            case COMMITTED -> {
              return new SentBefore();
            }
            case RELEASED -> {
              return new Refused("refused_before");
            }
            case EXPIRED -> {}
          }
        }
        case ReservingQuota.Refused full -> {
          return new Full(full.entitlements(), full.over());
        }
        case ReservingQuota.Invalid _ -> {
          return sendUncounted(theirs);
        }
        case ReservingQuota.IdTaken _ ->
            throw new IllegalStateException("a message's reservation stands for something else");
      }
    }
    return new Refused("too_late");
  }

  private Outcome sendHeld(Mail mail, Reservation held) {
    return switch (mailer.send(mail)) {
      case Mailer.Outcome.Accepted _ -> {
        settling.commit(held.tenant(), held.id(), new Kept.Everything());
        yield new Sent();
      }
      case Mailer.Outcome.Refused refused -> {
        settling.release(held.tenant(), held.id());
        yield new Refused(refused.reason());
      }
    };
  }

  /** The edition does not count mails. */
  private Outcome sendUncounted(Mail mail) {
    return switch (mailer.send(mail)) {
      case Mailer.Outcome.Accepted _ -> new Sent();
      case Mailer.Outcome.Refused refused -> new Refused(refused.reason());
    };
  }

  private static ReservingQuota.Wish wish(ReservationId id) {
    return new ReservingQuota.Wish(id, List.of(new Demand(Meter.EMAILS, 1)), HELD);
  }

  private static ReservationId id(TenantId tenant, MessageId message, int hold) {
    return ReservationId.derived(tenant, "mail " + message.value() + " " + hold);
  }

  /** What became of it. */
  public sealed interface Outcome {}

  public record Sent() implements Outcome {}

  /** With an earlier delivery of the same message. */
  public record SentBefore() implements Outcome {}

  /** Every limit that refused; nothing was sent. */
  public record Full(Entitlements entitlements, List<MeterState> over) implements Outcome {}

  /** The address gets no mail. Nothing was counted. */
  public record Suppressed() implements Outcome {}

  /** A suspended tenant sends nothing. Nothing was counted. */
  public record Suspended() implements Outcome {}

  /** The mail service will never take it. Nothing was counted. */
  public record Refused(String reason) implements Outcome {}
}
