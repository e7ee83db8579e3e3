package dev.tollgate.client;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A client beside its server, with a clock that only pauses move. */
final class Desk implements AutoCloseable {
  static final Instant START = Instant.parse("2026-05-01T10:00:00Z");
  static final String KEY = "tg_hush";

  final ScriptedTollgate server = new ScriptedTollgate();
  final List<Duration> pauses = new ArrayList<>();
  final Tollgate tollgate = client();

  Desk() throws IOException {}

  private Tollgate client() {
    return Tollgate.at(server.base(), KEY)
        .withTimeout(Duration.ofSeconds(30)) // longer than a machine is ever busy
        .with(() -> pauses.stream().reduce(START, Instant::plus, (_, last) -> last))
        .with(new Random(7))
        .with((Pause) pauses::add);
  }

  Reservation reservation() {
    server.reserves();
    return (Reservation) tollgate.reserve("emails", 5, Duration.ofMinutes(5));
  }

  List<String> asked() {
    return server.calls().stream().map(ScriptedTollgate.Call::toString).toList();
  }

  @Override
  public void close() {
    server.close();
  }
}
