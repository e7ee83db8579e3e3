package dev.tollgate.dynamo;

import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.subscriptions.BillingInterval;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.ContractStatus;
import dev.tollgate.core.subscriptions.Enrollment;
import dev.tollgate.core.subscriptions.Grant;
import dev.tollgate.core.subscriptions.OpenCheckout;
import dev.tollgate.core.subscriptions.ProviderCustomer;
import java.net.URI;
import java.util.Optional;

/**
 * What the tenant was given and what the payment provider last said. A word that we do not know is
 * no leave to work, so reading it fails.
 */
final class EnrollmentItem {
  private EnrollmentItem() {}

  record EnrollmentKey(TenantId tenant) implements Key {
    static final String SORT = "SUBSCRIPTION";

    @Override
    public String partition() {
      return Key.tenant(tenant);
    }

    @Override
    public String sort() {
      return SORT;
    }
  }

  /** Of a tenant that has none yet. */
  static Action begin(Enrollment enrollment) {
    return Action.put(write(enrollment)).ifAbsent();
  }

  /** Only over the one that this was decided on, whose version it still bears. */
  static Action replace(Enrollment changed) {
    return Action.put(write(changed).number("version", changed.version() + 1))
        .ifVersionIs(changed.version());
  }

  /** Writes nothing: it must be the one that this was decided on. */
  static Action check(Enrollment seen) {
    return check(seen.tenant(), seen.version());
  }

  static Action check(TenantId tenant, long version) {
    return Action.check(new EnrollmentKey(tenant)).ifVersionIs(version);
  }

  /** For good, and only the one that this was decided on. */
  static Action end(Enrollment seen) {
    return Action.delete(new EnrollmentKey(seen.tenant())).ifVersionIs(seen.version());
  }

  /** What is decided from it changed elsewhere: whoever read this version must read again. */
  static Action turn(TenantId tenant, long version) {
    return Action.update(new EnrollmentKey(tenant), "SET version = version + :one")
        .ifVersionIs(version)
        .with(":one", 1);
  }

  private static Row.Writer write(Enrollment enrollment) {
    Row.Writer row =
        new Row.Writer(new EnrollmentKey(enrollment.tenant()))
            .text("tenant", enrollment.tenant().value())
            .text("customer", enrollment.customer().id())
            .number("customers_made", enrollment.customer().made())
            .texts("customers_former", enrollment.customer().former())
            .nested("contract", enrollment.contract().map(EnrollmentItem::write))
            .nested("checkout", enrollment.checkout().map(EnrollmentItem::write))
            .text("currency", enrollment.currency())
            .number("version", enrollment.version())
            .text("plan", enrollment.grant().plan())
            .instant("since", enrollment.grant().since());
    return switch (enrollment.grant()) {
      case Grant.Trial trial ->
          row.text("grant", "trial")
              .instant("ends_at", trial.endsAt())
              .text("promised", trial.promised() ? Optional.of("yes") : Optional.empty());
      case Grant.Given _ -> row.text("grant", "given");
      case Grant.Unpaid _ -> row.text("grant", "unpaid");
      case Grant.Complimentary _ -> row.text("grant", "complimentary");
    };
  }

  static Enrollment read(Row row) {
    return new Enrollment(
        new TenantId(row.text("tenant")),
        grant(row),
        new ProviderCustomer(
            row.optionalText("customer"),
            row.number("customers_made"),
            row.texts("customers_former")),
        row.nested("contract").map(EnrollmentItem::contract),
        row.nested("checkout").map(EnrollmentItem::checkout),
        row.optionalText("currency"),
        row.longNumber("version"));
  }

  private static Grant grant(Row row) {
    String plan = row.text("plan");
    return switch (row.text("grant")) {
      case "trial" ->
          new Grant.Trial(
              plan,
              row.instant("since"),
              row.instant("ends_at"),
              row.optionalText("promised").isPresent());
      case "given" -> new Grant.Given(plan, row.instant("since"));
      case "unpaid" -> new Grant.Unpaid(plan, row.instant("since"));
      case "complimentary" -> new Grant.Complimentary(plan, row.instant("since"));
      default -> throw new IllegalStateException("an enrollment with an unknown grant");
    };
  }

  private static Row.Writer write(Contract contract) {
    return Row.Writer.nested()
        .text("id", contract.id())
        .text("status", contract.status().wireName())
        .text("plan", contract.plan())
        .text("interval", contract.interval().wireName())
        .text("currency", contract.currency())
        .number("seats", contract.seats())
        .instant("started_at", contract.startedAt())
        .instant("period_start", contract.periodStart())
        .instant("period_end", contract.periodEnd())
        .instant("trial_end", contract.trialEnd())
        .instant("cancels_at", contract.cancelsAt())
        .flag("collection_paused", contract.collectionPaused())
        .instant("ended_at", contract.endedAt());
  }

  private static Contract contract(Row row) {
    return new Contract(
        row.text("id"),
        ContractStatus.parse(row.text("status"))
            .orElseThrow(() -> new IllegalStateException("a contract in an unknown status")),
        row.text("plan"),
        BillingInterval.parse(row.text("interval"))
            .orElseThrow(() -> new IllegalStateException("a contract of an unknown interval")),
        row.text("currency"),
        row.number("seats"),
        row.instant("started_at"),
        row.instant("period_start"),
        row.instant("period_end"),
        row.optionalInstant("trial_end"),
        row.optionalInstant("cancels_at"),
        row.flag("collection_paused"),
        row.optionalInstant("ended_at"));
  }

  private static Row.Writer write(OpenCheckout checkout) {
    return Row.Writer.nested()
        .text("id", checkout.id())
        .text("url", checkout.url().toString())
        .text("wish", checkout.wish().value())
        .number("ordinal", checkout.ordinal());
  }

  private static OpenCheckout checkout(Row row) {
    return new OpenCheckout(
        row.text("id"),
        URI.create(row.text("url")),
        new Fingerprint(row.text("wish")),
        row.number("ordinal"));
  }
}
