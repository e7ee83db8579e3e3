package dev.tollgate.core.identity;

import dev.tollgate.core.kernel.Fingerprint;
import java.util.Optional;

/** Keeps the fingerprints of mailed secrets. */
public interface OneTimeTokens {
  void issue(OneTimeToken token);

  /** Used and expired ones too, for as long as the store has them. */
  Optional<OneTimeToken> find(Fingerprint fingerprint);
}
