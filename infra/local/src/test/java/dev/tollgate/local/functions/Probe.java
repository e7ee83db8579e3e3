package dev.tollgate.local.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A function that tells what it can see. It is packed into jars of its own by the test. */
public final class Probe implements RequestStreamHandler {
  private static final AtomicInteger CALLS = new AtomicInteger();

  private final Map<String, String> environment;

  public Probe(Map<String, String> environment) {
    this.environment = new TreeMap<>(environment);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    String seen =
        String.join(
            "\n",
            "calls " + CALLS.incrementAndGet(),
            "environment " + environment,
            "jackson " + canSee("com.fasterxml.jackson.databind.ObjectMapper"),
            "stack " + canSee("dev.tollgate.local.LocalStack"),
            "context loader is mine "
                + (Thread.currentThread().getContextClassLoader() == Probe.class.getClassLoader()));
    out.write(seen.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean canSee(String className) {
    try {
      Class.forName(className);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
