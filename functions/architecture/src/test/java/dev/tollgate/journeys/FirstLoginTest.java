package dev.tollgate.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.identity.OneTimeToken.Purpose;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirstLoginTest {
  private World world;

  @BeforeAll
  void start() {
    world = World.of("tollgate");
  }

  @AfterAll
  void stop() {
    world.close();
  }

  @Test
  void fromSignUpToLogout() {
    String email = World.newEmail();
    Caller caller = world.caller();

    Answer registered = caller.register(email);
    assertThat(registered.status()).as(registered.text()).isEqualTo(201);
    assertThat(registered.body().get("email_verification_required")).isEqualTo(true);

    Answer verified = caller.verify(world.mailedToken(Purpose.VERIFY_EMAIL, email));
    assertThat(verified.status()).isEqualTo(200);

    Answer loggedIn = caller.logIn(email);
    assertThat(loggedIn.status()).isEqualTo(200);
    assertThat(loggedIn.body())
        .containsOnlyKeys("access_token", "refresh_token", "token_type", "expires_in");

    Answer refreshed = caller.refresh(loggedIn.refreshToken());
    assertThat(refreshed.status()).isEqualTo(200);

    Answer me = caller.bearing(refreshed.accessToken()).get("/api/v1/auth/me");
    assertThat(me.status()).isEqualTo(200);
    assertThat(((Map<?, ?>) me.body().get("user")).get("email")).isEqualTo(email);
    assertThat(((Map<?, ?>) me.body().get("user")).get("email_verified")).isEqualTo(true);
    assertThat(me.body().get("role")).isEqualTo("owner");

    assertThat(caller.bearing(refreshed.accessToken()).post("/api/v1/auth/logout", "").status())
        .isEqualTo(204);
    assertThat(caller.bearing(refreshed.accessToken()).get("/api/v1/auth/me").status())
        .isEqualTo(401);
    assertThat(caller.refresh(refreshed.refreshToken()).status()).isEqualTo(401);
  }
}
