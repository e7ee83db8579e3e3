package dev.tollgate.local.queues;

import dev.tollgate.local.quiet.Worker;
import dev.tollgate.local.template.QueueDefinition;
import dev.tollgate.testkit.servers.LocalAws;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The queues of the template on the queue server, and how full they are. */
public final class Queues implements Worker {
  private final SqsClient client;
  private final List<QueueDefinition> definitions;
  private final Set<String> deadLetters;
  private final Map<String, String> urls;

  private Queues(
      SqsClient client,
      List<QueueDefinition> definitions,
      Set<String> deadLetters,
      Map<String, String> urls) {
    this.client = client;
    this.definitions = definitions;
    this.deadLetters = deadLetters;
    this.urls = urls;
  }

  /**
   * Makes what is not there yet and gives every queue the attributes of the template.
   *
   * @param deadLetters names of queues that only take what others gave up
   */
  public static Queues create(
      SqsClient client, List<QueueDefinition> definitions, Set<String> deadLetters) {
    Map<String, String> urls = new HashMap<>();
    List<String> present =
        client.listQueues().queueUrls().stream()
            .map(url -> url.substring(url.lastIndexOf('/') + 1))
            .toList();
    for (QueueDefinition queue : definitions) {
      urls.put(queue.name(), urlOf(client, queue, present.contains(queue.name())));
    }
    // Only now does every dead letter queue exist that a policy may name.
    for (QueueDefinition queue : definitions) {
      Map<QueueAttributeName, String> changeable = changeable(queue);
      if (!changeable.isEmpty()) {
        client.setQueueAttributes(a -> a.queueUrl(urls.get(queue.name())).attributes(changeable));
      }
    }
    return new Queues(client, List.copyOf(definitions), Set.copyOf(deadLetters), urls);
  }

  private static String urlOf(SqsClient client, QueueDefinition queue, boolean present) {
    if (present) {
      return client.getQueueUrl(u -> u.queueName(queue.name())).queueUrl();
    }
    return client
        .createQueue(c -> c.queueName(queue.name()).attributesWithStrings(queue.attributes()))
        .queueUrl();
  }

  private static Map<QueueAttributeName, String> changeable(QueueDefinition queue) {
    Map<QueueAttributeName, String> attributes = new LinkedHashMap<>();
    queue
        .attributes()
        .forEach(
            (name, value) -> {
              if (!name.equals("FifoQueue")) { // for the life of the queue
                attributes.put(QueueAttributeName.fromValue(name), value);
              }
            });
    queue
        .deadLetters()
        .ifPresent(
            name ->
                attributes.put(
                    QueueAttributeName.REDRIVE_POLICY,
                    "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}"
                        .formatted(arn(name), queue.maxReceiveCount())));
    return attributes;
  }

  static String arn(String queueName) {
    return "arn:aws:sqs:" + LocalAws.REGION + ":" + LocalAws.ACCOUNT + ":" + queueName;
  }

  public String url(String name) {
    String url = urls.get(name);
    if (url == null) {
      throw new IllegalArgumentException("no queue " + name);
    }
    return url;
  }

  public void send(String queueName, String body) {
    client.sendMessage(m -> m.queueUrl(url(queueName)).messageBody(body));
  }

  /** By name, in the order of the template; a dead letter queue shows up at the queue it serves. */
  public Map<String, QueueDepth> depths() {
    Map<String, QueueDepth> depths = new LinkedHashMap<>();
    Set<String> served = new java.util.HashSet<>();
    for (QueueDefinition queue : definitions) {
      if (!deadLetters.contains(queue.name())) {
        queue.deadLetters().ifPresent(served::add);
        int dead = queue.deadLetters().map(name -> counts(name).visible()).orElse(0);
        Counts counts = counts(queue.name());
        depths.put(
            queue.name(),
            new QueueDepth(counts.visible() + counts.delayed(), counts.inFlight(), dead));
      }
    }
    for (QueueDefinition queue : definitions) {
      if (deadLetters.contains(queue.name()) && !served.contains(queue.name())) {
        depths.put(queue.name(), new QueueDepth(0, 0, counts(queue.name()).visible()));
      }
    }
    return depths;
  }

  @Override
  public List<String> unfinished(long since) {
    List<String> left = new ArrayList<>();
    for (QueueDefinition queue : definitions) {
      Counts counts = deadLetters.contains(queue.name()) ? Counts.NONE : counts(queue.name());
      if (!counts.equals(Counts.NONE)) {
        left.add(
            "queue %s holds %d visible, %d in flight, %d delayed"
                .formatted(queue.name(), counts.visible(), counts.inFlight(), counts.delayed()));
      }
    }
    return left;
  }

  private record Counts(int visible, int inFlight, int delayed) {
    static final Counts NONE = new Counts(0, 0, 0);
  }

  private Counts counts(String name) {
    Map<QueueAttributeName, String> attributes =
        client
            .getQueueAttributes(
                a ->
                    a.queueUrl(url(name))
                        .attributeNames(
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
            .attributes();
    return new Counts(
        number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES),
        number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE),
        number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED));
  }

  private static int number(Map<QueueAttributeName, String> attributes, QueueAttributeName name) {
    return Integer.parseInt(attributes.getOrDefault(name, "0"));
  }
}
