package dev.tollgate.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.bench.cases.HttpEvent;
import dev.tollgate.bench.runtime.Exchange;
import dev.tollgate.bench.runtime.FunctionPackage;
import dev.tollgate.bench.runtime.LambdaProcess;
import dev.tollgate.bench.runtime.Launch;
import dev.tollgate.bench.runtime.Layout;
import dev.tollgate.bench.runtime.RuntimeClient;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The second floor really reads the table. */
@EnabledOnOs(OS.LINUX)
class BareDynamoPackageTest {
  @Test
  void itLooksTheAddressUp(@TempDir Path folder) throws IOException {
    FunctionPackage function =
        FunctionPackage.unpack(
            Path.of("target/bare-dynamo.jar"),
            "dev.tollgate.bench.bare.BareDynamoHandler",
            folder.resolve("task"));
    RuntimeClient client = RuntimeClient.in(Path.of("target/runtime-client"));
    try (Surroundings surroundings = Surroundings.start();
        LambdaProcess process =
            LambdaProcess.start(
                Launch.of(client, function, Layout.MANAGED).in(surroundings.environment()))) {
      Exchange answer = process.send(HttpEvent.post("/bare", "{\"email\":\"ada@example.com\"}"));
      assertThat(answer.refused()).describedAs(answer.body()).isFalse();
      assertThat(answer.body()).contains("no item");
    }
  }
}
