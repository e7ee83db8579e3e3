package dev.tollgate.local.clock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The wall clock plus an offset that only grows; a tenant may be ahead of it by an offset of its
 * own. The functions, behind their own class loaders, read both from system properties.
 */
public final class StackClock implements InstantSource, AutoCloseable {
  /** The tenant's own property is this, a dot, and the tenant's id. */
  public static final String PROPERTY = "tollgate.clock.offset";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final InstantSource wall = Clock.systemUTC();
  private final @Nullable Path file;
  private final Map<String, Duration> tenants = new TreeMap<>();
  private Duration offset = Duration.ZERO;

  private StackClock(@Nullable Path file) {
    this.file = file;
  }

  /**
   * @param file where the offsets survive a restart; null for nowhere
   */
  public static StackClock open(@Nullable Path file) {
    StackClock clock = new StackClock(file);
    if (file != null && Files.exists(file)) {
      clock.load(file);
    }
    clock.publish();
    return clock;
  }

  @Override
  public synchronized Instant instant() {
    return wall.instant().plus(offset);
  }

  public synchronized Instant instant(String tenant) {
    return instant().plus(tenants.getOrDefault(tenant, Duration.ZERO));
  }

  /** How far each tenant that has a time of its own is ahead of the stack. */
  public synchronized Map<String, Duration> tenants() {
    return Map.copyOf(tenants);
  }

  /** Never moves backwards; a time that has passed changes nothing. */
  public synchronized void moveTo(Instant time) {
    Duration ahead = Duration.between(instant(), time);
    if (ahead.isPositive()) {
      offset = offset.plus(ahead);
      publish();
    }
  }

  /** Never moves backwards; the stack and its other tenants stay where they are. */
  public synchronized void moveTo(Instant time, String tenant) {
    Duration ahead = Duration.between(instant(tenant), time);
    if (ahead.isPositive()) {
      tenants.merge(tenant, ahead, Duration::plus);
      publish();
    }
  }

  private void publish() {
    System.setProperty(PROPERTY, offset.toString());
    tenants.forEach((id, ahead) -> System.setProperty(PROPERTY + "." + id, ahead.toString()));
    if (file != null) {
      save(file);
    }
  }

  private void save(Path target) {
    ObjectNode json = JSON.createObjectNode().put("offset", offset.toString());
    ObjectNode byTenant = json.putObject("tenants");
    tenants.forEach((id, ahead) -> byTenant.put(id, ahead.toString()));
    try {
      Files.writeString(target, json.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("the clock could not be stored", e);
    }
  }

  private void load(Path source) {
    try {
      JsonNode json = JSON.readTree(source.toFile());
      offset = Duration.parse(json.path("offset").asText("PT0S"));
      json.path("tenants")
          .properties()
          .forEach(e -> tenants.put(e.getKey(), Duration.parse(e.getValue().asText())));
    } catch (IOException e) {
      throw new UncheckedIOException("the clock of earlier runs cannot be read", e);
    }
  }

  /** Takes the offsets back, for whatever else runs in this process. */
  @Override
  public synchronized void close() {
    System.clearProperty(PROPERTY);
    tenants.keySet().forEach(id -> System.clearProperty(PROPERTY + "." + id));
  }
}
