package dev.tollgate.core.identity;

import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.identity.OneTimeToken.Purpose;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.UserId;
import java.util.Map;
import java.util.Optional;

/** A person says which mails they want, signed in or by the link in a mail. */
public final class ChoosingMails {
  private final Profiles profiles;
  private final OneTimeTokens tokens;
  private final Time time;
  private final Ids ids;

  public ChoosingMails(Profiles profiles, OneTimeTokens tokens, Time time, Ids ids) {
    this.profiles = profiles;
    this.tokens = tokens;
    this.time = time;
    this.ids = ids;
  }

  /**
   * What is wanted now.
   *
   * @param changed not empty; what is not in it stays
   */
  public MailPreferences choose(Member member, Map<MailTopic, Boolean> changed, Client client) {
    User user = member.user();
    profiles.choose(user.tenant(), user.id(), changed, entry(user.tenant(), user.id(), client));
    return user.mails().with(changed);
  }

  /** Whether a mail of ours had that secret in it and its link still works. */
  public boolean isKnown(String secret) {
    return find(secret).isPresent();
  }

  /** False where no mail had that secret, or it is too old; doing it again is the same. */
  public boolean unsubscribe(String secret, MailTopic topic, Client client) {
    Optional<OneTimeToken> token = find(secret);
    token.ifPresent(
        found ->
            profiles.stop(
                found.tenant(), found.user(), topic, entry(found.tenant(), found.user(), client)));
    return token.isPresent();
  }

  private Optional<OneTimeToken> find(String secret) {
    return tokens
        .find(Fingerprint.of(secret))
        .filter(found -> found.isFor(Purpose.UNSUBSCRIBE, time.now(found.tenant())));
  }

  private AuditEntry entry(TenantId tenant, UserId user, Client client) {
    return AuditEntry.of(AuditAction.MAILS_CHOSEN, tenant, user, client, time.now(tenant), ids);
  }
}
