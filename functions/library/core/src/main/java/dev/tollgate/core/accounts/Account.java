package dev.tollgate.core.accounts;

import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.UserId;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A customer company, the owner of everything its people make.
 *
 * @param name as its people write it; the owner's own name where no company was given
 * @param zone where its days and months begin and end
 */
public record Account(
    TenantId id, String name, UserId owner, Instant createdAt, ZoneId zone, Standing standing) {

  /** By its name in the IANA database, as every zone here is. */
  private static final ZoneId UTC = ZoneId.of("UTC");

  /** As every account begins: in good standing, in UTC until somebody says otherwise. */
  public static Account founded(TenantId id, String name, UserId owner, Instant now) {
    return new Account(id, name, owner, now, UTC, new Standing.Good());
  }

  public Account with(AccountChange change) {
    return new Account(
        id, change.name().orElse(name), owner, createdAt, change.zone().orElse(zone), standing);
  }

  public Account with(Standing changed) {
    return new Account(id, name, owner, createdAt, zone, changed);
  }
}
