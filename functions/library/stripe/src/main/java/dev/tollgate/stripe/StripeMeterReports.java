package dev.tollgate.stripe;

import com.stripe.model.billing.MeterEvent;
import com.stripe.model.billing.MeterEventSummary;
import com.stripe.param.billing.MeterEventCreateParams;
import com.stripe.param.billing.MeterEventSummaryListParams;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.usage.MeterReports;
import dev.tollgate.core.usage.Usage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Reports usage as meter events, whose name is the edition's key and the meter's. */
final class StripeMeterReports implements MeterReports {
  /** Stripe's limit for an event's identifier. */
  private static final int LONGEST_IDENTIFIER = 100;

  private final StripeApi api;
  private final Meters meters;
  private final String edition;

  StripeMeterReports(StripeApi api, Meters meters, String edition) {
    this.api = api;
    this.meters = meters;
    this.edition = edition;
  }

  @Override
  public Outcome report(String customer, Usage usage) {
    String identifier = identifier(usage);
    MeterEventCreateParams event =
        MeterEventCreateParams.builder()
            .setEventName(eventName(usage.meter()))
            .setIdentifier(identifier)
            .setTimestamp(usage.at().getEpochSecond())
            .putPayload(Meters.CUSTOMER_KEY, customer)
            .putPayload(Meters.VALUE_KEY, Long.toString(usage.amount()))
            .build();
    Reply<MeterEvent> reply =
        api.ask(
            "count usage",
            stripe ->
                stripe
                    .v1()
                    .billing()
                    .meterEvents()
                    .create(event, StripeApi.keyed("usage-" + identifier)));
    return switch (reply) {
      case Reply.Given<MeterEvent> _ -> new Outcome.Taken();
      case Reply.Refused<MeterEvent> refused when isRepeated(refused) -> new Outcome.Taken();
      case Reply.Refused<MeterEvent> refused -> new Outcome.Refused(refused.described());
      case Reply.Declined<MeterEvent>(String reason) -> new Outcome.Refused(reason);
      // The same use, to be billed to another customer: it was taken under the first one.
      case Reply.KeyTaken<MeterEvent> _ -> new Outcome.Refused("reported before in other words");
    };
  }

  /**
   * After the key is forgotten the identifier still tells. Ours always has the right form, so
   * nothing else can be wrong with it.
   */
  private static boolean isRepeated(Reply.Refused<MeterEvent> refused) {
    return refused.field().equals("identifier");
  }

  @Override
  public long sum(String customer, Meter meter, Instant from, Instant until) {
    Instant start = from.truncatedTo(ChronoUnit.MINUTES);
    Instant end = until.truncatedTo(ChronoUnit.MINUTES);
    Optional<String> id = meters.find(eventName(meter));
    if (id.isEmpty() || !start.isBefore(end)) {
      return 0;
    }
    MeterEventSummaryListParams span =
        MeterEventSummaryListParams.builder()
            .setCustomer(customer)
            .setStartTime(start.getEpochSecond())
            .setEndTime(end.getEpochSecond())
            .setLimit(StripeApi.PAGE)
            .build();
    List<MeterEventSummary> summaries =
        api.call(
            "sum usage",
            stripe ->
                StripeApi.all(
                    stripe.v1().billing().meters().eventSummaries().list(id.get(), span)));
    return summaries.stream()
        .map(MeterEventSummary::getAggregatedValue)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .longValue();
  }

  private String eventName(Meter meter) {
    return edition + "_" + meter.key();
  }

  /** The use itself, so that it counts once whoever reports it and however often. */
  static String identifier(Usage usage) {
    String whose = usage.tenant().value() + ":";
    String plain = whose + usage.meter().key() + ":" + usage.id();
    return plain.length() <= LONGEST_IDENTIFIER ? plain : whose + Fingerprint.of(plain).value();
  }
}
