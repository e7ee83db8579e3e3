package dev.tollgate.local.streams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far each shard of a stream has been delivered. It moves only after a batch is done, so a
 * restart repeats what was under way and never leaves anything out.
 */
final class Checkpoint {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final @Nullable Path file;
  private final String streamArn;
  private final Map<String, String> delivered = new TreeMap<>();
  private final Set<String> finished = new HashSet<>();

  private Checkpoint(@Nullable Path file, String streamArn) {
    this.file = file;
    this.streamArn = streamArn;
  }

  /** What was stored for another stream, of a table since made anew, does not count. */
  static Checkpoint open(@Nullable Path file, String streamArn) {
    Checkpoint checkpoint = new Checkpoint(file, streamArn);
    if (file != null && Files.exists(file)) {
      checkpoint.load(file);
    }
    return checkpoint;
  }

  /** The last sequence number that is done. */
  Optional<String> delivered(String shard) {
    return Optional.ofNullable(delivered.get(shard));
  }

  boolean isFinished(String shard) {
    return finished.contains(shard);
  }

  void deliver(String shard, String sequenceNumber) {
    delivered.put(shard, sequenceNumber);
    save();
  }

  /** The shard is closed and read to its end. */
  void finish(String shard) {
    finished.add(shard);
    save();
  }

  private void load(Path source) {
    try {
      JsonNode json = JSON.readTree(source.toFile());
      if (json.path("stream").asText().equals(streamArn)) {
        json.path("delivered")
            .properties()
            .forEach(e -> delivered.put(e.getKey(), e.getValue().asText()));
        json.path("finished").forEach(shard -> finished.add(shard.asText()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the stream's checkpoint cannot be read", e);
    }
  }

  private void save() {
    if (file == null) {
      return;
    }
    ObjectNode json = JSON.createObjectNode().put("stream", streamArn);
    ObjectNode positions = json.putObject("delivered");
    delivered.forEach(positions::put);
    finished.forEach(json.putArray("finished")::add);
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try {
      Files.writeString(next, json.toString());
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("the stream's checkpoint could not be stored", e);
    }
  }
}
