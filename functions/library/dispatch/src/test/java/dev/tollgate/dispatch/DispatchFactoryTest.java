package dev.tollgate.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.outgoing.Reach;
import dev.tollgate.core.outgoing.WebhookSender;
import dev.tollgate.lambda.runtime.FunctionContext;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DispatchFactoryTest {
  @ParameterizedTest
  @CsvSource({
    "local, true, LOCAL_TOO",
    "local, '', PUBLIC",
    "local, TRUE, PUBLIC",
    "local, 1, PUBLIC",
    "dev, true, PUBLIC",
    "prod, true, PUBLIC"
  })
  void onlyTheLocalStackCallsItselfAndOnlyWhereItSaysSo(
      String stage, String allowed, Reach expected) {
    assertThat(reach(Map.of("STAGE", stage, "OUTGOING_ALLOW_LOCAL", allowed))).isEqualTo(expected);
  }

  @Test
  void withoutTheVariableOnlyThePublicInternetIsCalled() {
    assertThat(reach(Map.of("STAGE", "local"))).isEqualTo(Reach.PUBLIC);
  }

  @Test
  void aFunctionGetsOneSender() {
    try (ApplicationContext context =
        FunctionContext.start(Map.of("STAGE", "prod", "EDITION", "tollgate"), List.of())) {
      assertThat(context.getBean(WebhookSender.class)).isInstanceOf(SafeSender.class);
      assertThat(context.getBean(Reach.class)).isEqualTo(Reach.PUBLIC);
    }
  }

  private static Reach reach(Map<String, String> environment) {
    return new DispatchFactory().reach(new dev.tollgate.lambda.runtime.Environment(environment));
  }
}
