package dev.tollgate.client;

import java.util.Optional;

/** Tollgate's no. Nothing is reserved and nothing is counted. */
public sealed interface Refusal extends ReserveAnswer permits Refused, Blocked {
  /** One sentence for the tenant's people; may be empty. */
  String detail();

  /** Where the tenant's people can change it by buying. */
  Optional<String> upgradeUrl();
}
