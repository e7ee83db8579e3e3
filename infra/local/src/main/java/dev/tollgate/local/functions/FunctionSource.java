package dev.tollgate.local.functions;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.Map;

/** Where handlers come from: the packages that Maven built, or a test. */
public interface FunctionSource {
  /**
   * @param handler as the template writes it, {@code class::method}
   * @param environment every variable the function may see
   */
  RequestStreamHandler load(
      String logicalName, String codeUri, String handler, Map<String, String> environment);

  /** How much there is to load in a package, in any unit; what takes longest is begun first. */
  default long weight(String codeUri) {
    return 0;
  }

  /** The source for one start of a stack, which closes what it was given. */
  default FunctionSource forOneStack() {
    return this;
  }
}
