package dev.tollgate.core.identity;

/** Slow on purpose: a hash costs about a quarter of a second. */
public interface PasswordHasher {
  PasswordHash hash(NewPassword password);

  /** The same password under the present scheme and cost. */
  PasswordHash upgrade(Password password);

  boolean matches(Password password, PasswordHash hash);

  /** Takes the time of {@link #matches} and answers nothing: for people who do not exist. */
  void pretend(Password password);

  /** True where the hash was made by an older scheme or cost and should be made anew. */
  boolean isOutdated(PasswordHash hash);
}
