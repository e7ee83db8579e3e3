package dev.tollgate.bench.bare;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The floor of all functions: parses the event and its JSON body, answers JSON. */
public final class BareHandler implements RequestStreamHandler {
  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    HttpCall.read(event).answer(answer, "nothing looked up");
  }
}
