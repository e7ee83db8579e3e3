package dev.tollgate.local.quiet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.local.fake.Fakes;
import dev.tollgate.local.functions.Activity;
import dev.tollgate.local.functions.Functions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class QuietTest {
  private final Activity activity = new Activity();

  @Test
  void whatARunningFunctionWroteMustHaveBeenReadAfterItsEnd() throws Exception {
    Table table = new Table();
    Quiet quiet = new Quiet(activity, List.of(table));
    CountDownLatch running = new CountDownLatch(1);
    CompletableFuture<Thread> waiting = new CompletableFuture<>();
    try (Functions functions =
        Fakes.functions(
            "Writer",
            activity,
            event -> {
              running.countDown();
              while (waiting.join().getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait(); // until whoever settles has looked once
              }
              table.read();
              table.write();
              return "";
            })) {
      Thread invoking =
          Thread.ofPlatform()
              .start(() -> functions.invoke(Fakes.definition("Writer"), new byte[0]));
      running.await();
      CompletableFuture<List<String>> left = new CompletableFuture<>();
      waiting.complete(
          Thread.ofPlatform().start(() -> left.complete(quiet.await(Duration.ofSeconds(20)))));

      assertThat(left.join()).isEmpty();
      assertThat(table.unread).isFalse();
      invoking.join();
    }
  }

  @Test
  void whoeverGivesUpNamesAllThatIsLeft() {
    Quiet quiet = new Quiet(activity, List.of(_ -> List.of("a queue"), _ -> List.of("a stream")));

    assertThat(quiet.await(Duration.ZERO)).containsExactly("a queue", "a stream");
  }

  /** Something that is read at any time, and read anew when it is asked after what it has read. */
  private static final class Table implements Worker {
    private volatile long readSince = System.nanoTime();
    private volatile boolean unread;

    void read() {
      readSince = System.nanoTime();
      unread = false;
    }

    void write() {
      unread = true;
    }

    @Override
    public List<String> unfinished(long since) {
      if (readSince - since >= 0) {
        return List.of();
      }
      read();
      return List.of("unread");
    }
  }
}
