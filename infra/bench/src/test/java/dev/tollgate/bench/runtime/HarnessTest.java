package dev.tollgate.bench.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.bench.cases.HttpEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The runtime client has native parts for Linux alone. */
@EnabledOnOs(OS.LINUX)
class HarnessTest {
  private static final String EVENT = HttpEvent.post("/bare", "{\"email\":\"ada@example.com\"}");

  private final Path folder;
  private final Launch launch;

  HarnessTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.launch = bare(Layout.MANAGED, "dev.tollgate.bench.bare.BareHandler", folder);
  }

  private static Launch bare(Layout layout, String handler, Path folder) throws IOException {
    RuntimeClient client = RuntimeClient.in(Path.of("target/runtime-client"));
    Path task = folder.resolve(layout + handler);
    return Launch.of(
        client, FunctionPackage.unpack(Path.of("target/bare.jar"), handler, task), layout);
  }

  @Test
  void aFunctionAnswersAsLambdaRunsIt() throws IOException {
    try (LambdaProcess process = LambdaProcess.start(launch)) {
      Exchange answer = process.send(EVENT);
      assertThat(answer.refused()).isFalse();
      assertThat(answer.body()).contains("\"statusCode\":200").contains("ada@example.com");
    }
  }

  @Test
  void aFunctionAnswersFromOneClassPathWithACacheOfIts() throws IOException, InterruptedException {
    Launch flat = bare(Layout.FLAT, "dev.tollgate.bench.bare.BareHandler", folder);
    AotCache cache = AotCache.train(flat, EVENT, folder);
    try (LambdaProcess process =
        LambdaProcess.start(cache.used(flat).with("-Xlog:class+load:stdout"))) {
      assertThat(process.send(EVENT).body()).contains("ada@example.com");
      assertThat(process.output())
          .containsPattern("bare\\.BareHandler source: shared objects file");
    }
  }

  @Test
  void aFunctionWaitsForItsRestore() throws IOException {
    try (LambdaProcess process = LambdaProcess.start(launch.withSnapshot())) {
      long checkpointAt = process.awaitCheckpoint();
      long restoredAt = process.restore();
      Exchange answer = process.send(EVENT);
      assertThat(answer.body()).contains("ada@example.com");
      assertThat(answer.answeredAt()).isGreaterThan(restoredAt);
      assertThat(restoredAt).isGreaterThan(checkpointAt);
      assertThat(process.awaitReady()).isGreaterThan(restoredAt);
    }
  }

  @Test
  void manyCallsComeOneAfterTheOther() throws IOException {
    try (LambdaProcess process = LambdaProcess.start(launch)) {
      List<Exchange> answers = process.send(EVENT, 50);
      assertThat(answers).hasSize(50).noneMatch(Exchange::refused);
      for (int i = 1; i < answers.size(); i++) {
        assertThat(answers.get(i).sentAt()).isGreaterThan(answers.get(i - 1).answeredAt());
      }
      assertThat(process.footprint().cpuNanos()).isPositive();
      assertThat(process.footprint().peakKilobytes()).isPositive();
    }
  }

  @Test
  void anErrorIsReportedAndTheProcessLivesOn() throws IOException {
    try (LambdaProcess process = LambdaProcess.start(launch)) {
      Exchange refused = process.send("[]");
      assertThat(refused.refused()).isTrue();
      assertThat(refused.body()).contains("The event is not a JSON object.");
      assertThat(process.send(EVENT).refused()).isFalse();
    }
  }

  @Test
  void aHandlerThatIsNotThereIsNamed() throws IOException {
    Launch wrong = bare(Layout.MANAGED, "no.such.Handler", folder);
    try (LambdaProcess process = LambdaProcess.start(wrong)) {
      Exchange refused = process.send(EVENT);
      assertThat(refused.refused()).isTrue();
      assertThat(refused.body()).contains("no.such.Handler");
    }
  }

  @Test
  void aProcessThatEndsSaysWhy() throws IOException {
    try (LambdaProcess process = LambdaProcess.start(launch.with("-XX:+NoSuchFlag"))) {
      assertThatThrownBy(() -> process.send(EVENT))
          .isInstanceOf(FunctionBroken.class)
          .hasMessageContaining("NoSuchFlag");
    }
  }

  @Test
  void aFunctionSeesNoVariablesButItsOwn() throws IOException {
    Launch named = launch.in(Map.of("TABLE_NAME", "tollgate"));
    assertThat(named.variables("127.0.0.1:1"))
        .containsEntry("TABLE_NAME", "tollgate")
        .doesNotContainKeys("HOME", "PATH");
  }

  @Test
  void nothingIsLeftRunning() throws IOException {
    LambdaProcess process = LambdaProcess.start(launch);
    process.awaitReady();
    process.close();
    assertThat(process.alive()).isFalse();
  }
}
