package dev.tollgate.stripelocal.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Work.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The append-only file of commits: one line a Work, so a commit is whole or, when the process dies
 * while writing, a torn last line that is dropped. Rewritten to one line an object at each start.
 */
final class Journal implements AutoCloseable {
  private static final String FILE = "stripe.jsonl";

  private final @Nullable Path file;
  private @Nullable Writer writer;

  private Journal(@Nullable Path file) {
    this.file = file;
  }

  static Journal open(Optional<Path> directory) {
    return new Journal(directory.map(folder -> folder.resolve(FILE)).orElse(null));
  }

  /** Fills the store with what was journaled, and compacts the file. */
  void replay(Store store) {
    if (file == null) {
      return;
    }
    try {
      Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
      if (Files.exists(file)) {
        // Not readAllLines: a torn last line may end within a character.
        String whole = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        List<String> lines = whole.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
          apply(lines.get(i), store, i == lines.size() - 1);
        }
      }
      Path compacted = file.resolveSibling(FILE + ".new");
      try (Writer out = Files.newBufferedWriter(compacted)) {
        for (Kind kind : Kind.values()) {
          for (ObjectNode object : store.all(kind)) {
            Place place = new Place(kind, object.required("id").textValue());
            out.write(line(Map.of(place, object)));
          }
        }
      }
      Files.move(compacted, file, StandardCopyOption.REPLACE_EXISTING);
      writer = Files.newBufferedWriter(file, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void append(Map<Place, @Nullable ObjectNode> changes) {
    if (writer == null) {
      return;
    }
    try {
      writer.write(line(changes));
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (writer == null) {
      return;
    }
    try {
      writer.close();
      writer = null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(Map<Place, ? extends @Nullable ObjectNode> changes) {
    Map<Kind, ObjectNode> byKind = new LinkedHashMap<>();
    changes.forEach(
        (place, object) ->
            byKind.computeIfAbsent(place.kind(), _ -> Json.object()).set(place.id(), object));
    ObjectNode line = Json.object();
    byKind.forEach((kind, objects) -> line.set(kind.name(), objects));
    return Json.compact(line) + "\n";
  }

  private static void apply(String line, Store store, boolean last) {
    JsonNode commit;
    try {
      commit = Json.read(line);
    } catch (UncheckedIOException e) {
      if (last) {
        return; // torn: the process died while writing it, nobody was answered
      }
      throw new IllegalStateException("the journal is damaged: " + line, e);
    }
    for (Map.Entry<String, JsonNode> kind : commit.properties()) {
      for (Map.Entry<String, JsonNode> entry : kind.getValue().properties()) {
        if (entry.getValue() instanceof ObjectNode object) {
          store.put(Kind.valueOf(kind.getKey()), entry.getKey(), object);
        } else {
          store.remove(Kind.valueOf(kind.getKey()), entry.getKey());
        }
      }
    }
  }
}
