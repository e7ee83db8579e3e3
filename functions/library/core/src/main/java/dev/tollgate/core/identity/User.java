package dev.tollgate.core.identity;

import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A person of one tenant.
 *
 * @param password absent where the person signs in through a provider only
 * @param providers the sign-in providers linked to this person, by key
 * @param credentialVersion goes up by one with every change of password; sessions and reset links
 *     made under an older version are dead
 * @param mails which of the mails that can be turned off they want
 */
public record User(
    TenantId tenant,
    UserId id,
    EmailAddress email,
    String fullName,
    Role role,
    Verification verification,
    Optional<PasswordHash> password,
    Set<String> providers,
    int credentialVersion,
    Instant createdAt,
    MailPreferences mails) {

  /** Of somebody who has not said which mails they want. */
  public User(
      TenantId tenant,
      UserId id,
      EmailAddress email,
      String fullName,
      Role role,
      Verification verification,
      Optional<PasswordHash> password,
      Set<String> providers,
      int credentialVersion,
      Instant createdAt) {
    this(
        tenant,
        id,
        email,
        fullName,
        role,
        verification,
        password,
        providers,
        credentialVersion,
        createdAt,
        MailPreferences.NONE);
  }

  public User {
    providers = Set.copyOf(providers);
  }

  public boolean isVerified() {
    return verification instanceof Verification.Verified;
  }

  /** The first proof counts; later ones change nothing. */
  public User verified(Instant now) {
    return isVerified() ? this : withVerification(new Verification.Verified(now));
  }

  /** Kills every session and reset link made before. */
  public User withPassword(PasswordHash hash) {
    return new User(
        tenant,
        id,
        email,
        fullName,
        role,
        verification,
        Optional.of(hash),
        providers,
        credentialVersion + 1,
        createdAt,
        mails);
  }

  public User named(String newName) {
    return new User(
        tenant,
        id,
        email,
        newName,
        role,
        verification,
        password,
        providers,
        credentialVersion,
        createdAt,
        mails);
  }

  private User withVerification(Verification next) {
    return new User(
        tenant,
        id,
        email,
        fullName,
        role,
        next,
        password,
        providers,
        credentialVersion,
        createdAt,
        mails);
  }

  public User choosing(Map<MailTopic, Boolean> changed) {
    return new User(
        tenant,
        id,
        email,
        fullName,
        role,
        verification,
        password,
        providers,
        credentialVersion,
        createdAt,
        mails.with(changed));
  }
}
