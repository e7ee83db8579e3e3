package dev.tollgate.lambda.guard;

import dev.tollgate.core.accounts.Standing;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.VerificationPolicy;
import dev.tollgate.core.entitlements.Entitlements;
import dev.tollgate.core.identity.AccessTokens;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.identity.Principal;
import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.identity.User;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.ReadOnlyWindow;
import dev.tollgate.core.subscriptions.Subscription;
import dev.tollgate.lambda.http.Problem;
import dev.tollgate.lambda.http.Request;
import dev.tollgate.lambda.runtime.Environment;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks the questions of the contract in its order, over one read of the caller. Whatever cannot be
 * read is not allowed.
 */
@Singleton
public final class Guards {
  private final AccessTokens tokens;
  private final Members members;
  private final Edition edition;
  private final Time time;
  private final Keyring keyring;
  private final Rights rights;
  private final ReadOnlyWindow window;
  private final String apiUrl;
  private final String upgradeUrl;

  Guards(
      AccessTokens tokens,
      Members members,
      Edition edition,
      Time time,
      Keyring keyring,
      Rights rights,
      Environment environment) {
    this.tokens = tokens;
    this.members = members;
    this.edition = edition;
    this.time = time;
    this.keyring = keyring;
    this.rights = rights;
    this.window = ReadOnlyWindow.of(edition);
    this.apiUrl = environment.required("API_URL");
    this.upgradeUrl = UpgradeUrl.of(environment);
  }

  /** In the order of the package's description. */
  public Admission admit(Request request, Declaration declared, Calls calls) {
    Optional<Caller> caller = caller(request, declared);
    if (caller.isEmpty()) {
      Counted counted = calls.ofAddress(request.client());
      return new Admission.Denied(
          counted.refusal().orElseGet(Problem::unauthenticated), counted.headers());
    }
    Optional<Problem> suspension =
        unless(declared, Guard.SUSPENSION, () -> suspension(caller.get()));
    return suspension.isPresent()
        ? new Admission.Denied(suspension.get(), Map.of())
        : admit(caller.get(), declared, calls);
  }

  private Admission admit(Caller caller, Declaration declared, Calls calls) {
    Optional<Problem> refusal = refusal(caller, declared);
    boolean metered = refusal.isEmpty() && declared.isMetered();
    Counted counted = calls.ofTenant(caller.tenancy(), metered);
    Optional<Problem> first = counted.refusal().or(() -> refusal);
    if (first.isPresent()) {
      return new Admission.Denied(first.get(), counted.headers());
    }
    if (caller instanceof Caller.Program(var holder)) {
      keyring.used(holder.key());
    }
    return new Admission.Admitted(caller, counted.headers());
  }

  /** A token counts before a key, also one that is no longer good. */
  private Optional<Caller> caller(Request request, Declaration declared) {
    if (request.bearerToken().isPresent()) {
      return authenticate(request).map(Caller.Person::new);
    }
    return declared.scope().isPresent()
        ? keyring.holder(request).map(Caller.Program::new)
        : Optional.empty();
  }

  /** Who calls, where a live session says so: one read, and none without a token of ours. */
  public Optional<Principal> authenticate(Request request) {
    return request
        .bearerToken()
        .flatMap(tokens::verify)
        .flatMap(claims -> members.find(claims.tenant(), claims.user(), claims.session()))
        .filter(principal -> principal.isLive(time.now(principal.member().account().id())));
  }

  private Optional<Problem> refusal(Caller caller, Declaration declared) {
    Tenancy tenancy = caller.tenancy();
    return permission(caller, declared)
        .or(() -> unless(declared, Guard.VERIFICATION, () -> verification(caller)))
        .or(() -> unless(declared, Guard.SUBSCRIPTION, () -> subscription(tenancy, declared)))
        .or(() -> declared.feature().flatMap(feature -> feature(tenancy, feature)));
  }

  private static Optional<Problem> unless(
      Declaration declared, Guard guard, Supplier<Optional<Problem>> asked) {
    return declared.exempt().contains(guard) ? Optional.empty() : asked.get();
  }

