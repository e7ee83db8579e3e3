package dev.tollgate.core.killswitch;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.accounts.Standing;
import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Lets a suspended tenant work again, and what waited for it go on. */
public final class RestoringTenant {
  private static final int TRIES = 8;

  private final Members members;
  private final Standings standings;
  private final Time time;
  private final Ids ids;

  public RestoringTenant(Members members, Standings standings, Time time, Ids ids) {
    this.members = members;
    this.standings = standings;
    this.time = time;
    this.ids = ids;
  }

  /** By a person of the platform, whatever the cause was; complaints are counted anew. */
  public Outcome restore(TenantId tenant, Member by, Client client) {
    return restore(tenant, (_, _) -> true, true, _ -> Author.of(by, client));
  }

  /** By itself, where the suspension of who stands so is one of those. */
  Outcome restore(TenantId tenant, BiPredicate<Tenancy, Standing.Suspended> which) {
    return restore(tenant, which, false, Author::trigger);
  }

  private Outcome restore(
      TenantId tenant,
      BiPredicate<Tenancy, Standing.Suspended> which,
      boolean newCount,
      Function<Account, Author> author) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Optional<Tenancy> tenancy = members.findTenancy(tenant);
      if (tenancy.isEmpty()) {
        return new Unknown();
      }
      Account account = tenancy.get().account();
      if (!(account.standing() instanceof Standing.Suspended ended)
          || !which.test(tenancy.get(), ended)) {
        return new NotSuspended();
      }
      Account restored = account.with(new Standing.Good());
      StandingChange change = change(restored, ended, author.apply(account));
      if (standings.restore(change, ended, newCount)) {
        return new Restored(tenancy.get().with(restored));
      }
    }
    throw new Unavailable("the standing kept moving");
  }

  private StandingChange change(Account account, Standing.Suspended ended, Author author) {
    TenantId tenant = account.id();
    Instant now = time.now(tenant).truncatedTo(ChronoUnit.MILLIS);
    AuditEntry entry =
        AuditEntry.of(AuditAction.TENANT_RESTORED, tenant, author.user(), author.client(), now, ids)
            .with(ended.cause().wireName() + " since " + ended.since());
    Map<String, String> news = Map.of("tenant_id", tenant.value());
    return new StandingChange(
        account,
        entry,
        List.of(
            Message.of(new Announcement.AccountRestored(account.owner()), tenant, now, ids),
            Message.of(new Announcement.Published("tenant.restored", news), tenant, now, ids),
            Message.of(new Announcement.WorkResumed(), tenant, now, ids)));
  }

  /** What whoever asked hears. */
  public sealed interface Outcome {}

  public record Restored(Tenancy tenancy) implements Outcome {}

  /** Not suspended, or over something that this does not end. */
  public record NotSuspended() implements Outcome {}

  public record Unknown() implements Outcome {}
}
