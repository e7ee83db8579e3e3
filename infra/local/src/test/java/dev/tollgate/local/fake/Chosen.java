package dev.tollgate.local.fake;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.tollgate.local.functions.FunctionSource;
import java.util.Map;
import java.util.Set;

/** Some functions as they are deployed; the others take what comes and do nothing. */
public record Chosen(FunctionSource deployed, Set<String> names) implements FunctionSource {
  public Chosen(FunctionSource deployed, String... names) {
    this(deployed, Set.of(names));
  }

  @Override
  public RequestStreamHandler load(
      String logicalName, String codeUri, String handler, Map<String, String> environment) {
    return names.contains(logicalName)
        ? deployed.load(logicalName, codeUri, handler, environment)
        : Fakes.handler(event -> "");
  }

  @Override
  public long weight(String codeUri) {
    return deployed.weight(codeUri);
  }

  @Override
  public FunctionSource forOneStack() {
    return new Chosen(deployed.forOneStack(), names);
  }
}
