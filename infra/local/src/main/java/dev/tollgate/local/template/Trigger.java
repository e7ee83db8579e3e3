package dev.tollgate.local.template;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What makes a function run. */
public sealed interface Trigger {

  /**
   * A route of the HTTP API.
   *
   * @param method upper case, or ANY
   */
  record Route(String method, String path) implements Trigger {
    public String key() {
      return method + " " + path;
    }
  }

  /**
   * @param partialFailures whether the function's answer names the messages that failed
   */
  record Queue(String queueName, int batchSize, boolean partialFailures) implements Trigger {}

  /**
   * @param startAtOldest TRIM_HORIZON rather than LATEST, where nothing has been read yet
   * @param retries how often a record is tried again; -1 for without end
   * @param giveUpQueue gets a note about records that are given up
   * @param filters patterns of which one must match; none means every record
   */
  record Stream(
      String name,
      String tableName,
      int batchSize,
      boolean startAtOldest,
      boolean partialFailures,
      boolean bisect,
      int retries,
      Optional<String> giveUpQueue,
      List<String> filters,
      Place place)
      implements Trigger {}

  /**
   * @param expression rate(…), cron(…) or at(…)
   * @param input the JSON the function is given
   */
  record Schedule(String name, String expression, ZoneId zone, String input, Place place)
      implements Trigger {}
}
