package dev.tollgate.lambda.guard;

import dev.tollgate.core.accounts.Standing;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.VerificationPolicy;
import dev.tollgate.core.identity.AccessTokens;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.identity.Principal;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.identity.User;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.Subscription;
import dev.tollgate.lambda.http.Problem;
import dev.tollgate.lambda.http.Request;
import dev.tollgate.lambda.runtime.Environment;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
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
  private final String apiUrl;
  private final String frontendUrl;

  Guards(
      AccessTokens tokens, Members members, Edition edition, Time time, Environment environment) {
    this.tokens = tokens;
    this.members = members;
    this.edition = edition;
    this.time = time;
    this.apiUrl = environment.required("API_URL");
    this.frontendUrl = environment.required("FRONTEND_URL");
  }

  public Admission admit(Request request, Set<Guard> exempt, Set<Role> roles) {
    return authenticate(request)
        .<Admission>map(
            principal -> {
              Optional<Problem> refusal = refusal(principal.member(), exempt, roles);
              return refusal.isPresent()
                  ? new Admission.Denied(refusal.get())
                  : new Admission.Admitted(principal);
            })
        .orElseGet(() -> new Admission.Denied(Problem.unauthenticated()));
  }

  /** Who calls, where a live session says so: one read, and none without a token of ours. */
  public Optional<Principal> authenticate(Request request) {
    return request
        .bearerToken()
        .flatMap(tokens::verify)
        .flatMap(claims -> members.find(claims.tenant(), claims.user(), claims.session()))
        .filter(principal -> principal.isLive(now(principal.member())));
  }

  private Optional<Problem> refusal(Member member, Set<Guard> exempt, Set<Role> roles) {
    return unless(exempt, Guard.SUSPENSION, () -> suspension(member))
        .or(() -> role(member, roles))
        .or(() -> unless(exempt, Guard.VERIFICATION, () -> verification(member)))
        .or(() -> unless(exempt, Guard.SUBSCRIPTION, () -> subscription(member)));
  }

  private static Optional<Problem> unless(
      Set<Guard> exempt, Guard guard, Supplier<Optional<Problem>> asked) {
    return exempt.contains(guard) ? Optional.empty() : asked.get();
  }

  private static Optional<Problem> role(Member member, Set<Role> roles) {
    return roles.isEmpty() || roles.contains(member.user().role())
        ? Optional.empty()
        : Optional.of(
            Problem.of(
                403,
                "forbidden",
                "This is not for your role",
                "Ask somebody with the right role in your account."));
  }

  private Optional<Problem> suspension(Member member) {
    return member.account().standing() instanceof Standing.Suspended suspended
        ? Optional.of(suspended(suspended))
        : Optional.empty();
  }

  /** The one wording of it, for doors that find out by themselves. */
  public static Problem suspended(Standing.Suspended standing) {
    return Problem.of(403, "tenant_suspended", "This account is suspended", standing.reason())
        .with("reason", standing.reason());
  }

  private Optional<Problem> verification(Member member) {
    User user = member.user();
    return user.isVerified() || now(member).isBefore(graceEnd(user, edition))
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

  private Optional<Problem> subscription(Member member) {
    Instant now = now(member);
    Subscription subscription = member.enrollment().at(now, edition.trial());
    if (subscription.isLive(now)) {
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
            .with("upgrade_url", frontendUrl + "/billing"));
  }

  private Instant now(Member member) {
    return time.now(member.account().id());
  }
}
