package dev.tollgate.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.kernel.Money;
import dev.tollgate.core.messages.Mail;
import dev.tollgate.editions.EditionFiles;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A second language beside English: German where a file is in the tests, English words else. */
final class LanguagesTest {
  private final Languages languages =
      new Languages(List.of("en", "de"), LanguagesTest::germanWhereThereIsSome);

  @ParameterizedTest
  @CsvSource({
    "de, Hallo Asha Rao, Ihre Zahlung",
    "de-AT, Hallo Asha Rao, Ihre",
    "en-GB, Hello Asha Rao, Your receipt",
    "fr, Hello Asha Rao, Your receipt",
    "und, Hello Asha Rao, Your receipt"
  })
  void theNearestLanguageIsTakenElseEnglish(String tag, String greeting, String subject) {
    Mail mail = receipt(Locale.forLanguageTag(tag));

    assertThat(mail.text()).startsWith(greeting + ",\n");
    assertThat(mail.subject()).startsWith(subject.split(" ", 2)[0]);
    assertThat(mail.html()).contains("lang=\"" + (tag.startsWith("de") ? "de" : "en") + "\"");
  }

  @Test
  void numbersAndDatesGoWithTheWords() {
    assertThat(receipt(Locale.GERMANY).subject()).contains("1.900,00");
    assertThat(receipt(Locale.FRANCE).subject()).contains("$1,900.00");
    Voice german = languages.voice(Locale.GERMAN, ZoneId.of("Europe/Berlin"));
    assertThat(german.say(new Shown.Moment(People.NOW)))
        .isEqualTo("1. März 2026 um 11:00 (Europe/Berlin)");
  }

  @Test
  void aZoneIsTheAccounts() {
    Voice india = languages.voice(Locale.ENGLISH, ZoneId.of("Asia/Kolkata"));

    assertThat(india.say(new Shown.Moment(People.NOW)))
        .isEqualTo("1 March 2026 at 15:30 (Asia/Kolkata)");
  }

  /** Two readers, one moment: for one of them the day is already another. */
  @Test
  void tomorrowIsTomorrowWhereTheReaderIs() {
    Shown near =
        new Shown.Ending(
            Instant.parse("2026-03-02T20:00:00Z"), Instant.parse("2026-03-01T20:00:00Z"));

    assertThat(languages.voice(Locale.ENGLISH, ZoneId.of("UTC")).say(near))
        .isEqualTo("ends tomorrow");
    Shown later =
        new Shown.Ending(
            Instant.parse("2026-03-02T20:00:00Z"), Instant.parse("2026-03-01T10:00:00Z"));
    assertThat(languages.voice(Locale.ENGLISH, ZoneId.of("Asia/Kolkata")).say(later))
        .isEqualTo("ends on 3 March 2026");
    Shown today =
        new Shown.Ending(
            Instant.parse("2026-03-02T20:00:00Z"), Instant.parse("2026-03-02T01:00:00Z"));
    assertThat(languages.voice(Locale.ENGLISH, ZoneId.of("UTC")).say(today))
        .isEqualTo("ends today");
    Shown late =
        new Shown.Ending(
            Instant.parse("2026-03-02T20:00:00Z"), Instant.parse("2026-03-02T20:00:00Z"));
    assertThat(languages.voice(Locale.ENGLISH, ZoneId.of("UTC")).say(late))
        .isEqualTo("ended on 2 March 2026");
  }

  private Mail receipt(Locale language) {
    Reader asha = People.reader();
    Reader reader =
        new Reader(
            asha.address(), asha.name(), asha.account(), language, asha.zone(), Optional.empty());
    return new Notifications(
            languages,
            new FrontendLinks(World.FRONTEND),
            EditionFiles.load("tollgate"),
            PlanNames.asShipped(EditionFiles.load("tollgate")))
        .render(new Letter.Receipt(reader, "A-1", new Money(190_000, "USD"), Optional.empty()));
  }

  private static String germanWhereThereIsSome(String name) {
    return switch (name) {
      case "de/payment_received.txt" ->
          """
          Ihre Zahlung über {{amount}} an {{product}}

          Wir haben Ihre Zahlung über **{{amount}}** für Rechnung {{number}} erhalten.

          [Rechnung ansehen]
          """;
      case "de/phrases.properties" ->
          TemplateFiles.read("en/phrases.properties")
              .replace("greeting=Hello {{name}},", "greeting=Hallo {{name}},")
              .replace("moment={{day}} at {{time}}", "moment={{day}} um {{time}}");
      default -> TemplateFiles.read(name.replaceFirst("^de/", "en/"));
    };
  }
}
