package dev.tollgate.local.desk;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.local.gateway.Outgoing;
import dev.tollgate.local.queues.Queues;
import dev.tollgate.local.template.FunctionDefinition;
import dev.tollgate.local.template.StackModel;
import dev.tollgate.local.template.Trigger;
import java.net.URI;

/** Shows what the stack consists of, and how full its queues are. */
final class StackDesk {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final StackModel model;
  private final String edition;
  private final String stackName;
  private final Queues queues;
  private final URI stripe;

  StackDesk(StackModel model, String edition, String stackName, Queues queues, URI stripe) {
    this.model = model;
    this.edition = edition;
    this.stackName = stackName;
    this.queues = queues;
    this.stripe = stripe;
  }

  Outgoing queues() {
    ObjectNode answer = JSON.createObjectNode();
    queues
        .depths()
        .forEach(
            (name, depth) ->
                answer
                    .putObject(shortName(name))
                    .put("visible", depth.visible())
                    .put("in_flight", depth.inFlight())
                    .put("dead", depth.dead()));
    return Outgoing.json(200, "application/json", answer.toString());
  }

  Outgoing stack() {
    ObjectNode answer =
        JSON.createObjectNode().put("edition", edition).put("stripe", stripe.toString());
    ArrayNode functions = answer.putArray("functions");
    for (FunctionDefinition function : model.functions()) {
      ObjectNode item = functions.addObject().put("name", shortName(function.name()));
      ArrayNode triggers = item.putArray("triggers");
      function.triggers().forEach(trigger -> triggers.add(describe(trigger)));
    }
    return Outgoing.json(200, "application/json", answer.toString());
  }

  private String describe(Trigger trigger) {
    return switch (trigger) {
      case Trigger.Route route -> route.key();
      case Trigger.Queue queue -> "queue " + shortName(queue.queueName());
      case Trigger.Stream stream -> "stream of " + stream.tableName();
      case Trigger.Schedule schedule -> schedule.expression() + " " + shortName(schedule.name());
    };
  }

  /** Without the stack's name, which on a laptop tells nothing apart. */
  private String shortName(String name) {
    return name.startsWith(stackName + "-") ? name.substring(stackName.length() + 1) : name;
  }
}
