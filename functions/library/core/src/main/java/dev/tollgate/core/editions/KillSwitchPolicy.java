package dev.tollgate.core.editions;

import java.util.OptionalInt;

/**
 * What suspends a tenant.
 *
 * @param spamComplaints the count at which it happens; empty where complaints never do it
 * @param blockListed whether a domain or address on a block list does it
 * @param failedPayments how many in a row do it; empty where payments never do
 * @param administrator whether the platform owner may do it by hand
 * @param termsOfService whether a breach of the terms may be given as the reason
 */
public record KillSwitchPolicy(
    OptionalInt spamComplaints,
    boolean blockListed,
    OptionalInt failedPayments,
    boolean administrator,
    boolean termsOfService) {
  public KillSwitchPolicy {
    if (spamComplaints.orElse(1) <= 0 || failedPayments.orElse(1) <= 0) {
      throw new IllegalArgumentException("a threshold must be above zero; the word is 'never'");
    }
  }
}
