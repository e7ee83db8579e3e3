package dev.tollgate.admin;

import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.outgoing.DisablingEndpoint;
import dev.tollgate.core.outgoing.Endpoints;
import dev.tollgate.core.outgoing.ManagingEndpoints;
import dev.tollgate.core.outgoing.Reach;
import dev.tollgate.core.outgoing.RetryingDelivery;
import dev.tollgate.core.outgoing.TestingEndpoint;
import dev.tollgate.core.outgoing.WebhookDeliveries;
import dev.tollgate.core.outgoing.WebhookSender;
import dev.tollgate.lambda.http.FieldReader;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.random.RandomGenerator;

/** What the routes of outgoing webhooks need. */
@Factory
final class OutgoingFactory {
  @Singleton
  FieldReader<EventList> events() {
    return new FieldReader<>(EventList.class, EventList::read);
  }

  @Singleton
  ManagingEndpoints managing(
      Endpoints endpoints, Reach reach, Time time, Ids ids, RandomGenerator random) {
    return new ManagingEndpoints(endpoints, reach, time, ids, random);
  }

  @Singleton
  TestingEndpoint testing(Endpoints endpoints, WebhookSender sender, Time time, Ids ids) {
    return new TestingEndpoint(endpoints, new DisablingEndpoint(endpoints), sender, time, ids);
  }

  @Singleton
  RetryingDelivery retrying(Endpoints endpoints, WebhookDeliveries deliveries, Time time) {
    return new RetryingDelivery(endpoints, deliveries, time);
  }
}
