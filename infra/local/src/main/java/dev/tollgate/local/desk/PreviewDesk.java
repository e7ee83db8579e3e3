package dev.tollgate.local.desk;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.local.functions.FunctionSource;
import dev.tollgate.local.gateway.Outgoing;
import dev.tollgate.local.template.FunctionDefinition;
import dev.tollgate.local.template.StackModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows every mail there is, with made-up data. The words are those of the package that sends them:
 * it has a handler for this beside its own, and is loaded as any function, at the first question.
 */
public final class PreviewDesk {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String HANDLER = "dev.tollgate.notifications.PreviewDoor::handleRequest";
  private static final String FUNCTION = "Notifications";

  /** A mail runs no script and fetches nothing; its own styles are all it has. */
  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  private final Optional<Supplier<RequestStreamHandler>> sender;
  private @Nullable RequestStreamHandler loaded;

  private PreviewDesk(Optional<Supplier<RequestStreamHandler>> sender) {
    this.sender = sender;
  }

  /** Of a stack that sends mails; one that does not, as a test's, has nothing to show. */
  public static PreviewDesk of(StackModel model, FunctionSource functions) {
    return new PreviewDesk(
        model.functions().stream()
            .filter(function -> function.logicalName().equals(FUNCTION))
            .findFirst()
            .map(function -> () -> load(function, functions)));
  }

  private static RequestStreamHandler load(FunctionDefinition function, FunctionSource functions) {
    return functions.load(
        FUNCTION + "Previews", function.codeUri(), HANDLER, function.environment());
  }

  Outgoing list(Optional<String> edition) {
    ObjectNode question = JSON.createObjectNode();
    edition.ifPresent(key -> question.put("edition", key));
    return ask(question)
        .map(answer -> Outgoing.json(200, "application/json", answer.toString()))
        .orElseGet(Problem::notFound);
  }

  Outgoing show(String kind, URI uri) {
    ObjectNode question = JSON.createObjectNode().put("kind", kind);
    Query.first(uri, "edition").ifPresent(key -> question.put("edition", key));
    boolean text = Query.first(uri, "format").filter("text"::equals).isPresent();
    return ask(question)
        .filter(answer -> answer.path("html").isTextual())
        .map(answer -> text ? plain(answer) : page(answer))
        .orElseGet(Problem::notFound);
  }

  private static Outgoing plain(JsonNode answer) {
    return outgoing(
        "text/plain; charset=utf-8",
        "Subject: " + answer.path("subject").asText() + "\n\n" + answer.path("text").asText());
  }

  private static Outgoing page(JsonNode answer) {
    return outgoing("text/html; charset=utf-8", answer.path("html").asText());
  }

  private static Outgoing outgoing(String type, String body) {
    return new Outgoing(
        200,
        Map.of(
            "content-type",
            type,
            "cache-control",
            "no-store",
            "content-security-policy",
            POLICY,
            "x-content-type-options",
            "nosniff"),
        List.of(),
        body.getBytes(StandardCharsets.UTF_8));
  }

  private Optional<JsonNode> ask(ObjectNode question) {
    if (sender.isEmpty()) {
      return Optional.empty();
    }
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      // It asks nothing of its context.
      handler(sender.get())
          .handleRequest(new ByteArrayInputStream(JSON.writeValueAsBytes(question)), out, null);
      return Optional.of(JSON.readTree(out.toByteArray()))
          .filter(answer -> !answer.path("unknown").asBoolean(false));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized RequestStreamHandler handler(Supplier<RequestStreamHandler> loading) {
    if (loaded == null) {
      loaded = loading.get();
    }
    return loaded;
  }
}
