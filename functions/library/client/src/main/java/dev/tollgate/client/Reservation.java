package dev.tollgate.client;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * Quota that is held until it is committed, released, or expires. All three may be said again, also
 * by several threads: the first that reaches Tollgate counts. Methods throw {@link
 * TollgateUnavailable}, and {@link TollgateRefused} when it is not theirs any more to decide.
 */
public final class Reservation implements ReserveAnswer {
  private static final Set<String> LAPSES = Set.of("reservation_expired", "reservation_released");

  private final Line line;
  private final String id;
  private final Map<String, Long> amounts;
  private final Instant expiresAt;

  private Reservation(Line line, String id, Map<String, Long> amounts, Instant expiresAt) {
    this.line = line;
    this.id = id;
    this.amounts = amounts;
    this.expiresAt = expiresAt;
  }

  static Reservation read(Fields fields, Line line, String id, Map<String, Long> amounts) {
    if (!fields.text("id").equals(id) || !fields.text("state").equals("reserved")) {
      throw new Unreadable("it is not about this reservation");
    }
    return new Reservation(line, id, amounts, fields.time("expires_at"));
  }

  public String id() {
    return id;
  }

  /** What was asked for, by meter. */
  public Map<String, Long> amounts() {
    return amounts;
  }

  /** By Tollgate's clock. */
  public Instant expiresAt() {
    return expiresAt;
  }

  /** Counts all of it as used. */
  public CommitAnswer commit() {
    return commitWith(Map.of());
  }

  /**
   * Counts this much as used and gives the rest back.
   *
   * @param used for each reserved meter, from 0 to what is reserved
   */
  public CommitAnswer commit(Map<String, Long> used) {
    Wishes.requireWithin(amounts, used);
    return commitWith(Map.of("items", Wishes.items(used)));
  }

  /** Gives all of it back. Nothing happens to one that expired, or was released before. */
  public void release() {
    line.ask(Ask.delete(path()), this::released);
  }

  private CommitAnswer commitWith(Map<String, Object> body) {
    return line.ask(Ask.post(path() + "/commit", body), this::committed);
  }

  private CommitAnswer committed(Reply reply) {
    if (reply.status() == 200) {
      String about = reply.fields().optionalText("id").orElse(id);
      if (!about.equals(id)) {
        throw new Unreadable("it is not about this reservation");
      }
      return new CommitAnswer.Committed();
    }
    Problem problem = reply.problem();
    if (problem.status() == 404 || LAPSES.contains(problem.error())) {
      return new CommitAnswer.Lapsed(problem.error(), problem.detail());
    }
    throw problem.exception();
  }

  private Reservation released(Reply reply) {
    if (reply.status() != 204 && reply.problem().status() != 404) {
      throw reply.problem().exception();
    }
    return this;
  }

  private String path() {
    return "/quota/reservations/" + id;
  }

  @Override
  public String toString() {
    return "Reservation[" + id + ", " + amounts + ", until " + expiresAt + "]";
  }
}
