package dev.tollgate.lambda.events;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.tollgate.lambda.runtime.FunctionContext;
import dev.tollgate.lambda.runtime.Snapshot;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/**
 * The handler of every function that works in the background. The consumers and tasks are those of
 * the package it runs in; all of them are made at the start, so a broken one stops it.
 */
public final class EventDoor implements RequestStreamHandler, AutoCloseable {
  private final ApplicationContext context;
  private final Events events;

  @SuppressWarnings("unused") // kept reachable: CRaC holds its resources weakly
  private final Snapshot snapshot;

  /** As Lambda calls it. */
  public EventDoor() {
    this(System.getenv());
  }

  public EventDoor(Map<String, String> environment) {
    this(FunctionContext.start(environment));
  }

  /** Takes the context over and closes it. */
  public EventDoor(ApplicationContext context) {
    this.context = context;
    this.events = context.getBean(Events.class);
    this.snapshot = Snapshot.ofBackground(context);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context lambda) throws IOException {
    out.write(handle(in.readAllBytes()));
  }

  /** Lambda's own words in and out; nothing is asked of its context. */
  public byte[] handle(byte[] event) {
    return events.handle(event);
  }

  @Override
  public void close() {
    context.close();
  }
}
