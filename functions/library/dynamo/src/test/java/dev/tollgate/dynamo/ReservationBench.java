package dev.tollgate.dynamo;

import dev.tollgate.core.identity.Tenancy;
import dev.tollgate.core.kernel.ReservationId;
import dev.tollgate.core.quota.Demand;
import dev.tollgate.core.quota.ReservingQuota.Reserved;
import dev.tollgate.testkit.faults.FaultInterceptor;
import dev.tollgate.testkit.faults.Race;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * What a reservation costs over the bare transaction that it is: the same two items, written by
 * hand with the SDK, in the same run. Asserts nothing about time; {@code mvn verify} leaves it out,
 * since its name is no test's. The README has the command and the figures.
 */
final class ReservationBench {
  private static final int ROUNDS = Integer.getInteger("bench.rounds", 9);
  private static final int CALLS = Integer.getInteger("bench.calls", 640);
  private static final int MANY = 64;
  private static final List<Integer> CALLERS =
      Arrays.stream(System.getProperty("bench.callers", "1,8,64").split(",", -1))
          .map(Integer::valueOf)
          .toList();

  /** Far above what a round takes, so that nobody is refused. */
  private static final long LIMIT = 100_000_000;

  private record Sample(double perSecond, double micros) {}

  @FunctionalInterface
  private interface Work {
    void once(int call);
  }

  @Test
  void timesReservations() {
    try (ATable world = new ATable();
        ATable.Client client = world.client(new FaultInterceptor())) {
      Desk desk = new Desk(client.table(), "resolutionflow", new Desk.Hands());
      System.out.println(
          "| callers | meters | bare/s | ours/s | bare µs | ours µs | ours ÷ bare |");
      System.out.println("|---:|---:|---:|---:|---:|---:|---:|");
      for (int callers : CALLERS) {
        for (int meters : List.of(1, MANY)) {
          List<Tenancy> tenants =
              IntStream.range(0, meters)
                  .mapToObj(_ -> Desk.tenant(Map.of(Desk.TREES, LIMIT)))
                  .toList();
          compare(callers, meters, bare(client.sdk(), world.name(), tenants), ours(desk, tenants));
        }
      }
    }
  }

  private static void compare(int callers, int meters, Work bare, Work ours) {
    List<Sample> bares = new ArrayList<>();
    List<Sample> mine = new ArrayList<>();
    run(callers, bare); // to warm up
    run(callers, ours);
    for (int round = 0; round < ROUNDS; round++) {
      if (round % 2 == 0) {
        bares.add(run(callers, bare));
        mine.add(run(callers, ours));
      } else {
        mine.add(run(callers, ours));
        bares.add(run(callers, bare));
      }
    }
    System.out.printf(
        Locale.ROOT,
        "| %d | %d | %.0f | %.0f | %.0f | %.0f | %.2f |%n",
        callers,
        meters,
        median(bares.stream().mapToDouble(Sample::perSecond).toArray()),
        median(mine.stream().mapToDouble(Sample::perSecond).toArray()),
        median(bares.stream().mapToDouble(Sample::micros).toArray()),
        median(mine.stream().mapToDouble(Sample::micros).toArray()),
        median(
            IntStream.range(0, ROUNDS)
                .mapToDouble(i -> mine.get(i).micros() / bares.get(i).micros())
                .toArray()));
  }

  /** The median time of one call, and how many all callers together made in a second. */
  private static Sample run(int callers, Work work) {
    ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    List<Callable<Integer>> all = new ArrayList<>();
    int each = CALLS / callers;
    for (int caller = 0; caller < callers; caller++) {
      int first = caller;
      all.add(
          () -> {
            for (int i = 0; i < each; i++) {
              long started = System.nanoTime();
              work.once(first + i * callers);
              nanos.add(System.nanoTime() - started);
            }
            return each;
          });
    }
    long started = System.nanoTime();
    int calls = Race.run(all).stream().mapToInt(Integer::intValue).sum();
    double seconds = (System.nanoTime() - started) / 1e9;
    return new Sample(
        calls / seconds, median(nanos.stream().mapToDouble(one -> one / 1e3).toArray()));
  }

  private static Work ours(Desk desk, List<Tenancy> tenants) {
    return call -> {
      Tenancy tenant = tenants.get(call % tenants.size());
      ReservationId id = Some.IDS.reservation(Some.NOW);
      if (!(desk.reserve(tenant, id, new Demand(Desk.TREES, 1)) instanceof Reserved)) {
        throw new IllegalStateException("not reserved");
      }
    };
  }

  /** The meter under its limit and a reservation that was not there, and nothing around it. */
  private static Work bare(DynamoDbClient sdk, String table, List<Tenancy> tenants) {
    return call -> {
      String partition = "BARE#" + tenants.get(call % tenants.size()).account().id().value();
      Map<String, AttributeValue> meter = key(partition, "METER#trees");
      Map<String, AttributeValue> reservation =
          new java.util.HashMap<>(key(partition, "RESERVATION#" + UUID.randomUUID()));
      String due = Row.write(Some.NOW.plus(Duration.ofMinutes(5)));
      reservation.put("state", AttributeValue.fromS("reserved"));
      reservation.put("created_at", AttributeValue.fromS(Row.write(Some.NOW)));
      reservation.put("expires_at", AttributeValue.fromS(due));
      reservation.put("due_shard", AttributeValue.fromS("BARE#0"));
      reservation.put("due_at", AttributeValue.fromS(due));
      sdk.transactWriteItems(
          write ->
              write
                  .clientRequestToken(UUID.randomUUID().toString())
                  .transactItems(
                      TransactWriteItem.builder()
                          .put(
                              put ->
                                  put.tableName(table)
                                      .item(reservation)
                                      .conditionExpression("attribute_not_exists(pk)"))
                          .build(),
                      TransactWriteItem.builder()
                          .update(
                              update ->
                                  update
                                      .tableName(table)
                                      .key(meter)
                                      .updateExpression(
                                          "SET used = if_not_exists(used, :zero) + :one")
                                      .conditionExpression(
                                          "attribute_not_exists(used) OR used <= :room")
                                      .expressionAttributeValues(
                                          Map.of(
                                              ":zero", AttributeValue.fromN("0"),
                                              ":one", AttributeValue.fromN("1"),
                                              ":room", AttributeValue.fromN("99999999"))))
                          .build()));
    };
  }

  private static Map<String, AttributeValue> key(String partition, String sort) {
    return Map.of("pk", AttributeValue.fromS(partition), "sk", AttributeValue.fromS(sort));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
