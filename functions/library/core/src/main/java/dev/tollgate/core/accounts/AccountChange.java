package dev.tollgate.core.accounts;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** What people say anew about their account; what is absent stays. */
public record AccountChange(
    Optional<String> name, Optional<ZoneId> zone, Optional<Locale> language) {}
