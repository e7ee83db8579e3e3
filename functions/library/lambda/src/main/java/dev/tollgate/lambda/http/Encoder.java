package dev.tollgate.lambda.http;

import dev.tollgate.lambda.json.Json;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Turns the body of a response into bytes. */
@Singleton
final class Encoder {
  private final ObjectMapper mapper;

  Encoder(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  byte[] encode(Response response) {
    Object body = response.body();
    return switch (body) {
      case null -> new byte[0];
      case byte[] bytes -> bytes;
      case String text -> text.getBytes(StandardCharsets.UTF_8);
      case Map<?, ?> problem -> Json.write(problem);
      default -> {
        try {
          yield mapper.writeValueAsBytes(body);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }
}
