package dev.tollgate.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.tollgate.local.clock.StackClock;
import dev.tollgate.local.console.Console;
import dev.tollgate.local.desk.LocalDesk;
import dev.tollgate.local.desk.PreviewDesk;
import dev.tollgate.local.functions.Activity;
import dev.tollgate.local.functions.FunctionLoading;
import dev.tollgate.local.functions.Functions;
import dev.tollgate.local.gateway.Door;
import dev.tollgate.local.gateway.Gateway;
import dev.tollgate.local.gateway.RouteTable;
import dev.tollgate.local.queues.Queues;
import dev.tollgate.local.quiet.Quiet;
import dev.tollgate.local.quiet.Worker;
import dev.tollgate.local.schedules.DueIndex;
import dev.tollgate.local.schedules.Journey;
import dev.tollgate.local.schedules.Scheduler;
import dev.tollgate.local.secrets.StackSecrets;
import dev.tollgate.local.streams.Streams;
import dev.tollgate.local.stripe.StripeClocks;
import dev.tollgate.local.stripe.StripePart;
import dev.tollgate.local.template.LocalAttributes;
import dev.tollgate.local.template.QueueDefinition;
import dev.tollgate.local.template.StackModel;
import dev.tollgate.local.template.TableModel;
import dev.tollgate.local.template.Template;
import dev.tollgate.testkit.servers.LocalAws;
import dev.tollgate.testkit.servers.TableDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Puts the parts of one stack together, each after those it needs. */
final class StackStart {
  private static final String STACK_NAME = "tollgate";
  private static final String FRONT_ENDS_IN_DEVELOPMENT =
      "http://localhost:3000,http://127.0.0.1:3000,http://localhost:5173,http://127.0.0.1:5173";

  private final Options options;
  private final Closing closing;
  private final Console console;
  private final Activity activity = new Activity();

  StackStart(Options options, Closing closing) {
    this.options = options;
    this.closing = closing;
    this.console = options.console();
  }

  LocalStack run() {
    Storage storage = storage();
    Door door = door();
    URI baseUri = URI.create("http://127.0.0.1:" + door.port());
    Template template = Template.read(options.template());
    StackClock clock = closing.add(StackClock.open(storage.file("clock.json")));
    StackSecrets secrets = StackSecrets.open(storage.file("secrets.json"));
    Servers servers = Servers.start(storage, clock, secrets, closing, console);
    StripePart stripe = stripe(storage, baseUri, clock);

    Map<String, String> parameters = parameters(template, baseUri, servers, stripe);
    StackModel model = model(template, parameters, baseUri, servers);
    secrets.fill(model.secrets());
    DynamoDbClient tables = closing.add(servers.dynamoDb().client());
    createTables(model, tables);
    Seed.Ground ground =
        new Seed.Ground(
            tableName(model), servers.dynamoDb().endpoint(), parameters, model.secrets());
    RouteTable routes = RouteTable.of(model.functions());
    Starting<Integer> planting =
        closing.add(Starting.begin("seeds", new Planting(options.seeds(), ground, console)::plant));
    Functions functions = closing.add(load(model));
    planting.await();
    SqsClient sqs = closing.add(servers.queues().await().client());
    Queues queues = Queues.create(sqs, model.queues(), model.deadLetterQueues());

    Streams streams =
        new Streams(tables, closing.add(servers.dynamoDb().streams()), storage.folder("streams"));
    Pumps pumps = new Pumps(functions, sqs, queues, streams, closing, options.log());
    List<Worker> workers = new ArrayList<>(pumps.start(model.functions()));
    workers.add(stripe);
    workers.add(queues);
    Scheduler scheduler = closing.add(Scheduler.of(model.functions(), clock, functions, stripe));
    DueIndex due = new DueIndex(tables, tablesWithDueIndex(model));
    StripeClocks clocks = closing.add(new StripeClocks(stripe.server(), ground.environment()));
    Journey journey = new Journey(scheduler, clock, due, clocks, new Quiet(activity, workers));
    workers.add(scheduler);
    Quiet quiet = new Quiet(activity, workers);
    model.queues().stream()
        .map(QueueDefinition::name)
        .filter(name -> name.endsWith("-mail-events"))
        .map(queues::url)
        .forEach(
            url ->
                servers
                    .mail()
                    .onEvent(body -> sqs.sendMessage(m -> m.queueUrl(url).messageBody(body))));
    servers.mail().box().onArrival(mail -> console.mail(mail.subject()));
    if (storage.directory() != null) {
      SamEnvironment.write(storage.directory().file("sam-env.json"), model.functions());
    }
    scheduler.start();
    LocalDesk desk =
        LocalDesk.of(
            new LocalDesk.Parts(
                model,
                options.edition(),
                STACK_NAME,
                queues,
                stripe.server().baseUri(),
                servers.mail().box(),
                clock,
                journey,
                quiet,
                PreviewDesk.of(model, options.functions()),
                options.patience()));
    door.open(
        new Gateway(routes, functions, model.cors(), baseUri.getAuthority(), clock), desk, console);
    closing.add(door); // first of all: who comes late gets no answer, not a wrong one
    return new LocalStack(
        baseUri, closing, clock, servers, stripe, journey, quiet, queues, options.patience());
  }

