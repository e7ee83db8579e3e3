package dev.tollgate.local.fake;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tollgate.local.functions.Activity;
import dev.tollgate.local.functions.Functions;
import dev.tollgate.local.template.FunctionDefinition;
import dev.tollgate.local.template.Place;
import dev.tollgate.local.template.Trigger;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Handlers of a few lines, and the definitions that lead to them. */
public final class Fakes {
  public static final JsonMapper JSON = JsonMapper.builder().build();
  public static final Place PLACE = new Place("template.yaml", 1);
  public static final PrintStream NO_LOG = new PrintStream(OutputStream.nullOutputStream(), false);

  private Fakes() {}

  /** Text in, text out. */
  public static RequestStreamHandler handler(UnaryOperator<String> body) {
    return (in, out, context) ->
        out.write(
            body.apply(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8));
  }

  public static FunctionDefinition definition(String name, Trigger... triggers) {
    return definition(name, Duration.ofSeconds(20), triggers);
  }

  public static FunctionDefinition definition(String name, Duration timeout, Trigger... triggers) {
    return new FunctionDefinition(
        name,
        "tollgate-" + name,
        name + ".jar",
        "Fake::handleRequest",
        Map.of(),
        timeout,
        128,
        List.of(triggers));
  }

  public static Functions functions(String name, Activity activity, UnaryOperator<String> body) {
    return new Functions(Map.of(name, handler(body)), activity, NO_LOG);
  }

  public static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
