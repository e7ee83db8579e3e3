package dev.tollgate.lambda.http;

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
 * The handler of every HTTP function: API Gateway's event in, its answer out. The controllers are
 * those of the package it runs in.
 */
public final class HttpDoor implements RequestStreamHandler, AutoCloseable {
  private final ApplicationContext context;
  private final Exchange exchange;

  @SuppressWarnings("unused") // kept reachable: CRaC holds its resources weakly
  private final Snapshot snapshot;

  /** As Lambda calls it. */
  public HttpDoor() {
    this(System.getenv());
  }

  public HttpDoor(Map<String, String> environment) {
    this(FunctionContext.start(environment));
  }

  /**
   * Takes the context over and closes it. Guards and all controllers are made at once with all they
   * need, so that a missing variable or secret stops the start and not the first customer.
   */
  public HttpDoor(ApplicationContext context) {
    this.context = context;
    this.exchange = context.getBean(Exchange.class);
    exchange.start();
    context.getBean(Routes.class).all().forEach(route -> context.getBean(route.controller()));
    this.snapshot = Snapshot.of(context);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context lambda) throws IOException {
    out.write(exchange.answer(ApiGatewayEvent.read(in.readAllBytes())));
  }

  @Override
  public void close() {
    context.close();
  }
}
