package dev.tollgate.testkit.servers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Every mail that arrived, newest first. With a file it survives a restart: one line of JSON for
 * each mail, written before the sender hears that it was accepted.
 */
public final class MailBox {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final @Nullable Path file;
  private final List<Mail> oldestFirst;
  private final List<Consumer<Mail>> listeners = new CopyOnWriteArrayList<>();

  MailBox(@Nullable Path file) {
    this.file = file;
    this.oldestFirst = new CopyOnWriteArrayList<>(file == null ? List.of() : read(file));
  }

  public List<Mail> all() {
    return List.copyOf(oldestFirst).reversed();
  }

  /** Addresses are compared without regard to case. */
  public List<Mail> to(String address) {
    String wanted = address.strip().toLowerCase(Locale.ROOT);
    return all().stream().filter(m -> m.to().toLowerCase(Locale.ROOT).equals(wanted)).toList();
  }

  /** Is told of each mail after it has been stored. */
  public void onArrival(Consumer<Mail> listener) {
    listeners.add(listener);
  }

  void add(Mail mail) {
    synchronized (this) {
      if (file != null) {
        append(file, mail);
      }
      oldestFirst.add(mail);
    }
    listeners.forEach(listener -> listener.accept(mail));
  }

  private static void append(Path file, Mail mail) {
    ObjectNode json = JSON.createObjectNode();
    json.put("to", mail.to()).put("subject", mail.subject());
    json.put("text", mail.text()).put("html", mail.html());
    ArrayNode links = json.putArray("links");
    mail.links().forEach(links::add);
    json.put("sent_at", mail.sentAt().toString());
    try {
      Files.writeString(file, json + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("the mail could not be stored", e);
    }
  }

  private static List<Mail> read(Path file) {
    List<Mail> mails = new ArrayList<>();
    try {
      for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
        mails.add(mail(JSON.readTree(line)));
      }
    } catch (JsonProcessingException torn) {
      // A process that was killed leaves half a line at the end; its sender was never told yes.
      return mails;
    } catch (IOException e) {
      throw new UncheckedIOException("the mails of earlier runs cannot be read", e);
    }
    return mails;
  }

  private static Mail mail(JsonNode json) {
    List<String> links = new ArrayList<>();
    json.path("links").forEach(link -> links.add(link.asText()));
    return new Mail(
        json.path("to").asText(),
        json.path("subject").asText(),
        json.path("text").asText(),
        json.path("html").asText(),
        links,
        Instant.parse(json.path("sent_at").asText()));
  }
}
