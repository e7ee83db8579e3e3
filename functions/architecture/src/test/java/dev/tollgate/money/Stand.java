package dev.tollgate.money;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Event;
import com.stripe.param.EventListParams;
import dev.tollgate.core.billing.EventTypes;
import dev.tollgate.core.billing.ProviderCatalogue;
import dev.tollgate.core.billing.ProviderCustomers;
import dev.tollgate.core.billing.ProviderEvent;
import dev.tollgate.core.billing.SyncingPlans;
import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.plans.PlanCatalogue;
import dev.tollgate.editions.EditionFiles;
import dev.tollgate.lambda.json.Json;
import dev.tollgate.lambda.runtime.FunctionContext;
import dev.tollgate.stripelocal.Options;
import dev.tollgate.stripelocal.StripeLocal;
import dev.tollgate.stripelocal.settings.Settings;
import dev.tollgate.testkit.faults.FaultInterceptor;
import dev.tollgate.testkit.servers.AwsBackend;
import dev.tollgate.testkit.servers.LocalAws;
import dev.tollgate.testkit.servers.SecretsServer;
import dev.tollgate.testkit.servers.TableDefinition;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The provider: the stand-in with our edition's plans on sale, Stripe's own client for what happens
 * there, and our adapter for what we ask of it.
 */
final class Stand implements AutoCloseable {
  private static final String SECRET =
      "{\"api_key\":\"sk_test_local\",\"webhook_secrets\":[\"whsec_0123456789abcdef0123\"]}";

  final Hand hand;
  final StripeLocal stripe;
  final StripeClient client;
  final Edition edition;
  final PlanCatalogue catalogue;
  final FaultInterceptor faults = new FaultInterceptor();
  private final AwsBackend aws = AwsBackend.start();
  private final String table = AwsBackend.unique("tollgate");
  private final DynamoDbClient tables = aws.dynamoDb();
  private final SecretsServer secrets;
  private final ApplicationContext adapter;
  private final HttpClient http = HttpClient.newHttpClient();

  private Stand(String editionName, Hand hand, Settings settings) {
    this.hand = hand;
    this.edition = EditionFiles.load(editionName);
    this.stripe =
        StripeLocal.start(new Options(0, Optional.empty(), hand, settings, new Random(1)));
    this.client =
        StripeClient.builder()
            .setApiKey("sk_test_local")
            .setApiBase(stripe.baseUri().toString())
            .build();
    TableDefinition.ofProject().create(tables, table);
    this.secrets = SecretsServer.start(() -> Map.of("stripe-keys", SECRET));
    this.adapter = FunctionContext.start(environment(editionName), List.of(faults));
    this.catalogue = bean(PlanCatalogue.class);
    new SyncingPlans(
            edition, catalogue, bean(ProviderCustomers.class), bean(ProviderCatalogue.class))
        .sync(false, true);
  }

  static Stand of(String edition) {
    return of(edition, Settings.defaults());
  }

  /** With a provider that is set up in another way. */
  static Stand of(String edition, Settings settings) {
    return new Stand(edition, new Hand(), settings);
  }

  private Map<String, String> environment(String editionName) {
    return Map.ofEntries(
        Map.entry("STAGE", "local"),
        Map.entry("EDITION", editionName),
        Map.entry("API_URL", "https://api.tollgate.test"),
        Map.entry("FRONTEND_URL", "https://app.tollgate.test"),
        Map.entry("TABLE_NAME", table),
        Map.entry("DYNAMODB_ENDPOINT", aws.dynamoDbEndpoint().toString()),
        Map.entry("STRIPE_SECRET", "stripe-keys"),
        Map.entry("STRIPE_ENDPOINT", stripe.baseUri().toString()),
        Map.entry("SECRETS_ENDPOINT", secrets.endpoint().toString()),
        Map.entry("AWS_REGION", LocalAws.REGION),
        Map.entry("AWS_ACCESS_KEY_ID", LocalAws.ACCESS_KEY_ID),
        Map.entry("AWS_SECRET_ACCESS_KEY", LocalAws.SECRET_ACCESS_KEY));
  }

  <T> T bean(Class<T> type) {
    return adapter.getBean(type);
  }

  /** Time passes; the provider does on the way what falls due. */
  void pass(Duration time) {
    Instant target = hand.now().plus(time);
    for (Optional<Instant> due = stripe.nextDue();
        due.isPresent() && !due.get().isAfter(target);
        due = stripe.nextDue()) {
      if (due.get().isAfter(hand.now())) {
        hand.moveTo(due.get());
      }
      stripe.runDue();
    }
    hand.moveTo(target);
  }

  /** A person at the hosted pages or the bank, by the stand-in's helpers. Answers its JSON. */
  Map<?, ?> person(String path, Map<String, ?> body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(stripe.baseUri() + path))
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(Json.write(body)))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      Object json = Json.read(answer.body().getBytes(StandardCharsets.UTF_8));
      if (json instanceof Map<?, ?> fields) {
        return fields;
      }
      throw new AssertionError(path + " answered " + answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Pays on the hosted page; the session's id is the end of its address. */
  Map<?, ?> pay(URI page, String card) {
    String path = page.getPath();
    return person(
        "/_test/checkout/" + path.substring(path.lastIndexOf('/') + 1) + "/pay",
        Map.of("card", card));
  }

  /** Everything of interest that happened to a customer since then, in the order it happened. */
  List<ProviderEvent> events(String customer) {
    List<ProviderEvent> events = new ArrayList<>();
    try {
      for (Event event :
          client
              .v1()
              .events()
              .list(EventListParams.builder().setLimit(100L).build())
              .autoPagingIterable()) {
        if (EventTypes.concernUs(event.getType())) {
          SnapshotEvents.read(event)
              .filter(
                  read ->
                      read.customer().filter(customer::equals).isPresent()
                          || read.customer().isEmpty())
              .ifPresent(events::add);
        }
      }
    } catch (StripeException e) {
      throw new AssertionError(e);
    }
    Collections.reverse(events);
    return events;
  }

  /** The sort keys of a tenant's items that start so. */
  List<String> sorts(TenantId tenant, String prefix) {
    return tables
        .query(
            q ->
                q.tableName(table)
                    .keyConditionExpression("pk = :pk AND begins_with(sk, :sk)")
                    .expressionAttributeValues(
                        Map.of(
                            ":pk",
                            AttributeValue.fromS("TENANT#" + tenant.value()),
                            ":sk",
                            AttributeValue.fromS(prefix))))
        .items()
        .stream()
        .flatMap(item -> Optional.ofNullable(item.get("sk")).stream())
        .map(AttributeValue::s)
        .toList();
  }

  @Override
  public void close() {
    adapter.close();
    tables.deleteTable(old -> old.tableName(table));
    tables.close();
    secrets.close();
    aws.close();
    stripe.close();
  }
}
