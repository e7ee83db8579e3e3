package dev.tollgate.testkit.servers;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Mail from end to end: SES's v2 HTTP call, which turns into SMTP, which a real SMTP server
 * receives. What arrives is parsed back from the wire and lies in the {@link MailBox} before the
 * sender gets its answer. Each recipient gets a mail of their own.
 */
public final class MailServer implements AutoCloseable {
  private final GreenMail smtp;
  private final SesServer ses;
  private final MailBox box;

  private MailServer(GreenMail smtp, SesServer ses, MailBox box) {
    this.smtp = smtp;
    this.ses = ses;
    this.box = box;
  }

  public static MailServer inMemory(InstantSource clock) {
    return start(null, clock);
  }

  /** Keeps its mails in {@code mails.jsonl} in the given directory, which must exist. */
  public static MailServer in(Path directory, InstantSource clock) {
    return start(directory, clock);
  }

  /**
   * @param directory null for memory
   * @param clock tells when a mail was sent
   */
  public static MailServer start(@Nullable Path directory, InstantSource clock) {
    MailBox box = new MailBox(directory == null ? null : directory.resolve("mails.jsonl"));
    GreenMail smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    smtp.start();
    UserManager users = smtp.getUserManager();
    users.setMessageDeliveryHandler(
        (message, recipient) -> deliver(users, box, clock, message, recipient));
    return new MailServer(smtp, SesServer.start(smtp.getSmtp().getPort(), clock), box);
  }

  private static GreenMailUser deliver(
      UserManager users,
      MailBox box,
      InstantSource clock,
      MovingMessage message,
      MailAddress recipient)
      throws MessagingException, UserException {
    box.add(ReceivedMail.parse(recipient.getEmail(), message.getMessage(), clock.instant()));
    GreenMailUser known = users.getUserByEmail(recipient.getEmail());
    return known == null
        ? users.createUser(recipient.getEmail(), recipient.getEmail(), recipient.getEmail())
        : known;
  }

  /** Where {@code SesV2Client} sends to. */
  public URI sesEndpoint() {
    return ses.endpoint();
  }

  /**
   * Takes the events that SES publishes about mails to its simulator's addresses ({@code
   * bounce@simulator.amazonses.com}, {@code complaint@…}, {@code suppressionlist@…}).
   */
  public void onEvent(Consumer<String> events) {
    ses.onEvent(events);
  }

  /** Where an SMTP client sends to, on 127.0.0.1. */
  public int smtpPort() {
    return smtp.getSmtp().getPort();
  }

  public MailBox box() {
    return box;
  }

  @Override
  public void close() {
    ses.close();
    smtp.stop();
  }
}
