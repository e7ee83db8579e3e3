package dev.tollgate.core.identity;

/** A password that the policy has accepted; only {@link PasswordPolicy} makes one. */
public final class NewPassword {
  private final Password password;

  NewPassword(Password password) {
    this.password = password;
  }

  public Password password() {
    return password;
  }
}
