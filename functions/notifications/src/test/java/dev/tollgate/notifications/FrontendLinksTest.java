package dev.tollgate.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.kernel.OneTimeSecret;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FrontendLinksTest {
  private static final OneTimeSecret SECRET = new OneTimeSecret("abc_-");

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:8000/_local/app", "http://127.0.0.1:8000/_local/app/"})
  void linksStartWithTheConfiguredAddress(String frontend) {
    FrontendLinks links = new FrontendLinks(frontend);

    assertThat(links.verifyEmail(SECRET))
        .isEqualTo("http://127.0.0.1:8000/_local/app/verify-email?token=abc_-");
    assertThat(links.resetPassword(SECRET))
        .isEqualTo("http://127.0.0.1:8000/_local/app/reset-password?token=abc_-");
    assertThat(links.forgotPassword())
        .isEqualTo("http://127.0.0.1:8000/_local/app/forgot-password");
    assertThat(links.account()).isEqualTo("http://127.0.0.1:8000/_local/app/account");
    assertThat(links.billing()).isEqualTo("http://127.0.0.1:8000/_local/app/billing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "app.tollgate.test",
        "javascript:alert(1)",
        "/app",
        "https:app",
        "ftp://app.test",
        "https://app.test?x=1",
        "https://app.test#x",
        "https://app test"
      })
  void anythingElseStopsTheStart(String frontend) {
    assertThatThrownBy(() -> new FrontendLinks(frontend))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
