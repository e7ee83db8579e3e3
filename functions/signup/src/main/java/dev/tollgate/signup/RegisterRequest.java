package dev.tollgate.signup;

import dev.tollgate.core.identity.NewPassword;
import dev.tollgate.core.identity.PersonName;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.onboarding.SignUp;
import dev.tollgate.lambda.http.Request;
import io.micronaut.core.annotation.Introspected;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sign-up.
 *
 * @param password 10 to 128 characters, not a common one
 * @param inviteCode of the platform, where self-serve is off
 * @param accountInviteCode of an account that wants this person in it
 */
@Introspected
record RegisterRequest(
    EmailAddress email,
    NewPassword password,
    @Nullable PersonName fullName,
    @Nullable PersonName companyName,
    @Nullable String inviteCode,
    @Nullable String accountInviteCode) {

  SignUp signUp(Request request) {
    return new SignUp(
        email,
        password,
        Optional.ofNullable(fullName),
        Optional.ofNullable(companyName),
        Optional.ofNullable(inviteCode),
        Optional.ofNullable(accountInviteCode),
        request.idempotentRequest(),
        request.client());
  }
}
