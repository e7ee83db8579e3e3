package dev.tollgate.local.template;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the Events of a function. A kind that the local stack cannot imitate is refused. */
final class TriggerReader {
  private static final String PARTIAL = "ReportBatchItemFailures";
  private static final Pattern STREAM = Pattern.compile(".*:table/([^/]+)/stream/.*");

  private TriggerReader() {}

  /** Empty for a trigger that is switched off. */
  static Stream<Trigger> read(String name, Fields event) {
    Fields properties = event.map("Properties");
    boolean on =
        properties.truth("Enabled", true)
            && !properties.text("State", "ENABLED").equalsIgnoreCase("DISABLED");
    Trigger trigger =
        switch (event.text("Type")) {
          case "HttpApi" -> route(properties);
          case "SQS" -> queue(properties);
          case "DynamoDB" -> stream(name, properties);
          case "ScheduleV2" -> schedule(name, properties);
          default ->
              throw event
                  .place()
                  .error("no local trigger for events of type " + event.text("Type"));
        };
    return on ? Stream.of(trigger) : Stream.empty();
  }

  private static Trigger route(Fields properties) {
    return new Trigger.Route(
        properties.text("Method").toUpperCase(Locale.ROOT), properties.text("Path"));
  }

  private static Trigger queue(Fields properties) {
    return new Trigger.Queue(
        afterLast(properties.text("Queue")),
        properties.number("BatchSize", 10),
        properties.texts("FunctionResponseTypes").contains(PARTIAL));
  }

  private static Trigger stream(String name, Fields properties) {
    Matcher arn = STREAM.matcher(properties.text("Stream"));
    if (!arn.matches()) {
      throw properties.place().error("Stream is not the ARN of a table's stream");
    }
    Fields onFailure = properties.map("DestinationConfig").map("OnFailure");
    List<String> filters =
        properties.map("FilterCriteria").list("Filters").stream()
            .map(filter -> new Fields((Map<?, ?>) filter, properties.place()).text("Pattern"))
            .toList();
    return new Trigger.Stream(
        name,
        arn.group(1),
        properties.number("BatchSize", 100),
        !properties.text("StartingPosition", "TRIM_HORIZON").equals("LATEST"),
        properties.texts("FunctionResponseTypes").contains(PARTIAL),
        properties.truth("BisectBatchOnFunctionError", false),
        properties.number("MaximumRetryAttempts", -1),
        onFailure.optional("Destination").map(TriggerReader::afterLast),
        filters,
        properties.place());
  }

  private static Trigger schedule(String name, Fields properties) {
    String zone = properties.text("ScheduleExpressionTimezone", "UTC");
    try {
      return new Trigger.Schedule(
          properties.text("Name", name),
          properties.text("ScheduleExpression"),
          ZoneId.of(zone),
          properties.text("Input", "{}"),
          properties.place());
    } catch (DateTimeException e) {
      throw properties.place().error("there is no time zone " + zone);
    }
  }

  private static String afterLast(String arn) {
    return arn.substring(arn.lastIndexOf(':') + 1);
  }
}
