package dev.tollgate.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Asks Tollgate on behalf of the tenant whose API key it has. Immutable and safe for many threads;
 * make one and keep it.
 *
 * <p>Every method asks again after lost connections, timeouts, 429, 502, 503 and 504, until the
 * patience ends; then, or when the answer makes no sense, it throws {@link TollgateUnavailable} and
 * never says yes. It throws {@link TollgateRefused} for a key that is not valid or lacks the scope,
 * and {@link IllegalArgumentException} for what need not be sent: no meter's key, an amount below
 * 1.
 */
public final class Tollgate {
  private final Settings settings;
  private final Line line;
  private final ReservationIds ids;

  private Tollgate(Settings settings) {
    this.settings = settings;
    this.line = new Line(settings);
    this.ids = new ReservationIds(settings.random());
  }

  /**
   * With 2 seconds for a connection, 3 for an attempt, 10 of patience, and reservations that hold
   * for 5 minutes.
   *
   * @param base {@code https://}, host, and what stands before {@code /api/v1}, if anything does
   * @param apiKey with the scopes {@code quota:read}, {@code quota:write} and {@code usage:read},
   *     as far as they are used
   */
  public static Tollgate at(URI base, String apiKey) {
    return new Tollgate(
        new Settings(
            Address.checked(base),
            new Secret(apiKey),
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build(),
            Duration.ofSeconds(3),
            Duration.ofSeconds(10),
            Duration.ofMinutes(5),
            InstantSource.system(),
            new SecureRandom(),
            Thread::sleep));
  }

  /** One that follows redirects is refused: it would take the key to another host. */
  public Tollgate with(HttpClient http) {
    return new Tollgate(settings.with(http));
  }

  /** For one attempt, from its start to the answer's last byte. */
  public Tollgate withTimeout(Duration timeout) {
    return new Tollgate(settings.withTimeout(timeout));
  }

  /**
   * Within which attempts may begin, pauses included; zero for one attempt. So a call takes at most
   * this and one timeout.
   */
  public Tollgate withPatience(Duration patience) {
    return new Tollgate(settings.withPatience(patience));
  }

  /** How long reservations last whose caller does not say. */
  public Tollgate withHold(Duration hold) {
    return new Tollgate(settings.withHold(hold));
  }

  public Tollgate with(InstantSource time) {
    return new Tollgate(settings.with(time));
  }

  /** For the ids, which must be unguessable and unlike any other's, and for the pauses. */
  public Tollgate with(RandomGenerator random) {
    return new Tollgate(settings.with(random));
  }

  public Tollgate with(Pause pause) {
    return new Tollgate(settings.with(pause));
  }

  /** Whether that much would fit now. Changes nothing and holds nothing. */
  public CheckAnswer check(String meter, long amount) {
    Wishes.requireMeter(meter);
    Wishes.requireAmount(amount);
    return line.ask(Ask.post("/quota/check", Wishes.item(meter, amount)), Tollgate::checked);
  }

  /** As {@link #reserve(Map, Duration)}, of one meter. */
  public ReserveAnswer reserve(String meter, long amount, Duration ttl) {
    return reserve(Map.of(meter, amount), ttl);
  }

  /**
   * Takes all of it or nothing.
   *
   * @param amounts by meter, each 1 or more
   * @param ttl in whole seconds, after which what was not committed goes back by itself
   */
  public ReserveAnswer reserve(Map<String, Long> amounts, Duration ttl) {
    Map<String, Long> wanted = Wishes.toReserve(amounts);
    Wishes.requireSeconds(ttl);
    String id = ids.next(settings.time().instant());
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", id);
    body.put("items", Wishes.items(wanted));
    body.put("ttl_seconds", ttl.toSeconds());
    return line.ask(
        Ask.post("/quota/reservations", body),
        reply ->
            switch (reply.status()) {
              case 200, 201 -> Reservation.read(reply.fields(), line, id, wanted);
              default -> refusal(reply.problem());
            });
  }