  private Storage storage() {
    return new Storage(
        options
            .data()
            .map(root -> closing.add(DataDirectory.open(root, options.fresh())))
            .orElse(null));
  }

  private Door door() {
    try {
      return closing.add(
          Door.take(options.port())
              .orElseThrow(
                  () ->
                      new StartRefused(
                          "Port " + options.port() + " is taken; choose another with -Dport=.")));
    } catch (IOException e) {
      throw new UncheckedIOException("no port can be opened on 127.0.0.1", e);
    }
  }

  /** On the port after the API's, as the contract has it; where that is any, on any. */
  private StripePart stripe(Storage storage, URI baseUri, StackClock clock) {
    int port = options.port() == 0 ? 0 : options.port() + 1;
    long began = System.nanoTime();
    try {
      StripePart part =
          closing.add(
              StripePart.start(
                  baseUri, port, Optional.ofNullable(storage.folder("stripe")), clock));
      console.ready(
          "Stripe",
          "stand-in, " + part.server().baseUri(),
          Duration.ofNanos(System.nanoTime() - began));
      return part;
    } catch (UncheckedIOException e) {
      if (!(e.getCause() instanceof BindException)) {
        throw e;
      }
      throw new StartRefused(
          "Port " + port + ", for the Stripe stand-in, is taken; choose others with -Dport=.");
    }
  }

  /** Those that the template has: a test's may have fewer. */
  private Map<String, String> parameters(
      Template template, URI baseUri, Servers servers, StripePart stripe) {
    Map<String, String> parameters = new LinkedHashMap<>(servers.endpoints());
    parameters.put("StripeEndpoint", stripe.server().baseUri().toString());
    parameters.put("OutgoingAllowLocal", "true");
    parameters.put("SandboxTenants", "true");
    parameters.put("Stage", "local");
    parameters.put("Edition", options.edition());
    parameters.put("ApiUrl", baseUri.toString());
    parameters.put("FrontendUrl", baseUri + "/_local/app");
    parameters.put("AllowedOrigins", baseUri + "," + FRONT_ENDS_IN_DEVELOPMENT);
    parameters.keySet().removeIf(name -> !template.hasParameter(name));
    return parameters;
  }

  private StackModel model(
      Template template, Map<String, String> parameters, URI baseUri, Servers servers) {
    StackModel model =
        StackModel.of(
            template,
            parameters,
            new LocalAttributes(
                STACK_NAME,
                LocalAws.REGION,
                LocalAws.ACCOUNT,
                servers.queueEndpoint().toString(),
                baseUri.toString()));
    console.line(
        "  template       %d functions, %d routes, %d queues, %d table(s)"
            .formatted(
                model.functions().size(),
                model.routes().size(),
                model.queues().size(),
                model.tables().size()));
    return model;
  }

  private static void createTables(StackModel model, DynamoDbClient client) {
    for (TableModel table : model.tables()) {
      TableDefinition.of(table.properties()).create(client, table.name());
    }
  }

  /** A stack without a table, which only a test has, has nothing to plant in either. */
  private static String tableName(StackModel model) {
    return model.tables().isEmpty() ? "" : model.tables().getFirst().name();
  }

  private Functions load(StackModel model) {
    long began = System.nanoTime();
    Map<String, RequestStreamHandler> handlers =
        new FunctionLoading(options.functions())
            .load(
                model.functions(),
                function ->
                    console.ready(
                        function.logicalName().toLowerCase(Locale.ROOT),
                        function.triggers().size() + " trigger(s)",
                        Duration.ofNanos(System.nanoTime() - began)));
    return new Functions(handlers, activity, options.log());
  }

  private static List<String> tablesWithDueIndex(StackModel model) {
    return model.tables().stream()
        .filter(table -> DueIndex.isIn(table.properties()))
        .map(TableModel::name)
        .toList();
  }
}
