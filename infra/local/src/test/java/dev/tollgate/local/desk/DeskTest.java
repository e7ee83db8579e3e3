package dev.tollgate.local.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.local.LocalStack;
import dev.tollgate.local.Options;
import dev.tollgate.local.fake.FakeFunctions;
import dev.tollgate.local.fake.Fakes;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private final LocalStack stack =
      LocalStack.start(
          Options.inMemory(Path.of("../.."))
              .withTemplate(Path.of("src/test/resources/small-template.yaml"))
              .withFunctions(new FakeFunctions()));

  @AfterAll
  void stop() {
    client.close();
    stack.close();
  }

  @Test
  void theStackSaysWhereItsStripeStandInIs() throws Exception {
    String stripe = Fakes.json(get("/_local/stack").body()).path("stripe").asText();

    assertThat(stripe)
        .isEqualTo(stack.stripe().baseUri().toString())
        .matches("http://127\\.0\\.0\\.1:\\d+");
  }

  @Test
  void theLinksOfMailsAndOfTheCheckoutLeadToTheBillingPage() throws Exception {
    HttpResponse<String> page = get("/_local/app/billing?checkout=done");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("content-security-policy"))
        .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'self'"));
    assertThat(page.body()).contains("<title>Billing</title>", "id=\"log-in\"");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(stack.baseUri().resolve(path)).build(), BodyHandlers.ofString());
  }
}
