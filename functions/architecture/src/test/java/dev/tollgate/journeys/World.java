package dev.tollgate.journeys;

import dev.tollgate.core.identity.Directory;
import dev.tollgate.core.identity.IssuingOneTimeTokens;
import dev.tollgate.core.identity.Members;
import dev.tollgate.core.identity.OneTimeToken.Purpose;
import dev.tollgate.core.identity.OneTimeTokens;
import dev.tollgate.core.identity.User;
import dev.tollgate.core.identity.UserRef;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.lambda.http.HttpDoor;
import dev.tollgate.lambda.runtime.FunctionContext;
import dev.tollgate.lambda.runtime.PrimedAtSnapshot;
import dev.tollgate.security.NewSigningKeys;
import dev.tollgate.testkit.faults.FaultInterceptor;
import dev.tollgate.testkit.servers.AwsBackend;
import dev.tollgate.testkit.servers.LocalAws;
import dev.tollgate.testkit.servers.SecretsServer;
import dev.tollgate.testkit.servers.TableDefinition;
import io.micronaut.context.ApplicationContext;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Everything a journey needs: the table, the secret, and the three HTTP doors as one, with its
 * calls counted and breakable. Close it after the test class.
 */
final class World implements AutoCloseable {
  static final String ISSUER = "https://api.tollgate.test";
  private final String table = AwsBackend.unique("tollgate");
  private static final AtomicInteger PEOPLE = new AtomicInteger();

  final FaultInterceptor faults = new FaultInterceptor(Set.of("DynamoDb", "Sqs"));
  private final AwsBackend aws;
  private final Map<String, String> extras;
  private final boolean callRates;
  private final String eventsQueue;
  private final SecretsServer secrets;
  private final DynamoDbClient client;
  private final Map<String, String> secretValues;
  private final ApplicationContext context;
  private final HttpDoor door;
  private Duration offset = Duration.ZERO;

  private World(
      String edition,
      Map<String, String> extras,
      Map<String, String> moreSecrets,
      boolean callRates) {
    this.callRates = callRates;
    this.secretValues = new HashMap<>(Map.of("signing-keys", NewSigningKeys.rotate("")));
    this.secretValues.putAll(moreSecrets);
    this.extras = extras;
    this.aws = AwsBackend.start();
    this.secrets = SecretsServer.start(() -> secretValues);
    this.client = aws.dynamoDb();
    TableDefinition.ofProject().create(client, table);
    this.eventsQueue = makeEventsQueue();
    System.setProperty("tollgate.clock.offset", "");
    this.context = FunctionContext.start(environment(edition), List.of(faults));
    this.door = new HttpDoor(context);
  }

  /** Without the edition's rates of calls, whose counting would be among the calls counted. */
  static World of(String edition) {
    return new World(edition, Map.of(), Map.of(), false);
  }

  static World withCallRates(String edition) {
    return new World(edition, Map.of(), Map.of(), true);
  }

  /**
   * The same with an account at a payment provider.
   *
   * @param extras variables that its functions have besides
   * @param moreSecrets by name
   */
  static World of(String edition, Map<String, String> extras, Map<String, String> moreSecrets) {
    return new World(edition, extras, moreSecrets, false);
  }

  /** Only a world that names the queue has one. */
  private String makeEventsQueue() {
    String name = extras.getOrDefault("STRIPE_EVENTS_QUEUE_NAME", "");
    if (name.isEmpty()) {
      return "http://127.0.0.1:1/events.fifo"; // nobody listens there
    }
    try (SqsClient sqs = aws.queues()) {
      return sqs.createQueue(
              q -> q.queueName(name).attributesWithStrings(Map.of("FifoQueue", "true")))
          .queueUrl();
    }
  }

  String eventsQueue() {
    return eventsQueue;
  }

  /** A new client of the queue server; its caller closes it. */
  SqsClient queues() {
    return aws.queues();
  }

  /** Another instance of the functions over the same table, with an interceptor of its own. */
  HttpDoor anotherInstance(String edition, FaultInterceptor ownFaults) {
    return new HttpDoor(FunctionContext.start(environment(edition), List.of(ownFaults)));
  }

