package dev.tollgate.notifications;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.messages.Mail;
import dev.tollgate.editions.EditionFiles;
import dev.tollgate.editions.EditionRefused;
import dev.tollgate.lambda.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Shows what mails look like, with made-up data and without sending or reading anything. No event
 * of the template leads here: the local stack asks it.
 *
 * <p>In: {@code {"edition"?, "kind"?}}. Out: the {@code kinds} of an edition, or one mail's {@code
 * subject}, {@code text} and {@code html}; {@code {"unknown": true}} for what there is not.
 */
public final class PreviewDoor implements RequestStreamHandler {
  /** A shipped one's name: whoever asks reads no file of this machine. */
  private static final Pattern EDITION = Pattern.compile("[a-z0-9]{1,40}");

  private final Languages languages = new Languages(Languages.SHIPPED, TemplateFiles::read);
  private final Map<String, String> environment;

  public PreviewDoor(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    out.write(answer(in.readAllBytes()));
  }

  byte[] answer(byte[] question) {
    return Json.write(answer(Json.read(question)));
  }

  private Map<String, Object> answer(@Nullable Object question) {
    Map<?, ?> fields = question instanceof Map<?, ?> map ? map : Map.of();
    Optional<Edition> edition = edition(fields.get("edition"));
    if (edition.isEmpty()) {
      return unknown();
    }
    Map<String, Mail> mails = mails(edition.get());
    if (fields.get("kind") instanceof String kind) {
      Mail mail = mails.get(kind);
      return mail == null ? unknown() : shown(mail);
    }
    return Map.of(
        "edition", edition.get().key(), "kinds", List.copyOf(new TreeSet<>(mails.keySet())));
  }

  /** The one asked for, else this deployment's. */
  private Optional<Edition> edition(@Nullable Object asked) {
    if (!(asked instanceof String name)) {
      return Optional.of(EditionFiles.load(environment.getOrDefault("EDITION", "")));
    }
    try {
      return EDITION.matcher(name).matches()
          ? Optional.of(EditionFiles.load(name))
          : Optional.empty();
    } catch (EditionRefused unknown) {
      return Optional.empty();
    }
  }

  private Map<String, Mail> mails(Edition edition) {
    Notifications notifications =
        new Notifications(
            languages,
            new FrontendLinks(environment.getOrDefault("FRONTEND_URL", "https://app.example.com")),
            edition,
            PlanNames.asShipped(edition));
    return Samples.of(edition, notifications);
  }

  private static Map<String, Object> shown(Mail mail) {
    return Map.of("subject", mail.subject(), "text", mail.text(), "html", mail.html());
  }

  private static Map<String, Object> unknown() {
    return Map.of("unknown", true);
  }
}
