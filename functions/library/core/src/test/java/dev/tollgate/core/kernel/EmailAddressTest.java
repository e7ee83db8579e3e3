package dev.tollgate.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
  @Test
  void upperCaseAndSurroundingBlanksNameTheSameAddress() {
    assertThat(EmailAddress.parse("  Ada.Lovelace@Example.COM "))
        .contains(new EmailAddress("ada.lovelace@example.com"));
  }

  @Test
  void plusAliasesAreAddressesOfTheirOwn() {
    assertThat(EmailAddress.parse("ada+crm@example.com"))
        .isNotEqualTo(EmailAddress.parse("ada@example.com"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ada",
        "@example.com",
        "ada@",
        "ada@example",
        "ada@@example.com",
        "a da@example.com",
        ".ada@example.com",
        "ada..l@example.com",
        "ada@-example.com",
        "ada@example.com\nBcc: eve@example.com",
        "\nada@example.com",
        "ada@example.com\u0000",
        "\u0430da@example.com",
        "\uff41da@example.com",
        "ada@ex\u0430mple.com",
        "ada\u200b@example.com",
        "Ada <ada@example.com>",
        "ada@example.com,eve@example.com",
        "\u212aada@example.com"
      })
  void whatCouldBeMistakenOrSplitIsRefused(String text) {
    assertThat(EmailAddress.parse(text)).isEmpty();
  }

  @Test
  void lengthsAreThoseOfRfc5321() {
    String local = "a".repeat(64);
    assertThat(EmailAddress.parse(local + "@example.com")).isPresent();
    assertThat(EmailAddress.parse(local + "a@example.com")).isEmpty();
    assertThat(EmailAddress.parse("a".repeat(1_000_000) + "@example.com")).isEmpty();
  }

  @Test
  void anAddressDoesNotPrintItself() {
    assertThat(new EmailAddress("ada@example.com").toString()).doesNotContain("ada");
  }
}
