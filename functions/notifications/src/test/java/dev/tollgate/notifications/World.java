package dev.tollgate.notifications;

import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.identity.IssuingOneTimeTokens;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.identity.OneTimeToken;
import dev.tollgate.core.identity.OneTimeTokens;
import dev.tollgate.core.identity.Principal;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.LeadId;
import dev.tollgate.core.kernel.MessageId;
import dev.tollgate.core.kernel.SessionId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.UserId;
import dev.tollgate.core.leads.SalesLead;
import dev.tollgate.core.leads.SalesLeads;
import dev.tollgate.core.limits.Attempt;
import dev.tollgate.core.limits.TooManyAttempts;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Deliveries;
import dev.tollgate.core.messages.Mail;
import dev.tollgate.core.messages.Mailer;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.messages.Suppressions;
import dev.tollgate.editions.EditionFiles;
import dev.tollgate.lambda.events.MessageBody;
import dev.tollgate.lambda.events.QueueRecord;
import dev.tollgate.lambda.events.Verdict;
import dev.tollgate.lambda.logging.Log;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Everything outside the function, in memory, each call of it breakable. */
final class World
    implements Deliveries, Members, OneTimeTokens, Mailer, Suppressions, SalesLeads, Time {
  static final String FRONTEND = "https://app.tollgate.test";
  private static final Edition EDITION = EditionFiles.load("tollgate");

  final Calls calls = new Calls();
  final List<Mail> mails = new ArrayList<>();
  final Map<Fingerprint, OneTimeToken> tokens = new HashMap<>();
  Optional<Member> recipient = Optional.of(People.asha());
  Outcome answer = new Outcome.Accepted();

  private final Map<MessageId, Instant> leases = new HashMap<>();
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  final Map<EmailAddress, Suppression> suppressed = new HashMap<>();
  final List<Message> told = new ArrayList<>();
  final Map<LeadId, SalesLead> leads = new HashMap<>();
  private Instant now = People.NOW;

  static Message message(Announcement announcement) {
    return new Message(
        new MessageId("msg_01cccccccccccccccccccccccc"), People.TENANT, People.NOW, announcement);
  }

  static Notifications notifications() {
    return notifications(EDITION);
  }

  static Notifications notifications(Edition edition) {
    return new Notifications(
        new Languages(Languages.SHIPPED, TemplateFiles::read),
        new FrontendLinks(FRONTEND),
        edition,
        PlanNames.asShipped(edition));
  }

  /** As a new instance of the function would. */
  Verdict deliver(Announcement announcement) {
    return deliver(MessageBody.write(message(announcement)));
  }

  Verdict deliver(String body) {
    Log log = new Log(new PrintStream(written, true, StandardCharsets.UTF_8), "notifications");
    SendingNotification sending =
        new SendingNotification(
            this,
            this,
            this,
            new Letters(
                new IssuingOneTimeTokens(this, new Random(1)),
                this,
                new ApiLinks("https://api.tollgate.test"),
                EDITION,
                this),
            notifications(),
            EDITION,
            this,
            this,
            log);
    HearingOfMails hearing = new HearingOfMails(this, this, new Ids(new Random(2)));
    return new NotificationQueue(sending, new MailEventQueue(hearing, log), log)
        .consume(new QueueRecord("sqs-1", body, 1, ""));
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  String logged() {
    return written.toString(StandardCharsets.UTF_8);
  }

  @Override
  public Claim claim(TenantId tenant, MessageId message, Instant at, Instant leaseEnds) {
    return calls.call(
        "claim",
        () -> {
          Instant lease = leases.get(message);
          if (lease != null && lease.isAfter(at)) {
            return lease.equals(Instant.MAX) ? Claim.FINISHED : Claim.BUSY;
          }
          leases.put(message, leaseEnds);
          return Claim.CLAIMED;
        });
  }

  @Override
  public void finish(TenantId tenant, MessageId message, Instant at) {
    calls.run("finish", () -> leases.put(message, Instant.MAX));
  }

  @Override
  public void release(TenantId tenant, MessageId message) {
    calls.run("release", () -> leases.remove(message));
  }

  @Override
  public Optional<Member> find(TenantId tenant, UserId user) {
    return calls.call("find", () -> recipient);
  }

  @Override
  public void issue(OneTimeToken token) {
    calls.run("issue", () -> tokens.put(token.fingerprint(), token));
  }

  @Override
  public Mailer.Outcome send(Mail mail) {
    return calls.call(
        "send",
        () -> {
          if (answer instanceof Outcome.Accepted) {
            mails.add(mail);
          }
          return answer;
        });
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Instant now(TenantId tenant) {
    return now;
  }

  @Override
  public Optional<OneTimeToken> find(Fingerprint fingerprint) {
    return Optional.ofNullable(tokens.get(fingerprint));
  }

  @Override
  public Optional<Tenancy> findTenancy(TenantId tenant) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Principal> find(TenantId tenant, UserId user, SessionId session) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Suppression> find(EmailAddress address) {
    return Optional.ofNullable(suppressed.get(address));
  }

  @Override
  public void suppress(EmailAddress address, Suppression suppression, Optional<Message> told) {
    suppressed.putIfAbsent(address, suppression);
    told.ifPresent(this.told::add);
  }

  @Override
  public boolean lift(EmailAddress address, AuditEntry entry) {
    return suppressed.remove(address) != null;
  }

  @Override
  public Optional<TooManyAttempts> receive(
      SalesLead lead, List<Attempt> attempts, List<Message> messages) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<SalesLead> find(LeadId id) {
    return Optional.ofNullable(leads.get(id));
  }

  @Override
  public Page page(int limit, Optional<String> cursor) {
    throw new UnsupportedOperationException();
  }
}
