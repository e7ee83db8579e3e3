package dev.tollgate.core.onboarding;

import dev.tollgate.core.identity.NewPassword;
import dev.tollgate.core.identity.PersonName;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.Fingerprint;
import java.util.Optional;

/**
 * Somebody asks to become a customer.
 *
 * @param inviteCode of the platform, where self-serve is off
 * @param accountInviteCode of an account that wants this person in it
 * @param request stands for the client's idempotency key and body together, where it gave a key:
 *     the same request again is answered with what it made the first time
 */
public record SignUp(
    EmailAddress email,
    NewPassword password,
    Optional<PersonName> fullName,
    Optional<PersonName> companyName,
    Optional<String> inviteCode,
    Optional<String> accountInviteCode,
    Optional<Fingerprint> request,
    Client client) {}
