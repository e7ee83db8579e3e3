package dev.tollgate.security;

import dev.tollgate.core.identity.NewPassword;
import dev.tollgate.core.identity.Password;
import dev.tollgate.core.identity.PasswordHash;
import dev.tollgate.core.identity.PasswordHasher;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.security.crypto.bcrypt.BCrypt;

/**
 * Bcrypt over the base 64 of a SHA-256, because bcrypt alone ignores what comes after 72 bytes and
 * stops at a zero byte. Written as {@code $bcrypt-sha256$} and bcrypt's own text, which names the
 * cost.
 */
final class BcryptPasswords implements PasswordHasher {
  private static final String SCHEME = "$bcrypt-sha256$";

  private final SecureRandom random = new SecureRandom();
  private final int cost;
  private final PasswordHash nobodys;

  /**
   * @param cost the logarithm of the number of rounds; 12 takes about a quarter of a second
   */
  BcryptPasswords(int cost) {
    this.cost = cost;
    this.nobodys = upgrade(new Password("a password that nobody has"));
  }

  @Override
  public PasswordHash hash(NewPassword password) {
    return upgrade(password.password());
  }

  @Override
  public PasswordHash upgrade(Password password) {
    return new PasswordHash(
        SCHEME + BCrypt.hashpw(digest(password), BCrypt.gensalt("$2b", cost, random)));
  }

  @Override
  public boolean matches(Password password, PasswordHash hash) {
    return hash.value().startsWith(SCHEME)
        && BCrypt.checkpw(digest(password), hash.value().substring(SCHEME.length()));
  }

  @Override
  public void pretend(Password password) {
    boolean _ = matches(password, nobodys);
  }

  @Override
  public boolean isOutdated(PasswordHash hash) {
    return !hash.value().startsWith(SCHEME + "$2b$" + twoDigits(cost) + "$");
  }

  private static String twoDigits(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }

  private static String digest(Password password) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(password.text().getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
