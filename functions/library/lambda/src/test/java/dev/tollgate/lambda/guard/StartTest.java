package dev.tollgate.lambda.guard;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Routes that contradict themselves stop the start. */
final class StartTest {
  @AfterEach
  void forget() {
    System.clearProperty(WrongControllers.PLANTED);
  }

  @ParameterizedTest
  @CsvSource({
    "person-by-key, which no request has",
    "open-tenancy, which no request has",
    "open-feature, an open route asks nothing about its callers",
    "written-history, reads no history"
  })
  void aRouteThatContradictsItselfStopsTheStart(String planted, String complaint) {
    System.setProperty(WrongControllers.PLANTED, planted);
    assertThatThrownBy(() -> new World("tollgate").close()).hasStackTraceContaining(complaint);
  }
}
