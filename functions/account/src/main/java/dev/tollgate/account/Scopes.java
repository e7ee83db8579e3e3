package dev.tollgate.account;

import dev.tollgate.core.apikeys.Scope;
import dev.tollgate.core.kernel.Checked;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a key shall be allowed to do, as a list of words; one that is named twice is one. */
record Scopes(Set<Scope> all) {
  private static final String WORDS =
      Arrays.stream(Scope.values()).map(Scope::word).collect(Collectors.joining(", "));

  static Checked<Scopes> read(Object json) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    if (json instanceof List<?> words) {
      for (Object word : words) {
        Optional<Scope> scope = word instanceof String text ? Scope.of(text) : Optional.empty();
        if (scope.isEmpty()) {
          return invalid();
        }
        scopes.add(scope.get());
      }
      return new Checked.Valid<>(new Scopes(scopes));
    }
    return invalid();
  }

  private static Checked<Scopes> invalid() {
    return new Checked.Invalid<>("must be a list of these: " + WORDS);
  }
}
