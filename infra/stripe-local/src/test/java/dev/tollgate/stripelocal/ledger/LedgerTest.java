package dev.tollgate.stripelocal.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.MovableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
  private final MovableClock clock = new MovableClock(Instant.ofEpochSecond(1_000));

  private final Path data;

  LedgerTest(@TempDir Path data) {
    this.data = data;
  }

  @Test
  void anExceptionLeavesNothingOfAWork() {
    try (Ledger ledger = memory()) {
      String id = add(ledger, "kept");
      assertThatThrownBy(
              () ->
                  ledger.work(
                      Origin.AUTOMATIC,
                      work -> {
                        work.get(Kind.CUSTOMER, id).put("name", "changed");
                        work.add(Kind.CUSTOMER, Json.object());
                        work.emit("customer.updated", work.get(Kind.CUSTOMER, id));
                        work.schedule(5, "job", Kind.CUSTOMER, id);
                        throw new IllegalStateException("no");
                      }))
          .hasMessage("no");

      assertThat(names(ledger)).containsExactly("kept");
      assertThat(count(ledger, Kind.EVENT)).isZero();
      assertThat(ledger.nextDue()).isEmpty();
    }
  }

  @Test
  void aWorkSeesItsOwnChanges() {
    try (Ledger ledger = memory()) {
      ledger.work(
          Origin.AUTOMATIC,
          work -> {
            ObjectNode one = work.add(Kind.CUSTOMER, Json.object().put("name", "one"));
            one.put("name", "changed");
            String id = one.required("id").textValue();
            assertThat(work.get(Kind.CUSTOMER, id)).isSameAs(one);
            assertThat(work.all(Kind.CUSTOMER, c -> c.path("name").asText().equals("changed")))
                .containsExactly(one);
            work.remove(Kind.CUSTOMER, id);
            assertThat(work.find(Kind.CUSTOMER, id)).isEmpty();
            assertThat(work.tombstone(Kind.CUSTOMER, id)).isPresent();
            assertThat(work.all(Kind.CUSTOMER, _ -> true)).isEmpty();
            return true;
          });
    }
  }

  @Test
  void previousAttributesHoldOldValuesArraysWholeAndMapsByKey() {
    try (Ledger ledger = memory()) {
      String id = add(ledger, "a");
      ObjectNode event =
          ledger.work(
              Origin.AUTOMATIC,
              work -> {
                ObjectNode object = work.get(Kind.CUSTOMER, id);
                object.withArray("list").add(2);
                object.withObjectProperty("map").put("x", 9).put("new", 1);
                object.put("_secret", "inside");
                work.emit("customer.updated", object);
                work.emit("customer.updated", object);
                return work.view(Kind.EVENT, _ -> true).getFirst();
              });

      assertThat(event.path("data").path("previous_attributes"))
          .hasToString("{\"list\":[1],\"map\":{\"x\":1,\"new\":null}}");
      assertThat(event.path("data").path("object").has("_secret")).isFalse();
      assertThat(count(ledger, Kind.EVENT)).isEqualTo(1);
    }
  }

  @Test
  void dueJobsRunInOrderAtTheirMoment() {
    List<String> ran = new ArrayList<>();
    try (Ledger ledger = memory()) {
      ledger.job("second", (work, object) -> ran.add(work.now() + " second " + name(object)));
      ledger.job("first", (work, object) -> ran.add(work.now() + " first " + name(object)));
      ledger.job(
          "again",
          (work, object) -> {
            ran.add(work.now() + " again");
            work.schedule(
                work.now() + 10, "first", Kind.CUSTOMER, object.required("id").textValue());
          });
      ledger.work(
          Origin.AUTOMATIC,
          work -> {
            for (String id : List.of("cus_b", "cus_a")) {
              work.add(Kind.CUSTOMER, Json.object().put("id", id).put("name", id));
              work.schedule(1_100, "first", Kind.CUSTOMER, id);
              work.schedule(1_100, "second", Kind.CUSTOMER, id);
            }
            work.schedule(9_999, "again", Kind.CUSTOMER, "cus_a");
            work.schedule(1_050, "again", Kind.CUSTOMER, "cus_a");
            work.schedule(1_090, "never", Kind.CUSTOMER, "cus_a");
            work.unschedule("never", "cus_a");
            return true;
          });
      assertThat(ledger.nextDue()).contains(Instant.ofEpochSecond(1_050));

      ledger.runDue();
      assertThat(ran).isEmpty();
      clock.advance(Duration.ofSeconds(100));
      ledger.runDue();

      // "again" moved the first job of cus_a from 1100 to 1060: one job of a name per object.
      assertThat(ran)
          .containsExactly(
              "1050 again",
              "1060 first cus_a",
              "1100 second cus_a",
              "1100 second cus_b",
              "1100 first cus_b");
      assertThat(ledger.nextDue()).isEmpty();
    }
  }

  @Test
  void aFailedJobStaysOnTheAgenda() {
    try (Ledger ledger = memory()) {
      ledger.job(
          "fails",
          (work, object) -> {
            object.put("name", "half done");
            throw new IllegalStateException("no");
          });
      String id = add(ledger, "a");
      ledger.work(
          Origin.AUTOMATIC,
          work -> {
            work.schedule(1_000, "fails", Kind.CUSTOMER, id);
            return true;
          });

      assertThatThrownBy(ledger::runDue).hasMessage("no");
      assertThat(names(ledger)).containsExactly("a");
      assertThat(ledger.nextDue()).contains(Instant.ofEpochSecond(1_000));
    }
  }

  @Test
  void theJournalBringsEverythingBack() {
    String id;
    try (Ledger ledger = onDisk()) {
      id = add(ledger, "a");
      add(ledger, "b");
      ledger.work(
          Origin.AUTOMATIC,
          work -> {
            work.get(Kind.CUSTOMER, id).put("name", "A");
            work.emit("customer.updated", work.get(Kind.CUSTOMER, id));
            work.schedule(2_000, "job", Kind.CUSTOMER, id);
            return true;
          });
    }
    for (int restart = 0; restart < 2; restart++) {
      try (Ledger ledger = onDisk()) {
        ledger.job("job", (_, _) -> {});
        assertThat(names(ledger)).containsExactly("b", "A");
        assertThat(count(ledger, Kind.EVENT)).isEqualTo(1);
        assertThat(ledger.nextDue()).contains(Instant.ofEpochSecond(2_000));
      }
    }
  }

  @Test
  void aNumberReadBackFromTheJournalIsTheSameNumber() {
    String id;
    try (Ledger ledger = onDisk()) {
      id =
          ledger.work(
              Origin.AUTOMATIC,
              work ->
                  work.add(Kind.CUSTOMER, Json.object().put("balance", 5L)).path("id").asText());
    }
    try (Ledger ledger = onDisk()) {
      ledger.work(
          Origin.AUTOMATIC,
          work -> {
            ObjectNode customer = work.get(Kind.CUSTOMER, id).put("balance", 5L);
            work.emit("customer.updated", customer);
            return true;
          });
      assertThat(count(ledger, Kind.EVENT)).isZero();
    }
  }

  @Test
  void whatWasRemovedStaysRemoved() {
    try (Ledger ledger = onDisk()) {
      String id = add(ledger, "a");
      ledger.work(
          Origin.AUTOMATIC,
          work -> {
            work.remove(Kind.CUSTOMER, id);
            return true;
          });
    }
    try (Ledger ledger = onDisk()) {
      assertThat(names(ledger)).isEmpty();
    }
  }

  @Test
  void aTornLastLineIsDropped() throws Exception {
    try (Ledger ledger = onDisk()) {
      add(ledger, "a");
      add(ledger, "b");
    }
    Path file = data.resolve("stripe.jsonl");
    String whole = Files.readString(file);
    Files.writeString(file, whole.substring(0, whole.length() - 20));

    try (Ledger ledger = onDisk()) {
      assertThat(names(ledger)).containsExactly("a");
      add(ledger, "c");
    }
    try (Ledger ledger = onDisk()) {
      assertThat(names(ledger)).containsExactly("c", "a");
    }
  }

  @Test
  void aTornLineWithinIsNotPassedOver() throws Exception {
    try (Ledger ledger = onDisk()) {
      add(ledger, "a");
    }
    Files.writeString(
        data.resolve("stripe.jsonl"), "{\"CUSTOMER\":\n{}\n", StandardOpenOption.APPEND);

    assertThatThrownBy(this::onDisk).isInstanceOf(IllegalStateException.class);
  }

  private Ledger memory() {
    return Ledger.open(Optional.empty(), clock, new SplittableRandom(1));
  }

  private Ledger onDisk() {
    return Ledger.open(Optional.of(data), clock, new SplittableRandom());
  }

  private static String add(Ledger ledger, String name) {
    ObjectNode fields = Json.object().put("name", name);
    fields.putArray("list").add(1);
    fields.putObject("map").put("x", 1).put("y", 2);
    return ledger.work(
        Origin.AUTOMATIC, work -> work.add(Kind.CUSTOMER, fields).required("id").textValue());
  }

  private static List<String> names(Ledger ledger) {
    return ledger.work(
        Origin.AUTOMATIC,
        work -> work.view(Kind.CUSTOMER, _ -> true).stream().map(LedgerTest::name).toList());
  }

  private static int count(Ledger ledger, Kind kind) {
    return ledger.work(Origin.AUTOMATIC, work -> work.view(kind, _ -> true).size());
  }

  private static String name(ObjectNode object) {
    return object.path("name").asText();
  }
}
