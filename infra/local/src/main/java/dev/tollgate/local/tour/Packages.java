package dev.tollgate.local.tour;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.tollgate.local.functions.FunctionSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/**
 * Packages whose classes are loaded once and serve one stack after the other, which is most of a
 * start. Each stack has functions of its own with its own variables; nothing static holds either.
 */
record Packages(FunctionSource source) implements FunctionSource {
  @Override
  public RequestStreamHandler load(
      String logicalName, String codeUri, String handler, Map<String, String> environment) {
    return new Kept(source.load(logicalName, codeUri, handler, environment));
  }

  @Override
  public long weight(String codeUri) {
    return source.weight(codeUri);
  }

  /** Hides the class loader from the stack, which would close it with the function. */
  private record Kept(RequestStreamHandler handler) implements RequestStreamHandler, AutoCloseable {
    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
        throws IOException {
      Thread.currentThread().setContextClassLoader(handler.getClass().getClassLoader());
      handler.handleRequest(in, out, context);
    }

    @Override
    public void close() {
      try {
        if (handler instanceof AutoCloseable closeable) {
          closeable.close();
        }
      } catch (Exception e) { // what AutoCloseable declares
        throw new IllegalStateException("a function did not stop cleanly", e);
      }
    }
  }
}
