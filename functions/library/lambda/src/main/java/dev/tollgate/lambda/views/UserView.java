package dev.tollgate.lambda.views;

import dev.tollgate.core.identity.User;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

/** A person, as they and their colleagues see them. */
@Serdeable(naming = SnakeCaseStrategy.class)
public record UserView(
    String id,
    String email,
    String fullName,
    String role,
    boolean emailVerified,
    String createdAt) {

  public static UserView of(User user) {
    return new UserView(
        user.id().value(),
        user.email().value(),
        user.fullName(),
        user.role().wireName(),
        user.isVerified(),
        user.createdAt().toString());
  }
}
