package dev.tollgate.editions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.editions.RateLimits;
import dev.tollgate.core.editions.RateRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditionFilesTest {
  private final Path folder;

  EditionFilesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aFileIsLoadedByItsPath() throws IOException {
    Path file = Files.writeString(folder.resolve("small.yaml"), Small.edition().text());
    assertThat(EditionFiles.load(file.toString())).isEqualTo(Small.edition().read());
  }

  @Test
  void aPathNeedsNoSuffix() throws IOException {
    Path file = Files.writeString(folder.resolve("small"), Small.edition().text());
    assertThat(EditionFiles.load(file.toString()).key()).isEqualTo("small");
  }

  @Test
  void mistakesNameTheFileAndNotItsFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.yaml"), "");
    assertThatThrownBy(() -> EditionFiles.load(file.toString()))
        .isInstanceOf(EditionRefused.class)
        .hasMessage("mine.yaml:1: the file is empty");
  }

  @Test
  void aFileThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> EditionFiles.load(folder.resolve("gone.yaml").toString()))
        .isInstanceOf(EditionRefused.class)
        .hasMessage("gone.yaml:1: cannot be read (NoSuchFileException)");
  }

  @Test
  void aPathThatCannotBeOneIsRefused() {
    assertThatThrownBy(() -> EditionFiles.load("/a\u0000b.yaml"))
        .isInstanceOf(EditionRefused.class)
        .hasMessage("a\u0000b.yaml:1: cannot be read (InvalidPathException)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"atlantis", "Tollgate", "", "..", "toll\u0000gate"})
  void aNameThatIsNotShippedIsRefused(String name) {
    assertThatThrownBy(() -> EditionFiles.load(name))
        .isInstanceOf(EditionRefused.class)
        .hasMessage(name + ".yaml:1: no edition of this name is shipped");
  }

  @Test
  void textIsUtf8() throws IOException {
    Path file = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xe9});
    assertThatThrownBy(() -> EditionFiles.load(file.toString()))
        .isInstanceOf(EditionRefused.class)
        .hasMessage("latin.yaml:1: not UTF-8");
  }

  @Test
  void aHugeFileIsNotReadToItsEnd() throws IOException {
    Path file = Files.writeString(folder.resolve("huge.yaml"), "€".repeat(1_000_000));
    assertThatThrownBy(() -> EditionFiles.load(file.toString()))
        .isInstanceOf(EditionRefused.class)
        .hasMessage("huge.yaml:1: larger than 65536 bytes");
  }

  @Test
  void numbersMayBeGroupedAndSizesHaveUnits() {
    assertThat(Small.edition().read().plan("lite").limits())
        .containsEntry(Meter.RECORDS, new Limit.AtMost(1000))
        .containsEntry(new Meter("disk"), new Limit.AtMost(5L * 1024 * 1024));
    assertThat(Small.edition().read().plan("full").limit(new Meter("disk")))
        .isEqualTo(new Limit.AtMost(2L * 1024 * 1024 * 1024 * 1024));
  }

  @Test
  void addressesAndEMailsMayHaveRatesOfTheirOwn() {
    assertThat(Small.edition().read().rateLimits().login().perAddress())
        .isEqualTo(new RateRule(5, Duration.ofMinutes(1)));
    assertThat(Small.edition().read().rateLimits().login().perEmail())
        .isEqualTo(new RateRule(4, Duration.ofMinutes(2)));
  }

  @Test
  void aTenantAndAnAddressHaveRatesOfTheirOwnForTheWholeApi() {
    RateLimits limits =
        Small.edition()
            .with("api_per_tenant: []", "api_per_tenant: [{ limit: 7, window: PT1M }]")
            .with(
                "api_per_address: []",
                "api_per_address: [{ limit: 9, window: PT1M }, { limit: 90, window: PT1H }]")
            .read()
            .rateLimits();

    assertThat(limits.apiPerTenant()).containsExactly(new RateRule(7, Duration.ofMinutes(1)));
    assertThat(limits.apiPerAddress())
        .containsExactly(
            new RateRule(9, Duration.ofMinutes(1)), new RateRule(90, Duration.ofHours(1)));
  }
}
