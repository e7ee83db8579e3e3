package dev.tollgate.core.leads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.editions.RateLimit;
import dev.tollgate.core.editions.RateLimits;
import dev.tollgate.core.editions.RateRule;
import dev.tollgate.core.identity.PersonName;
import dev.tollgate.core.identity.UserRef;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.LeadId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.UserId;
import dev.tollgate.core.limits.Attempt;
import dev.tollgate.core.limits.TooManyAttempts;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ReceivingSalesLeadTest implements SalesLeads, Time {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Client CLIENT = new Client("192.0.2.1", "");
  private static final RateRule RULE = new RateRule(5, Duration.ofHours(1));

  private final List<UserRef> owners =
      List.of(owner("ten_" + "0".repeat(26), "0"), owner("ten_" + "1".repeat(26), "1"));
  private final List<Attempt> attempts = new ArrayList<>();
  private final List<Message> messages = new ArrayList<>();
  private final List<SalesLead> leads = new ArrayList<>();
  private Optional<TooManyAttempts> refusal = Optional.empty();

  @Test
  void everyPlatformOwnerIsToldOfTheLeadAndOfNothingElse() {
    ReceivingSalesLead.Outcome outcome = receive();

    LeadId id = leads.getFirst().id();
    assertThat(outcome).isEqualTo(new ReceivingSalesLead.Received(id));
    assertThat(messages)
        .extracting(Message::tenant)
        .containsExactly(owners.get(0).tenant(), owners.get(1).tenant());
    assertThat(messages)
        .extracting(Message::announcement)
        .containsExactly(
            new Announcement.SalesLeadReceived(owners.get(0).user(), id),
            new Announcement.SalesLeadReceived(owners.get(1).user(), id));
  }

  @Test
  void itCountsForTheClientAndForTheAddress() {
    receive();

    assertThat(attempts).hasSize(2).allSatisfy(each -> assertThat(each.rule()).isEqualTo(RULE));
    assertThat(attempts).extracting(Attempt::subject).doesNotHaveDuplicates();
  }

  @Test
  void whoAsksTooOftenIsToldSo() {
    refusal = Optional.of(new TooManyAttempts(Duration.ofMinutes(3)));

    assertThat(receive()).isEqualTo(new ReceivingSalesLead.TooMany(refusal.get()));
  }

  private ReceivingSalesLead.Outcome receive() {
    RateLimit limit = new RateLimit(RULE, RULE);
    return new ReceivingSalesLead(
            new RateLimits(limit, limit, limit, limit, limit, List.of(), List.of()),
            this,
            () -> owners,
            this,
            new Ids(new Random(1)))
        .receive(
            new ReceivingSalesLead.Inquiry(
                new EmailAddress("lee@ortiz.test"),
                new PersonName("Lee Ortiz"),
                new PersonName("Ortiz & Co"),
                Optional.empty(),
                Optional.of("Hello"),
                LeadSource.PRICING_PAGE),
            CLIENT);
  }

  private static UserRef owner(String tenant, String user) {
    return new UserRef(new TenantId(tenant), new UserId("usr_" + user.repeat(26)));
  }

  @Override
  public Optional<TooManyAttempts> receive(
      SalesLead lead, List<Attempt> tried, List<Message> told) {
    leads.add(lead);
    attempts.addAll(tried);
    messages.addAll(told);
    return refusal;
  }

  @Override
  public Optional<SalesLead> find(LeadId id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Page page(int limit, Optional<String> cursor) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Instant now() {
    return NOW;
  }

  @Override
  public Instant now(TenantId tenant) {
    return NOW;
  }
}
