package dev.tollgate.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.admin.Caller.Answer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding the provider's prices. */
class SyncTest {
  private static final String SYNC = World.ADMIN + "/stripe/sync";

  private final World world = new World();

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void aDryRunReportsAndChangesNothing() {
    Answer answer = world.platformOwner().post(SYNC, "{\"dry_run\":true,\"create_missing\":true}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.field("dry_run")).isEqualTo(true);
    assertThat(answer.text())
        .contains("\"match\":\"by_name\",\"price\":\"price_theirs\"")
        .contains("\"match\":\"missing\",\"price\":null");
    assertThat(world.provider.made).isEmpty();
    assertThat(world.plans.plan("pro").version()).isEqualTo(1);
  }

  @Test
  void aSyncTakesWhatItFindsAndMakesNothingUnasked() {
    Answer answer = world.platformOwner().post(SYNC, "{}");
    assertThat(answer.field("dry_run")).isEqualTo(false);
    assertThat(world.provider.made).isEmpty();
    assertThat(world.plans.plan("pro").prices().monthly()).contains("price_theirs");
  }

  @Test
  void whatIsMissingIsMadeWhenAsked() {
    Answer answer = world.platformOwner().post(SYNC, "{\"create_missing\":true}");
    assertThat(answer.text()).contains("\"match\":\"created\",\"price\":\"price_made\"");
    assertThat(world.provider.made).isEqualTo(List.of("product starter", "price starter"));
  }

  @Test
  void withoutAnAccountAtTheProviderThereIsNothingToSync() {
    world.provider.configured = false;
    assertThat(world.platformOwner().post(SYNC, "{}").outcome())
        .isEqualTo("503 stripe_not_configured");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"dry_run\":\"true\"}", "{\"dry_run\":1}", "{\"create_missing\":[]}"})
  void aFlagIsTrueOrFalse(String body) {
    assertThat(world.platformOwner().post(SYNC, body).outcome()).isEqualTo("422 validation_failed");
  }
}
