package dev.tollgate.editions;

import dev.tollgate.core.editions.BillingPolicy;
import dev.tollgate.core.editions.DunningPolicy;
import dev.tollgate.core.editions.KillSwitchPolicy;
import dev.tollgate.core.editions.SessionPolicy;
import dev.tollgate.core.editions.SignInProvider;
import dev.tollgate.core.editions.SignUpPolicy;
import dev.tollgate.core.editions.VerificationPolicy;
import dev.tollgate.core.kernel.EmailAddress;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the policies that are no more than their fields. */
final class PolicyReaders {
  private final DeclaredPlans plans;

  PolicyReaders(DeclaredPlans plans) {
    this.plans = plans;
  }

  Optional<SignUpPolicy> signUp(Value value) {
    Fields in = value.fields();
    var selfServe = in.at("self_serve").truth();
    var testers = in.at("testers").distinct(PolicyReaders::email);
    var startingPlan = plans.reference(in.at("starting_plan"));
    var providers = in.at("providers").distinct(item -> item.oneOf(SignInProvider.class));
    var steps = Quantities.small(in.at("wizard_steps"));
    return in.build(
        () ->
            new SignUpPolicy(
                selfServe.orElseThrow(),
                Set.copyOf(testers),
                startingPlan.orElseThrow(),
                Set.copyOf(providers),
                steps.orElseThrow()));
  }

  private static Optional<EmailAddress> email(Value item) {
    Optional<String> text = item.text();
    Optional<EmailAddress> email = text.flatMap(EmailAddress::parse);
    text.ifPresent(_ -> item.check(email.isPresent(), "not an e-mail address"));
    return email;
  }

  Optional<VerificationPolicy> verification(Value value) {
    Fields in = value.fields();
    Optional<String> kind = in.at("kind").oneOf(Stream.of("verified_first", "grace"));
    return switch (kind.orElse("")) {
      case "verified_first" -> in.build(VerificationPolicy.VerifiedFirst::new);
      case "grace" -> {
        var length = Quantities.duration(in.at("length"));
        yield in.build(() -> new VerificationPolicy.Grace(length.orElseThrow()));
      }
      default -> Optional.empty(); // no such kind, which was reported
    };
  }

  Optional<SessionPolicy> sessions(Value value) {
    Fields in = value.fields();
    var access = Quantities.duration(in.at("access_token"));
    var refresh = Quantities.duration(in.at("refresh_token"));
    return in.build(() -> new SessionPolicy(access.orElseThrow(), refresh.orElseThrow()));
  }

  Optional<BillingPolicy> billing(Value value) {
    Fields in = value.fields();
    var customer = in.at("customer_at_sign_up").truth();
    var window = Quantities.duration(in.at("read_only_window"));
    var complimentary = plans.reference(in.at("complimentary_plan"));
    var pro = in.at("pro_plans").distinct(plans::reference);
    var dunning = dunning(in.at("dunning"));
    return in.build(
        () ->
            new BillingPolicy(
                customer.orElseThrow(),
                window.orElseThrow(),
                complimentary.orElseThrow(),
                new LinkedHashSet<>(pro),
                dunning.orElseThrow()));
  }

  private static Optional<DunningPolicy> dunning(Value value) {
    Fields in = value.fields();
    var grace = Quantities.duration(in.at("grace"));
    var reminders = in.at("reminder_days").distinct(Quantities::small);
    var suspend = Quantities.optionalDuration(in.at("suspend_after"));
    return in.build(() -> new DunningPolicy(grace.orElseThrow(), reminders, suspend.orElseThrow()));
  }

  Optional<KillSwitchPolicy> killSwitch(Value value) {
    Fields in = value.fields();
    var complaints = Quantities.threshold(in.at("spam_complaints"));
    var blockListed = in.at("block_listed").truth();
    var payments = Quantities.threshold(in.at("failed_payments"));
    var administrator = in.at("administrator").truth();
    var terms = in.at("terms_of_service").truth();
    return in.build(
        () ->
            new KillSwitchPolicy(
                complaints.orElseThrow(),
                blockListed.orElseThrow(),
                payments.orElseThrow(),
                administrator.orElseThrow(),
                terms.orElseThrow()));
  }
}
