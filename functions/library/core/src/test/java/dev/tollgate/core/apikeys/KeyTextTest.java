package dev.tollgate.core.apikeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.kernel.TenantId;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTextTest {
  private static final TenantId TENANT = new TenantId("ten_0123456789abcdefghjkmnpqrs");
  private static final String CHARACTERS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-. ";

  private final KeyText key = KeyText.random(TENANT, new Random(7));

  @Test
  void aKeyIsReadBackAsItWasMade() {
    KeyText read = KeyText.parse(key.text()).orElseThrow();

    assertThat(read.text()).isEqualTo(key.text());
    assertThat(read.tenant()).isEqualTo(TENANT);
    assertThat(read.fingerprint()).isEqualTo(key.fingerprint());
  }

  /** A stored hash is of this text for ever. */
  @Test
  void aKeyHasItsShape() {
    assertThat(key.text()).matches("tg_0123456789abcdefghjkmnpqrs_[0-9A-Za-z]{38}");
    assertThat(key.text()).endsWith(key.lastFour());
    assertThat(key.lastFour()).hasSize(4);
  }

  /** By a checksum reckoned elsewhere: CRC-32 of the text before it is 1083787644. */
  @Test
  void aKeyOfYesterdayIsReadTomorrow() {
    String body = "tg_00000000000000000000000000_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    assertThat(KeyText.parse(body + "1BLSfs")).isPresent();
  }

  @Test
  void everySingleChangedCharacterIsFound() {
    for (int place = 0; place < key.text().length(); place++) {
      for (int other : CHARACTERS.chars().toArray()) {
        if (other != key.text().charAt(place)) {
          StringBuilder changed = new StringBuilder(key.text());
          changed.setCharAt(place, (char) other);
          assertThat(KeyText.parse(changed.toString())).as("%c at %d", other, place).isEmpty();
        }
      }
    }
  }

  @Test
  void everyTwoNeighboursThatChangedPlacesAreFound() {
    for (int place = 1; place < key.text().length(); place++) {
      StringBuilder changed = new StringBuilder(key.text());
      changed.setCharAt(place, key.text().charAt(place - 1));
      changed.setCharAt(place - 1, key.text().charAt(place));
      if (!changed.toString().equals(key.text())) {
        assertThat(KeyText.parse(changed.toString())).as("at %d", place).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "tg_", "tg", "Bearer x", "tg__", "tg_\u0000", "\uD800"})
  void whatIsNoKeyIsNone(String text) {
    assertThat(KeyText.parse(text)).isEmpty();
    assertThat(KeyText.parse(key.text() + text).isPresent()).isEqualTo(text.isEmpty());
    assertThat(KeyText.parse(text + key.text()).isPresent()).isEqualTo(text.isEmpty());
  }

  @Test
  void aKeyShowsItselfToWhoAsksAndToNoLog() {
    assertThat(key.toString()).isEqualTo("KeyText[hidden]");
  }

  @Test
  void noTwoKeysAreAlike() {
    Random random = new Random(1);
    Set<String> texts = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      texts.add(KeyText.random(TENANT, random).text());
    }
    assertThat(texts).hasSize(1_000);
  }
}