  Map<String, String> environment(String edition) {
    Map<String, String> variables = new HashMap<>(basics(edition));
    variables.putAll(extras);
    return Map.copyOf(variables);
  }

  private Map<String, String> basics(String edition) {
    return Map.ofEntries(
        Map.entry("STRIPE_EVENTS_QUEUE_URL", eventsQueue),
        Map.entry("SQS_ENDPOINT", aws.queueEndpoint().toString()),
        Map.entry("STAGE", "local"),
        Map.entry("EDITION", callRates ? edition : WithoutCallRates.of(edition)),
        Map.entry("PASSWORD_COST", "4"),
        Map.entry("TABLE_NAME", table),
        Map.entry("API_URL", ISSUER),
        Map.entry("FRONTEND_URL", "https://app.tollgate.test"),
        Map.entry("SIGNING_KEYS_SECRET", "signing-keys"),
        Map.entry("DYNAMODB_ENDPOINT", aws.dynamoDbEndpoint().toString()),
        Map.entry("SECRETS_ENDPOINT", secrets.endpoint().toString()),
        Map.entry("AWS_REGION", LocalAws.REGION),
        Map.entry("AWS_ACCESS_KEY_ID", LocalAws.ACCESS_KEY_ID),
        Map.entry("AWS_SECRET_ACCESS_KEY", LocalAws.SECRET_ACCESS_KEY));
  }

  HttpDoor door() {
    return door;
  }

  Caller caller() {
    return new Caller(door);
  }

  /** An address that nobody has used yet. */
  static String newEmail() {
    return "person" + PEOPLE.incrementAndGet() + "@example.com";
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  <T> Collection<T> beans(Class<T> type) {
    return context.getBeansOfType(type);
  }

  /** What the link of a mail to this person would carry. */
  String mailedToken(Purpose purpose, String email) {
    User user = user(email);
    return new IssuingOneTimeTokens(bean(OneTimeTokens.class), new SecureRandom())
        .issue(purpose, user, bean(Time.class).now(user.tenant()))
        .text();
  }

  User user(String email) {
    UserRef ref = bean(Directory.class).lookUp(new EmailAddress(email)).orElseThrow();
    return bean(Members.class).find(ref.tenant(), ref.user()).orElseThrow().user();
  }

  void advance(Duration time) {
    offset = offset.plus(time);
    System.setProperty("tollgate.clock.offset", offset.toString());
  }

  void rotateSigningKeys() {
    secretValues.put("signing-keys", NewSigningKeys.rotate(secretValues.get("signing-keys")));
  }

  void primeForSnapshot() {
    context.getBeansOfType(PrimedAtSnapshot.class).forEach(PrimedAtSnapshot::prime);
  }

  String signingKeys() {
    return secretValues.get("signing-keys");
  }

  /** Changes one attribute of one item, as the platform owner's functions will. */
  void set(String partition, String sort, Map<String, String> attributes) {
    attributes.forEach(
        (name, value) ->
            client.updateItem(
                update ->
                    update
                        .tableName(table)
                        .key(
                            Map.of(
                                "pk",
                                AttributeValue.fromS(partition),
                                "sk",
                                AttributeValue.fromS(sort)))
                        .updateExpression("SET #name = :value")
                        .expressionAttributeNames(Map.of("#name", name))
                        .expressionAttributeValues(Map.of(":value", AttributeValue.fromS(value)))));
  }

  void suspend(String email, String reason) {
    set(
        "TENANT#" + user(email).tenant().value(),
        "ACCOUNT",
        Map.of(
            "standing", "suspended",
            "suspended_cause", "administrator",
            "suspended_reason", reason,
            "suspended_at", "2026-01-01T00:00:00.000Z"));
  }

  /** Every item of the table. */
  List<Map<String, AttributeValue>> items() {
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    client.scanPaginator(scan -> scan.tableName(table)).items().forEach(items::add);
    return items;
  }

  /** How many items there are whose sort key starts so. */
  long count(String sortPrefix) {
    return items().stream().filter(item -> item.get("sk").s().startsWith(sortPrefix)).count();
  }

  @Override
  public void close() {
    System.clearProperty("tollgate.clock.offset");
    door.close();
    client.deleteTable(old -> old.tableName(table));
    client.close();
    secrets.close();
    aws.close();
  }
}
