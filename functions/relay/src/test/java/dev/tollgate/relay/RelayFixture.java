package dev.tollgate.relay;

import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.MessageId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.messages.Announcement.VerificationRequested;
import dev.tollgate.core.messages.Consumer;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.messages.MessageFields;
import dev.tollgate.core.messages.MessageQueue;
import dev.tollgate.core.messages.Outbox;
import dev.tollgate.lambda.events.StreamRecord;
import dev.tollgate.lambda.logging.Log;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** An outbox and a queue in memory, each of which can be made to fail. */
final class RelayFixture implements Outbox, MessageQueue, Time {
  static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  final List<Message> sent = new ArrayList<>();
  final Map<MessageId, Message> waiting = new LinkedHashMap<>();
  Predicate<Message> refusing = _ -> false;
  Runnable beforeSend = () -> {};
  Runnable beforeForget = () -> {};
  int sends;

  /** Of the tenant, before everybody. */
  Duration ahead = Duration.ZERO;

  private final Ids ids = new Ids(new Random(1));
  private final TenantId tenant = ids.tenant(NOW);
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final Log log = new Log(new PrintStream(written, true, StandardCharsets.UTF_8), "relay");
  private final Relaying relaying = new Relaying(this, this, log);

  RelayingStream stream() {
    return new RelayingStream(relaying);
  }

  SweepingOutbox sweep() {
    return new SweepingOutbox(this, relaying, this, log);
  }

  Message written(Duration ago) {
    Instant at = NOW.minus(ago);
    Message message = Message.of(new VerificationRequested(ids.user(at)), tenant, at, ids);
    waiting.put(message.id(), message);
    return message;
  }

  String logged() {
    return written.toString(StandardCharsets.UTF_8);
  }

  static StreamRecord inserted(Message message) {
    return record("INSERT", "OUTBOX#" + message.id().value(), MessageFields.write(message));
  }

  static StreamRecord record(String change, String sort, Map<String, String> message) {
    return new StreamRecord(
        change, sort, Map.of("pk", "TENANT#x", "sk", sort), Map.of("message", message));
  }

  static Runnable unavailable() {
    return () -> {
      throw new Unavailable("down");
    };
  }

  @Override
  public List<Message> overdue(Instant before, int limit) {
    return waiting.values().stream().filter(m -> m.at().isBefore(before)).limit(limit).toList();
  }

  @Override
  public List<Message> overdue(TenantId of, Instant before) {
    return of.equals(tenant) ? overdue(before, Integer.MAX_VALUE) : List.of();
  }

  @Override
  public void relayed(List<Message> messages) {
    beforeForget.run();
    messages.forEach(message -> waiting.remove(message.id()));
  }

  @Override
  public Set<MessageId> send(Consumer consumer, List<Message> messages) {
    sends++;
    beforeSend.run();
    messages.stream().filter(refusing.negate()).forEach(sent::add);
    return messages.stream().filter(refusing).map(Message::id).collect(Collectors.toSet());
  }

  @Override
  public Instant now() {
    return NOW;
  }

  @Override
  public Instant now(TenantId tenantId) {
    return NOW.plus(ahead().getOrDefault(tenantId, Duration.ZERO));
  }

  @Override
  public Map<TenantId, Duration> ahead() {
    return ahead.isZero() ? Map.of() : Map.of(tenant, ahead);
  }
}
