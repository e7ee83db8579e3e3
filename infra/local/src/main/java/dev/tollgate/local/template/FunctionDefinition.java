package dev.tollgate.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A function as its template block defines it.
 *
 * @param logicalName its name in the template
 * @param name what Lambda would call it
 * @param environment what the block grants, references resolved
 */
public record FunctionDefinition(
    String logicalName,
    String name,
    String codeUri,
    String handler,
    Map<String, String> environment,
    Duration timeout,
    int memoryMegabytes,
    List<Trigger> triggers) {

  public <T extends Trigger> Stream<T> triggers(Class<T> kind) {
    return triggers.stream().filter(kind::isInstance).map(kind::cast);
  }
}
