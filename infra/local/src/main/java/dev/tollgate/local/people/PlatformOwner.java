package dev.tollgate.local.people;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.identity.Directory;
import dev.tollgate.core.identity.NewPassword;
import dev.tollgate.core.identity.PasswordHasher;
import dev.tollgate.core.identity.PasswordPolicy;
import dev.tollgate.core.kernel.Checked;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.onboarding.InstallingPlatformOwner;
import dev.tollgate.core.onboarding.Registrations;
import dev.tollgate.local.Seed;
import io.micronaut.context.BeanContext;

/** The platform owner of every local stack, whose password the contract publishes. */
public final class PlatformOwner implements Seed {
  public static final String EMAIL = "owner@tollgate.local";
  public static final String PASSWORD = "Tollgate2026!";

  @Override
  public void plant(BeanContext beans) {
    new InstallingPlatformOwner(
            beans.getBean(Edition.class),
            beans.getBean(Directory.class),
            beans.getBean(Registrations.class),
            beans.getBean(PasswordHasher.class),
            beans.getBean(Time.class),
            beans.getBean(Ids.class))
        .install(new EmailAddress(EMAIL), password());
  }

  private static NewPassword password() {
    return switch (new PasswordPolicy().check(PASSWORD)) {
      case Checked.Valid<NewPassword>(NewPassword valid) -> valid;
      case Checked.Invalid<NewPassword>(String message) ->
          throw new IllegalStateException("the owner's password " + message);
    };
  }
}
