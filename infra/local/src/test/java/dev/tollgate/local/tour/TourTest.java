package dev.tollgate.local.tour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.local.functions.JarFunctions;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One edition's tour, through the packages that are deployed. */
class TourTest {
  private static final Path ROOT = Path.of("../..");

  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  @Test
  void aTenantLivesFromItsSignUpToItsErasure() {
    PrintStream before = System.out;
    PrintStream quiet = new PrintStream(log, true, StandardCharsets.UTF_8);
    System.setOut(quiet);
    try {
      boolean done =
          new Tour(
                  ROOT,
                  new JarFunctions(ROOT),
                  new PrintStream(told, true, StandardCharsets.UTF_8),
                  quiet)
              .run("rms");
      assertThat(done).as(told()).isTrue();
    } finally {
      System.setOut(before);
    }

    assertThat(events())
        .containsSubsequence(
            "does signs up",
            "mail \"Confirm your e-mail address for RMS\"",
            "state trialing pro",
            "state trialing pro -> active free",
            "does buys pro on the checkout page with card 4242424242424242",
            "state active free -> active pro",
            "does puts in card 4000000000000341 on the portal page",
            "state active pro -> past_due pro",
            "state past_due pro -> past_due pro, not live",
            "does puts in card 4242424242424242 on the portal page",
            "state past_due pro, not live -> active pro",
            "does cancels at the end of the period",
            "mail \"Your Pro plan at RMS has ended\"",
            "does deletes the account",
            "mail \"Your account at RMS will be erased\"");
    assertThat(events()).contains("mail \"Your trial of Pro at RMS has started\"");
    assertThat(events()).last().asString().endsWith("-> erased, login refused");
    assertThat(events()).filteredOn(event -> event.startsWith("money paid 999.00 INR")).hasSize(2);
    assertThat(events()).filteredOn(event -> event.contains("Your trial at RMS ends")).hasSize(3);
    assertThat(log.toString(StandardCharsets.UTF_8)).contains("mail_sent").doesNotContain("bela@");
  }

  @Test
  void anEditionWithoutALifeIsRefused() {
    boolean done =
        new Tour(ROOT, new JarFunctions(ROOT), new PrintStream(told), System.out).run("none");

    assertThat(done).isFalse();
    assertThat(told()).contains("no life for the edition none");
  }

  /** Without their days. */
  private List<String> events() {
    return told()
        .lines()
        .filter(line -> line.matches(" {2}(day|   ).*\\d\\d:\\d\\d  .*"))
        .map(line -> line.replaceFirst(".*\\d\\d:\\d\\d {2}(\\w+) +", "$1 "))
        .toList();
  }

  private String told() {
    return told.toString(StandardCharsets.UTF_8);
  }
}
