package dev.tollgate.lambda.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PagingTest {
  private final List<Paging> asked = new ArrayList<>();

  @Test
  void whoSaysNothingGetsTheFirstFifty() {
    assertThat(ask(null, null).status()).isEqualTo(200);
    assertThat(asked).containsExactly(new Paging(50, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 200})
  void theBoundsAreAllowed(int limit) {
    ask(Integer.toString(limit), "x".repeat(1_024));
    assertThat(asked).containsExactly(new Paging(limit, Optional.of("x".repeat(1_024))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "201", "-1", "+1", " 1", "1e2", "1000", "ten", "\u0661"})
  void aLimitThatIsNoneIsRefused(String limit) {
    assertThat(violations(ask(limit, null))).contains("field=limit").doesNotContain("field=cursor");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "\u0000", "\n", "\uD83D\uDCB8"})
  void aCursorThatWeNeverHandOutIsRefused(String cursor) {
    assertThat(violations(ask(null, cursor))).contains("field=cursor");
  }

  @Test
  void aCursorLongerThanAnyOfOursIsRefused() {
    assertThat(ask(null, "x".repeat(1_025)).status()).isEqualTo(422);
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    assertThat(violations(ask("0", ""))).contains("field=limit", "field=cursor");
  }

  private Response ask(@Nullable String limit, @Nullable String cursor) {
    return Paging.answer(
        limit,
        cursor,
        paging -> {
          asked.add(paging);
          return Response.ok("a list");
        });
  }

  private String violations(Response response) {
    assertThat(response.status()).isEqualTo(422);
    assertThat(asked).isEmpty();
    return String.valueOf(response.body());
  }
}
