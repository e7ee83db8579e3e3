package dev.tollgate.queue;

import dev.tollgate.aws.AwsClients;
import dev.tollgate.core.billing.EventQueue;
import dev.tollgate.core.messages.MessageQueue;
import dev.tollgate.lambda.runtime.Environment;
import dev.tollgate.lambda.runtime.PrimedAtSnapshot;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Hands the queues to a function. */
@Factory
final class QueueFactory {
  @Singleton
  @Bean(preDestroy = "close")
  SqsClient client(AwsClients clients) {
    return clients.configure(SqsClient.builder(), Optional.of("SQS_ENDPOINT")).build();
  }

  @Singleton
  QueueUrls urls(Environment environment) {
    return new QueueUrls(environment);
  }

  @Singleton
  MessageQueue queue(SqsClient client, QueueUrls urls) {
    return new SqsQueues(client, urls);
  }

  /** For functions that take the provider's events; they need no consumer's queue. */
  @Singleton
  EventQueue events(SqsClient client, Environment environment) {
    return new SqsEventQueue(client, environment.required("STRIPE_EVENTS_QUEUE_URL"));
  }

  /** A function may only send, so this is refused; by then all code of a call has run once. */
  @Singleton
  PrimedAtSnapshot primed(SqsClient client) {
    return () -> {
      try {
        client.listQueues(request -> request.maxResults(1));
      } catch (SdkException refused) {
        return;
      }
    };
  }
}
