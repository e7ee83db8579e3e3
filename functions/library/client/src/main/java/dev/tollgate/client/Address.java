package dev.tollgate.client;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Where a Tollgate is: scheme, host, and perhaps a port and a path before {@code /api/v1}. */
final class Address {
  private Address() {}

  /** The address without a slash at its end; what is refused is not quoted. */
  static URI checked(URI base) {
    String scheme = base.getScheme();
    if (scheme == null
        || !Set.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT))
        || base.getHost() == null) {
      throw new IllegalArgumentException("Tollgate's address is http(s):// and a host");
    }
    if (base.getRawUserInfo() != null
        || base.getRawQuery() != null
        || base.getRawFragment() != null) {
      throw new IllegalArgumentException("Tollgate's address has no user, query or fragment");
    }
    return URI.create(base.toString().replaceAll("/+$", ""));
  }
}