  /** As {@link #withQuota(Map, Duration, Work)}, of one meter. */
  public <T extends @Nullable Object, E extends Exception> Outcome<T> withQuota(
      String meter, long amount, Work<T, E> work) throws E {
    return withQuota(Map.of(meter, amount), settings.hold(), work);
  }

  /**
   * Reserves, runs the work, and commits. If the work throws, the reservation is released and the
   * same exception thrown; if the release fails too, that is suppressed in it, and the reservation
   * expires by itself.
   *
   * <p>Throws {@link TollgateUnavailable} before the work when nothing could be reserved, and after
   * it when the commit's answer stays unknown: then it was counted, or the reservation expires by
   * itself and it is not. Work that keeps its own results can tell the two apart.
   *
   * @param hold longer than the work ever takes
   */
  public <T extends @Nullable Object, E extends Exception> Outcome<T> withQuota(
      Map<String, Long> amounts, Duration hold, Work<T, E> work) throws E {
    return switch (reserve(amounts, hold)) {
      case Reservation reservation -> new RunningUnderQuota(reservation).counted(work);
      case Refusal refusal -> new Outcome.NotDone<>(refusal);
    };
  }

  /** As {@link #withQuotaUpTo(Map, Duration, Work)}, of one meter. */
  public <T extends @Nullable Object, E extends Exception> Outcome<T> withQuotaUpTo(
      String meter, long most, Work<Used<T>, E> work) throws E {
    return withQuotaUpTo(Map.of(meter, most), settings.hold(), work);
  }

  /**
   * As {@link #withQuota(Map, Duration, Work)}, for work that knows only afterwards what it took;
   * the rest goes back. Work that says it took more than was reserved is a bug: what is reserved is
   * counted, and {@link IllegalArgumentException} thrown.
   *
   * @param most that the work can take, by meter
   */
  public <T extends @Nullable Object, E extends Exception> Outcome<T> withQuotaUpTo(
      Map<String, Long> most, Duration hold, Work<Used<T>, E> work) throws E {
    return switch (reserve(most, hold)) {
      case Reservation reservation -> new RunningUnderQuota(reservation).measured(work);
      case Refusal refusal -> new Outcome.NotDone<>(refusal);
    };
  }

  public Usage usage(String meter) {
    Wishes.requireMeter(meter);
    return line.ask(
        Ask.get("/usage/" + meter),
        reply -> {
          Usage usage = Usage.read(ok(reply));
          if (!usage.meter().equals(meter)) {
            throw new Unreadable("it is about another meter");
          }
          return usage;
        });
  }

  public Entitlements entitlements() {
    return line.ask(Ask.get("/entitlements"), reply -> Entitlements.read(ok(reply)));
  }

  /** Whether the tenant may use the feature now. Asks each time; for several, ask for all. */
  public boolean has(String feature) {
    return line.ask(Ask.get("/entitlements"), reply -> has(feature, reply));
  }

  private static boolean has(String feature, Reply reply) {
    if (reply.status() == 200) {
      return Entitlements.read(reply.fields()).has(feature);
    }
    Problem problem = reply.problem();
    if (problem.blocked().isPresent()) {
      return false;
    }
    throw problem.exception();
  }

  private static CheckAnswer checked(Reply reply) {
    if (reply.status() == 200) {
      return Checked.read(reply.fields());
    }
    Problem problem = reply.problem();
    return problem.blocked().orElseThrow(problem::exception);
  }

  private static Refusal refusal(Problem problem) {
    return problem.refusal().orElseThrow(problem::exception);
  }

  private static Fields ok(Reply reply) {
    if (reply.status() == 200) {
      return reply.fields();
    }
    throw reply.problem().exception();
  }

  /** Shows where Tollgate is, and no key. */
  @Override
  public String toString() {
    return "Tollgate[" + settings.base() + "]";
  }
}
