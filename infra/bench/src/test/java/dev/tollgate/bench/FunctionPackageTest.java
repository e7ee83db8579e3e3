package dev.tollgate.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

/**
 * What is uploaded, run as Lambda runs it: signup's package in a process of its own. The runtime
 * client has native parts for Linux alone.
 */
@EnabledOnOs(OS.LINUX)
class FunctionPackageTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;

  FunctionPackageTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void signupAnswersOutOfItsPackage() throws IOException {
    try (Surroundings surroundings = Surroundings.start();
        LambdaProcess process = LambdaProcess.start(signup(surroundings))) {
      Exchange exchange = process.send(HttpEvent.get("/health"));
      assertThat(exchange.refused()).describedAs(exchange.body()).isFalse();
      JsonNode answer = JSON.readTree(exchange.body());
      assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
      JsonNode body = JSON.readTree(answer.path("body").asText());
      assertThat(body.path("status").asText()).isEqualTo("ok");
    }
  }

  @Test
  void aBrokenEventIsRefusedAndTheProcessLivesOn() throws IOException {
    try (Surroundings surroundings = Surroundings.start();
        LambdaProcess process = LambdaProcess.start(signup(surroundings))) {
      Exchange broken = process.send("{\"version\":\"2.0\",\"rawPath\":");
      assertThat(broken.refused() || broken.body().contains("\"statusCode\":400"))
          .describedAs(broken.body())
          .isTrue();
      assertThat(process.send(HttpEvent.get("/health")).body()).contains("\"statusCode\":200");
    }
  }

  private Launch signup(Surroundings surroundings) throws IOException {
    FunctionPackage function =
        FunctionPackage.unpack(
            Path.of("../../functions/signup/target/function.jar"),
            "dev.tollgate.lambda.http.HttpDoor::handleRequest",
            folder.resolve("task"));
    RuntimeClient client = RuntimeClient.in(Path.of("target/runtime-client"));
    return Launch.of(client, function, Layout.MANAGED).in(surroundings.environment());
  }
}
