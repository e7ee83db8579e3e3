package dev.tollgate.local.queues;

import dev.tollgate.local.functions.BatchAnswer;
import dev.tollgate.local.functions.Functions;
import dev.tollgate.local.template.FunctionDefinition;
import dev.tollgate.local.template.Trigger;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * An event source mapping: receives batches from one queue, hands them to one function, deletes
 * what succeeded. What failed is visible again at once rather than after its visibility timeout, so
 * that nobody waits for a redelivery; each counts as a receive, and poison ends in the dead
 * letters.
 */
public final class QueuePump implements AutoCloseable {
  /** Short, because the queue server does not stop while somebody waits for a message. */
  private static final int LONG_POLL_SECONDS = 1;

  private static final int MOST_PER_RECEIVE = 10;
  private static final Duration AFTER_ERROR = Duration.ofMillis(200);
  private static final Duration UNTIL_STOPPED = Duration.ofSeconds(2);

  private final Trigger.Queue trigger;
  private final FunctionDefinition function;
  private final Functions functions;
  private final SqsClient client;
  private final String url;
  private final PrintStream log;
  private volatile @Nullable Thread thread;

  public QueuePump(
      Trigger.Queue trigger,
      FunctionDefinition function,
      Functions functions,
      SqsClient client,
      Queues queues,
      PrintStream log) {
    this.trigger = trigger;
    this.function = function;
    this.functions = functions;
    this.client = client;
    this.url = queues.url(trigger.queueName());
    this.log = log;
  }

  public void start() {
    thread = Thread.ofVirtual().name("queue-" + trigger.queueName()).start(this::run);
  }

  private void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        List<Message> batch = receive();
        if (!batch.isEmpty()) {
          deliver(batch);
        }
      } catch (SdkException e) {
        if (!Thread.currentThread().isInterrupted()) {
          log.println("queue " + trigger.queueName() + ": " + e.getMessage());
          LockSupport.parkNanos(AFTER_ERROR.toNanos());
        }
      }
    }
  }

  private List<Message> receive() {
    List<Message> batch = new ArrayList<>(receive(LONG_POLL_SECONDS, trigger.batchSize()));
    while (!batch.isEmpty() && batch.size() < trigger.batchSize()) {
      List<Message> more = receive(0, trigger.batchSize() - batch.size());
      if (more.isEmpty()) {
        break;
      }
      batch.addAll(more);
    }
    return batch;
  }

  private List<Message> receive(int seconds, int most) {
    return client
        .receiveMessage(
            r ->
                r.queueUrl(url)
                    .maxNumberOfMessages(Math.min(most, MOST_PER_RECEIVE))
                    .waitTimeSeconds(seconds)
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                    .messageAttributeNames("All"))
        .messages();
  }

  private void deliver(List<Message> batch) {
    Set<String> ids = batch.stream().map(Message::messageId).collect(Collectors.toSet());
    BatchAnswer answer =
        BatchAnswer.of(
            functions.invoke(function, SqsEvent.of(trigger.queueName(), batch)),
            ids,
            trigger.partialFailures());
    Set<String> failed =
        switch (answer) {
          case BatchAnswer.Some some -> some.failed();
          case BatchAnswer.AllFailed all -> ids;
        };
    for (Message message : batch) {
      if (failed.contains(message.messageId())) {
        client.changeMessageVisibility(
            v -> v.queueUrl(url).receiptHandle(message.receiptHandle()).visibilityTimeout(0));
      } else {
        client.deleteMessage(d -> d.queueUrl(url).receiptHandle(message.receiptHandle()));
      }
    }
  }

  /** A batch that is being worked on is finished by nobody; its messages come again. */
  @Override
  public void close() {
    Thread running = thread;
    if (running != null) {
      running.interrupt();
      try {
        running.join(UNTIL_STOPPED);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
