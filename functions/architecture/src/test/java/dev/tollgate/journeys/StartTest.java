package dev.tollgate.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.lambda.http.HttpDoor;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invariant 9 of the design: what is missing stops the start. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StartTest {
  private World world;

  @BeforeAll
  void start() {
    world = World.of("tollgate");
  }

  @AfterAll
  void stop() {
    world.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STAGE",
        "EDITION",
        "TABLE_NAME",
        "API_URL",
        "FRONTEND_URL",
        "SIGNING_KEYS_SECRET",
        "AWS_REGION"
      })
  void aMissingVariableStopsTheStart(String variable) {
    Map<String, String> environment = new HashMap<>(world.environment("tollgate"));
    environment.remove(variable);
    assertThatThrownBy(() -> new HttpDoor(environment).close()).hasStackTraceContaining(variable);
  }

  @Test
  void aSecretWithoutAValueStopsTheStart() {
    Map<String, String> environment = new HashMap<>(world.environment("tollgate"));
    environment.put("SIGNING_KEYS_SECRET", "not-there");
    assertThatThrownBy(() -> new HttpDoor(environment).close())
        .hasStackTraceContaining("the secret with the signing keys has no value yet");
  }

  @Test
  void anUnknownEditionStopsTheStart() {
    Map<String, String> environment = new HashMap<>(world.environment("tollgate"));
    environment.put("EDITION", "no-such-edition");
    assertThatThrownBy(() -> new HttpDoor(environment).close())
        .hasStackTraceContaining("no-such-edition");
  }

  @Test
  void withEverythingItStarts() {
    try (HttpDoor door = new HttpDoor(world.environment("tollgate"))) {
      assertThat(world.caller().through(door).get("/health").status()).isEqualTo(200);
    }
  }
}
