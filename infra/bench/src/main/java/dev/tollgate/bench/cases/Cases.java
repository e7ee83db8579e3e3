package dev.tollgate.bench.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/** Reads {@code cases.json}. */
public final class Cases {
  private Cases() {}

  /** All of them, floors first. */
  public static List<BenchCase> all() {
    try (InputStream json = Cases.class.getResourceAsStream("/cases.json")) {
      JsonNode list = new ObjectMapper().readTree(Objects.requireNonNull(json));
      return StreamSupport.stream(list.spliterator(), false).map(Cases::read).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The floors, and what has one of these texts, joined by commas, in its name. */
  public static List<BenchCase> only(String parts) {
    List<String> wanted = List.of(parts.split(",", -1));
    return all().stream()
        .filter(each -> each.isFloor() || wanted.stream().anyMatch(each.name()::contains))
        .toList();
  }

  private static BenchCase read(JsonNode node) {
    List<String> expected =
        StreamSupport.stream(node.required("expect").spliterator(), false)
            .map(JsonNode::textValue)
            .toList();
    return new BenchCase(
        node.required("name").textValue(),
        Path.of(node.required("jar").textValue()),
        node.required("handler").textValue(),
        event(node),
        node.required("dynamo").booleanValue(),
        node.required("same_work").booleanValue(),
        new Expectation(expected));
  }

  private static String event(JsonNode node) {
    if (node.has("get")) {
      return HttpEvent.get(node.required("get").textValue());
    }
    if (node.has("post")) {
      return HttpEvent.post(node.required("post").textValue(), node.required("body").toString());
    }
    return node.required("event").toString();
  }
}
