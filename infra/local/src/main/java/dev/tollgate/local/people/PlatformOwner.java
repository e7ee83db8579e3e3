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
import dev.tollgate.lambda.runtime.FunctionContext;
import dev.tollgate.local.Seed;
import dev.tollgate.testkit.servers.LocalAws;
import io.micronaut.context.ApplicationContext;
import java.util.Map;

/** The platform owner of every local stack, whose password the contract publishes. */
public final class PlatformOwner implements Seed {
  public static final String EMAIL = "owner@tollgate.local";
  public static final String PASSWORD = "Tollgate2026!";

  @Override
  public void plant(Ground ground) {
    try (ApplicationContext beans = FunctionContext.start(environment(ground))) {
      new InstallingPlatformOwner(
              beans.getBean(Edition.class),
              beans.getBean(Directory.class),
              beans.getBean(Registrations.class),
              beans.getBean(PasswordHasher.class),
              beans.getBean(Time.class),
              beans.getBean(Ids.class))
          .install(new EmailAddress(EMAIL), password());
    }
  }

  private static NewPassword password() {
    return switch (new PasswordPolicy().check(PASSWORD)) {
      case Checked.Valid<NewPassword>(NewPassword valid) -> valid;
      case Checked.Invalid<NewPassword>(String message) ->
          throw new IllegalStateException("the owner's password " + message);
    };
  }

  private static Map<String, String> environment(Ground ground) {
    return Map.of(
        "STAGE",
        "local",
        "EDITION",
        ground.parameters().getOrDefault("Edition", "tollgate"),
        "TABLE_NAME",
        ground.tableName(),
        "DYNAMODB_ENDPOINT",
        ground.dynamoDbEndpoint().toString(),
        "AWS_REGION",
        LocalAws.REGION,
        "AWS_ACCESS_KEY_ID",
        LocalAws.ACCESS_KEY_ID,
        "AWS_SECRET_ACCESS_KEY",
        LocalAws.SECRET_ACCESS_KEY);
  }
}
