package dev.tollgate.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.accounts.AccountChange;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.editions.RateRule;
import dev.tollgate.core.identity.MailPreferences;
import dev.tollgate.core.identity.MailTopic;
import dev.tollgate.core.identity.PersonName;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.identity.User;
import dev.tollgate.core.identity.Verification;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.LeadId;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.leads.LeadSource;
import dev.tollgate.core.leads.SalesLead;
import dev.tollgate.core.leads.SalesLeads;
import dev.tollgate.core.limits.Attempt;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What people say of mails and language, and who asks for an offer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PeopleAndLeadsDynamoTest {
  private final ATable world = new ATable();
  private final ProfilesDynamo profiles = new ProfilesDynamo(world.table);
  private final SalesLeadsDynamo leads = new SalesLeadsDynamo(world.table);

  @AfterAll
  void close() {
    world.close();
  }

  @Test
  void choicesAreKeptOneByOneAndAnOldPersonHasMadeNone() {
    User user = person(Some.tenant());
    world.table.writeAlways(List.of(Action.put(UserItem.write(user))));
    assertThat(stored(user).mails()).isEqualTo(MailPreferences.NONE);

    choose(user, Map.of(MailTopic.LIMIT_ALERTS, false));
    choose(user, Map.of(MailTopic.PRODUCT_NEWS, true, MailTopic.TRIAL_REMINDERS, false));
    choose(user, Map.of(MailTopic.TRIAL_REMINDERS, true));

    assertThat(stored(user))
        .isEqualTo(
            user.choosing(
                Map.of(
                    MailTopic.LIMIT_ALERTS, false,
                    MailTopic.PRODUCT_NEWS, true,
                    MailTopic.TRIAL_REMINDERS, true)));
    world.table.writeAlways(List.of(Action.put(UserItem.write(stored(user)))));
    assertThat(stored(user).mails().wants(MailTopic.LIMIT_ALERTS)).isFalse();
  }

  @Test
  void mailsAreStoppedOnceAndForNobodyThereIsNobodyMade() {
    User user = person(Some.tenant());
    ProfilesDynamo profiles = new ProfilesDynamo(world.table);
    world.table.writeAlways(List.of(Action.put(UserItem.write(user))));

    for (int time = 0; time < 3; time++) {
      profiles.stop(user.tenant(), user.id(), MailTopic.LIMIT_ALERTS, Some.entry(user.tenant()));
    }
    assertThat(stored(user).mails().wants(MailTopic.LIMIT_ALERTS)).isFalse();
    assertThat(world.items(Key.tenant(user.tenant()), "AUDIT#")).hasSize(1);

    TenantId erased = Some.tenant();
    profiles.stop(erased, user.id(), MailTopic.LIMIT_ALERTS, Some.entry(erased));
    assertThat(world.items(Key.tenant(erased), "AUDIT#")).isEmpty();
  }

  @Test
  void aLanguageIsStoredAndAnAccountWithoutOneReadsAsEnglish() {
    Account account = Account.founded(Some.tenant(), "Fleet", Some.IDS.user(Some.NOW), Some.NOW);
    AccountItem.AccountKey key = new AccountItem.AccountKey(account.id());
    world.table.writeAlways(List.of(Action.put(AccountItem.write(account))));
    world.table.writeAlways(List.of(Action.update(key, "REMOVE #language")));
    AccountsDynamo accounts = new AccountsDynamo(world.table);

    accounts.change(account.id(), change(Optional.of("Navy"), Optional.empty()), entry(account));
    assertThat(AccountItem.read(world.table.get(key).orElseThrow()).language())
        .isEqualTo(Locale.ENGLISH);

    Locale austrian = Locale.forLanguageTag("de-AT");
    accounts.change(account.id(), change(Optional.empty(), Optional.of(austrian)), entry(account));
    Account changed = AccountItem.read(world.table.get(key).orElseThrow());
    assertThat(changed.language()).isEqualTo(austrian);
    assertThat(changed.name()).isEqualTo("Navy");
  }

  @Test
  void aLeadItsCountAndItsMessagesAreOneTransaction() {
    SalesLead lead = lead();
    TenantId owner = Some.tenant();
    Attempt attempt =
        new Attempt(
            "sales_lead",
            Fingerprint.of(lead.id().value()),
            new RateRule(1, Duration.ofHours(1)),
            Some.NOW);
    Message message =
        Message.of(
            new Announcement.SalesLeadReceived(Some.IDS.user(Some.NOW), lead.id()),
            owner,
            Some.NOW,
            Some.IDS);

    assertThat(leads.receive(lead, List.of(attempt), List.of(message))).isEmpty();
    assertThat(leads.find(lead.id())).contains(lead);
    assertThat(world.items(Key.tenant(owner), "OUTBOX#")).hasSize(1);

    SalesLead second = lead();
    assertThat(leads.receive(second, List.of(attempt), List.of())).isPresent();
    assertThat(leads.find(second.id())).isEmpty();
  }

  @Test
  void leadsAreReadNewestFirstPageByPage() {
    for (int i = 0; i < 5; i++) {
      leads.receive(lead(), List.of(), List.of());
    }

    SalesLeads.Page first = leads.page(2, Optional.empty());
    SalesLeads.Page second = leads.page(2, first.nextCursor());
    assertThat(first.leads()).hasSize(2);
    assertThat(second.leads()).hasSize(2).doesNotContainAnyElementsOf(first.leads());
    assertThat(leads.page(2, Optional.of("bm9uZQ")).leads()).isEmpty();
    assertThat(leads.page(200, Optional.empty()).nextCursor()).isEmpty();
  }

  private void choose(User user, Map<MailTopic, Boolean> changed) {
    profiles.choose(user.tenant(), user.id(), changed, Some.entry(user.tenant()));
  }

  private User stored(User user) {
    return UserItem.read(world.table.get(UserItem.UserKey.of(user)).orElseThrow());
  }

  private static User person(TenantId tenant) {
    return new User(
        tenant,
        Some.IDS.user(Some.NOW),
        new EmailAddress("asha@example.test"),
        "Asha Rao",
        Role.OWNER,
        new Verification.Verified(Some.NOW),
        Optional.empty(),
        Set.of("google"),
        0,
        Some.NOW);
  }

  private static SalesLead lead() {
    LeadId id = Some.IDS.lead(Some.NOW);
    return new SalesLead(
        id,
        new EmailAddress("lee@ortiz.test"),
        new PersonName("Lee Ortiz"),
        new PersonName("Ortiz & Co"),
        Optional.of("11-50"),
        Optional.empty(),
        LeadSource.LANDING_PAGE,
        Some.NOW);
  }

  private static AccountChange change(Optional<String> name, Optional<Locale> language) {
    return new AccountChange(name, Optional.empty(), language);
  }

  private static AuditEntry entry(Account account) {
    return Some.entry(account.id());
  }
}
