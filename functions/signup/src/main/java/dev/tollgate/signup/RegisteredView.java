package dev.tollgate.signup;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tollgate.core.identity.IssuedTokens;
import dev.tollgate.core.onboarding.SigningUp;
import dev.tollgate.lambda.views.AccountView;
import dev.tollgate.lambda.views.TokensView;
import dev.tollgate.lambda.views.UserView;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/** What a sign-up made; with tokens unless the mailbox must be proven first. */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record RegisteredView(
    UserView user,
    AccountView account,
    boolean emailVerificationRequired,
    @Nullable String accessToken,
    @Nullable String refreshToken,
    @Nullable String tokenType,
    @Nullable Long expiresIn) {

  static RegisteredView of(SigningUp.SignedUp done) {
    @Nullable IssuedTokens tokens = done.tokens().orElse(null);
    return new RegisteredView(
        UserView.of(done.member().user()),
        AccountView.of(done.member().account()),
        !done.member().user().isVerified(),
        tokens == null ? null : tokens.accessToken(),
        tokens == null ? null : tokens.refreshToken().text(),
        tokens == null ? null : TokensView.TYPE,
        tokens == null ? null : tokens.expiresIn().toSeconds());
  }

  @Override
  public String toString() {
    return "RegisteredView[hidden]";
  }
}