  private static Optional<Problem> permission(Caller caller, Declaration declared) {
    return switch (caller) {
      case Caller.Person(var principal) ->
          declared.roles().isEmpty() || declared.roles().contains(principal.member().user().role())
              ? Optional.empty()
              : Optional.of(
                  Problem.of(
                      403,
                      "forbidden",
                      "This is not for your role",
                      "Ask somebody with the right role in your account."));
      case Caller.Program(var holder) ->
          declared.scope().filter(holder.key().scopes()::contains).isPresent()
              ? Optional.empty()
              : Optional.of(
                  Problem.of(
                      403,
                      "forbidden",
                      "This is not for your key",
                      "Make a key with the scope that this needs."));
    };
  }

  private static Optional<Problem> suspension(Caller caller) {
    return caller.tenancy().account().standing() instanceof Standing.Suspended suspended
        ? Optional.of(suspended(suspended))
        : Optional.empty();
  }

  /** The one wording of it, for doors that find out by themselves. */
  public static Problem suspended(Standing.Suspended standing) {
    return Problem.of(403, "tenant_suspended", "This account is suspended", standing.reason())
        .with("reason", standing.reason());
  }

  /** A key was made by somebody whose mailbox was proven, which no time undoes. */
  private Optional<Problem> verification(Caller caller) {
    if (!(caller instanceof Caller.Person(var principal))) {
      return Optional.empty();
    }
    User user = principal.member().user();
    return user.isVerified() || time.now(user.tenant()).isBefore(graceEnd(user, edition))
        ? Optional.empty()
        : Optional.of(unverified(user, edition, apiUrl));
  }

  /** The one wording of it, for doors that want proof whatever grace is left. */
  public static Problem unverified(User user, Edition edition, String apiUrl) {
    return Problem.of(
            403,
            "email_not_verified",
            "Please verify your e-mail address",
            "Follow the link in the mail we sent, or ask for a new one.")
        .with("grace_ended_at", graceEnd(user, edition).toString())
        .with("resend_url", apiUrl + "/api/v1/auth/resend-verification");
  }

  private static Instant graceEnd(User user, Edition edition) {
    return switch (edition.verification()) {
      case VerificationPolicy.Grace grace -> user.createdAt().plus(grace.length());
      case VerificationPolicy.VerifiedFirst _ -> user.createdAt();
    };
  }

  private Optional<Problem> subscription(Tenancy tenancy, Declaration declared) {
    Instant now = time.now(tenancy.account().id());
    Subscription subscription = tenancy.enrollment().at(now, edition.terms());
    if (subscription.isLive(now) || (declared.history() && window.isOpen(subscription, now))) {
      return Optional.empty();
    }
    @Nullable Instant end =
        switch (subscription) {
          case Subscription.Trialing trial -> trial.endsAt();
          case Subscription.Canceled canceled -> canceled.endedAt();
          case Subscription.Active _,
              Subscription.PastDue _,
              Subscription.Unpaid _,
              Subscription.Paused _,
              Subscription.Incomplete _,
              Subscription.Complimentary _ ->
              subscription.contract().map(Contract::periodEnd).orElse(null);
        };
    return Optional.of(
        Problem.of(
                402,
                "subscription_inactive",
                "The subscription is not active",
                "Pick a plan to go on; nothing is lost.")
            .with("status", subscription.status())
            .with("plan", subscription.plan())
            .with("current_period_end", end == null ? null : end.toString())
            .with("upgrade_url", upgradeUrl));
  }

  private Optional<Problem> feature(Tenancy tenancy, String feature) {
    Entitlements entitlements = rights.of(tenancy);
    return entitlements.has(feature)
        ? Optional.empty()
        : Optional.of(
            Problem.of(
                    402,
                    "feature_not_in_plan",
                    "Your plan does not have this",
                    "The "
                        + entitlements.plan().displayName()
                        + " plan does not have it; another one may.")
                .with("feature", feature)
                .with("current_plan", entitlements.plan().key())
                .with("upgrade_url", upgradeUrl));
  }
}
