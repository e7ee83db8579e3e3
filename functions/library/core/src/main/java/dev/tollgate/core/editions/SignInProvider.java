package dev.tollgate.core.editions;

/** Who else may vouch for a person; an address it vouches for counts as verified. */
public enum SignInProvider {
  GOOGLE,
  MICROSOFT
}
