package dev.tollgate.metering;

import dev.tollgate.core.billing.EnsuringCustomer;
import dev.tollgate.core.billing.FollowingTime;
import dev.tollgate.core.billing.ProviderCustomers;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.messages.Announcement;
import dev.tollgate.core.messages.Message;
import dev.tollgate.core.usage.ReportingUsage;
import dev.tollgate.lambda.events.HoldingWork;
import dev.tollgate.lambda.events.MessageBody;
import dev.tollgate.lambda.events.QueueConsumer;
import dev.tollgate.lambda.events.QueueRecord;
import dev.tollgate.lambda.events.Verdict;
import dev.tollgate.lambda.logging.Log;
import java.util.Map;

/**
 * The door: a record in, a verdict out. It claims no message, since the provider counts a use once
 * for its id and makes a customer once for its key.
 */
final class MeteringQueue implements QueueConsumer {
  private final HoldingWork holding;
  private final ReportingUsage reporting;
  private final EnsuringCustomer customers;
  private final FollowingTime following;
  private final ProviderCustomers provider;
  private final Log log;

  MeteringQueue(
      HoldingWork holding,
      ReportingUsage reporting,
      EnsuringCustomer customers,
      FollowingTime following,
      ProviderCustomers provider,
      Log log) {
    this.holding = holding;
    this.reporting = reporting;
    this.customers = customers;
    this.following = following;
    this.provider = provider;
    this.log = log;
  }

  @Override
  public Verdict consume(QueueRecord record) {
    return MessageBody.read(record.body())
        .map(this::consume)
        .orElseGet(() -> new Verdict.Park("no message we know"));
  }

  private Verdict consume(Message message) {
    try {
      return switch (message.announcement()) {
        case Announcement.UsageRecorded usage ->
            holding.hold(message).orElseGet(() -> report(message, usage));
        case Announcement.CustomerWanted _ -> ensure(message.tenant());
        case Announcement.ToPerson _,
            Announcement.Strike _,
            Announcement.WorkResumed _,
            Announcement.Published _ ->
            new Verdict.Park("a message for somebody else");
      };
    } catch (Unavailable e) {
      log.error("metering_unavailable", Map.of("message", message.id().value()), e);
      return new Verdict.Retry("nobody could be asked, or nothing written");
    }
  }

  private Verdict report(Message message, Announcement.UsageRecorded usage) {
    following.catchUp(message.tenant()); // the provider refuses what lies in its future
    return switch (reporting.report(message.tenant(), usage.meter(), usage.usage())) {
      case ReportingUsage.Reported _ -> done("usage_reported", message, usage);
      case ReportingUsage.NotBilled _ -> done("usage_not_billed", message, usage);
      case ReportingUsage.Unknown _ -> done("usage_unknown", message, usage);
      case ReportingUsage.Refused refused -> new Verdict.Park(refused.reason());
    };
  }

  private Verdict done(String event, Message message, Announcement.UsageRecorded usage) {
    log.info(
        event,
        Map.of(
            "message", message.id().value(),
            "tenant", message.tenant().value(),
            "meter", usage.meter().key()));
    return new Verdict.Done();
  }

  /** Without a provider there is nothing to be a customer of; a checkout makes up for it later. */
  private Verdict ensure(TenantId tenant) {
    if (provider.isConfigured()) {
      boolean there = customers.ensure(tenant).isPresent();
      log.info(there ? "customer_ensured" : "customer_of_nobody", Map.of("tenant", tenant.value()));
    }
    return new Verdict.Done();
  }
}
