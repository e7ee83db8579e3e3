package dev.tollgate.core.leads;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The page somebody asked on. Stored by its {@link #wireName()}, so names are kept. */
public enum LeadSource {
  PRICING_PAGE,
  REGISTER_FOOTER,
  LANDING_PAGE;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<LeadSource> parse(String wireName) {
    return Arrays.stream(values()).filter(each -> each.wireName().equals(wireName)).findFirst();
  }
}
