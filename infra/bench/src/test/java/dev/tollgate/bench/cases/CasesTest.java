package dev.tollgate.bench.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.bench.runtime.Exchange;
import java.util.List;
import org.junit.jupiter.api.Test;

class CasesTest {
  @Test
  void everyCaseHasItsFloor() {
    List<String> names = Cases.all().stream().map(BenchCase::name).toList();
    assertThat(names).doesNotHaveDuplicates().startsWith(BenchCase.BARE, BenchCase.BARE_DYNAMO);
    assertThat(Cases.all()).allMatch(each -> names.contains(each.floor()));
  }

  @Test
  void everyFunctionHasACase() {
    assertThat(Cases.all().stream().map(each -> each.jar().toString()).distinct())
        .contains(
            "functions/signup/target/function.jar",
            "functions/login/target/function.jar",
            "functions/account/target/function.jar",
            "functions/docs/target/function.jar",
            "functions/relay/target/function.jar",
            "functions/notifications/target/function.jar");
  }

  @Test
  void aQuickLookKeepsTheFloors() {
    assertThat(Cases.only("signup").stream().map(BenchCase::name))
        .containsExactly(
            BenchCase.BARE, BenchCase.BARE_DYNAMO, "signup: health", "signup: unknown token");
  }

  @Test
  void severalPartsAndNoneChooseMore() {
    assertThat(Cases.only("relay,docs")).hasSize(4);
    assertThat(Cases.only("")).isEqualTo(Cases.all());
  }

  @Test
  void aWrongAnswerDoesNotCount() {
    Expectation ok = new Expectation(List.of("\"statusCode\":200"));
    assertThat(ok.isMetBy(new Exchange(0, 1, false, "{\"statusCode\":200}"))).isTrue();
    assertThat(ok.isMetBy(new Exchange(0, 1, false, "{\"statusCode\":503}"))).isFalse();
    assertThat(ok.isMetBy(new Exchange(0, 1, true, "{\"statusCode\":200}"))).isFalse();
  }
}
