package dev.tollgate.local.template;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the local stack builds: the part of the template that means something on a laptop, every
 * reference resolved.
 *
 * @param secrets the names of the secrets, by their logical names
 */
public record StackModel(
    List<FunctionDefinition> functions,
    List<QueueDefinition> queues,
    List<TableModel> tables,
    Cors cors,
    Map<String, String> secrets) {
  private static final int SAM_TIMEOUT_SECONDS = 3;
  private static final int LAMBDA_MEMORY_MEGABYTES = 128;

  public static StackModel of(
      Template template, Map<String, String> parameters, LocalAttributes attributes) {
    new References(template).check();
    parameters.keySet().stream()
        .filter(name -> !template.hasParameter(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new TemplateError("the template has no parameter " + name);
            });
    return new Reading(template, new Resolver(template, parameters, attributes)).model();
  }

  /** Queues that only take what others gave up. */
  public Set<String> deadLetterQueues() {
    Set<String> names =
        queues.stream().flatMap(q -> q.deadLetters().stream()).collect(Collectors.toSet());
    functions.stream()
        .flatMap(f -> f.triggers(Trigger.Stream.class))
        .flatMap(s -> s.giveUpQueue().stream())
        .forEach(names::add);
    return names;
  }

  public List<Trigger.Route> routes() {
    return functions.stream().flatMap(f -> f.triggers(Trigger.Route.class)).toList();
  }

  private record Reading(Template template, Resolver resolver) {
    StackModel model() {
      List<FunctionDefinition> functions = new ArrayList<>();
      List<QueueDefinition> queues = new ArrayList<>();
      List<TableModel> tables = new ArrayList<>();
      Map<String, String> secrets = new HashMap<>();
      Cors cors = Cors.NONE;
      for (Resource resource : template.resources().values()) {
        if (!resolver.exists(resource)) {
          continue;
        }
        switch (resource.type()) {
          case "AWS::Serverless::Function" -> functions.add(function(resource));
          case "AWS::SQS::Queue" -> queues.add(queue(resource));
          case "AWS::DynamoDB::Table" ->
              tables.add(
                  new TableModel(reference(resource), resolver.resolveMap(resource.properties())));
          case "AWS::SecretsManager::Secret" -> secrets.put(resource.name(), reference(resource));
          case "AWS::Serverless::HttpApi" -> cors = cors(resource);
          default -> {} // means nothing on a laptop: roles, logs, alarms
        }
      }
      return new StackModel(functions, queues, tables, cors, secrets);
    }

    private FunctionDefinition function(Resource resource) {
      Fields fields = fields(resource);
      List<Trigger> triggers = new ArrayList<>();
      Fields events = fields.map("Events");
      events
          .values()
          .keySet()
          .forEach(
              name ->
                  TriggerReader.read(resource.name() + name, events.map(String.valueOf(name)))
                      .forEach(triggers::add));
      return new FunctionDefinition(
          resource.name(),
          reference(resource),
          fields.text("CodeUri"),
          fields.text("Handler"),
          fields.map("Environment").map("Variables").textMap(),
          Duration.ofSeconds(fields.number("Timeout", SAM_TIMEOUT_SECONDS)),
          fields.number("MemorySize", LAMBDA_MEMORY_MEGABYTES),
          triggers);
    }

    private QueueDefinition queue(Resource resource) {
      Fields fields = fields(resource);
      Map<String, String> attributes = new HashMap<>();
      for (String name :
          List.of(
              "VisibilityTimeout",
              "MessageRetentionPeriod",
              "DelaySeconds",
              "ReceiveMessageWaitTimeSeconds",
              "MaximumMessageSize",
              "FifoQueue",
              "ContentBasedDeduplication")) {
        fields.optional(name).ifPresent(value -> attributes.put(name, value));
      }
      Fields redrive = fields.map("RedrivePolicy");
      String name = fields.text("QueueName", resource.name());
      boolean fifo = fields.truth("FifoQueue", false);
      if (!fifo) {
        attributes.remove("FifoQueue"); // SQS knows only true
      }
      return new QueueDefinition(
          name,
          attributes,
          redrive
              .optional("deadLetterTargetArn")
              .map(arn -> arn.substring(arn.lastIndexOf(':') + 1)),
          redrive.number("maxReceiveCount", 0));
    }

    private Cors cors(Resource resource) {
      Fields cors = fields(resource).map("CorsConfiguration");
      return new Cors(
          cors.texts("AllowOrigins"),
          cors.texts("AllowMethods"),
          cors.texts("AllowHeaders"),
          cors.texts("ExposeHeaders"),
          cors.number("MaxAge", 0),
          cors.truth("AllowCredentials", false));
    }

    private Fields fields(Resource resource) {
      return new Fields(resolver.resolveMap(resource.properties()), resource.place());
    }

    private String reference(Resource resource) {
      return Optional.ofNullable(resolver.reference(resource.name(), resource.place()))
          .map(Object::toString)
          .orElse(resource.name());
    }
  }
}
