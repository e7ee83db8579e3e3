package dev.tollgate.core.identity;

import java.util.Locale;
import java.util.Optional;

/** What a person may do inside a tenant; the last one is not a tenant's to give. */
public enum Role {
  /** One per account: everything, and the only one who can hand the account over. */
  OWNER,
  /** Everything but ownership. */
  ADMIN,
  /** The product's daily work. */
  MEMBER,
  /** Reads. */
  VIEWER,
  /** Runs the deployment; set by whoever deploys it, never through the API. */
  PLATFORM_ADMIN;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> parse(String wireName) {
    for (Role role : values()) {
      if (role.wireName().equals(wireName)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
