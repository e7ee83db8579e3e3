package dev.tollgate.client;

import java.util.Optional;

/**
 * The tenant may not work at all at present: suspended, without a live subscription, or with an
 * address that it has not confirmed in time.
 *
 * @param error the contract's stable code, such as {@code tenant_suspended}
 * @param status of HTTP, 402 or 403
 */
public record Blocked(String error, int status, String detail, Optional<String> upgradeUrl)
    implements Refusal, CheckAnswer {
  @Override
  public boolean allowed() {
    return false;
  }
}
