package dev.tollgate.local.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.local.fake.Fakes;
import dev.tollgate.local.template.TemplateError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterPatternTest {
  private static final String RECORD =
      "{\"eventName\":\"INSERT\",\"size\":3,\"dynamodb\":{\"Keys\":{\"sk\":{\"S\":\"OUTBOX#1\"}}}}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"eventName\":[\"INSERT\",\"MODIFY\"]} | true",
        "{\"eventName\":[\"REMOVE\"]} | false",
        "{\"dynamodb\":{\"Keys\":{\"sk\":{\"S\":[{\"prefix\":\"OUTBOX#\"}]}}}} | true",
        "{\"dynamodb\":{\"Keys\":{\"sk\":{\"S\":[{\"prefix\":\"USER#\"}]}}}} | false",
        "{\"dynamodb\":{\"Keys\":{\"pk\":{\"S\":[{\"prefix\":\"\"}]}}}} | false",
        "{\"eventName\":[{\"suffix\":\"SERT\"}]} | true",
        "{\"eventName\":[{\"equals-ignore-case\":\"insert\"}]} | true",
        "{\"eventName\":[{\"anything-but\":[\"REMOVE\"]}]} | true",
        "{\"eventName\":[{\"anything-but\":\"INSERT\"}]} | false",
        "{\"other\":[{\"exists\":false}]} | true",
        "{\"eventName\":[{\"exists\":false}]} | false",
        "{\"size\":[3]} | true",
        "{\"size\":[\"3\"]} | false",
        "{\"eventName\":[\"INSERT\"],\"size\":[4]} | false",
      })
  void fieldsMustAllMatchAndAlternativesNeedOne(String pattern, boolean matches) {
    assertThat(FilterPattern.parse(pattern, Fakes.PLACE).matches(Fakes.json(RECORD)))
        .isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "\"INSERT\"", "{\"a\":\"b\"}", "{\"a\":[{\"numeric\":[\">\",1]}]}"})
  void whatIsNotUnderstoodIsRefused(String pattern) {
    assertThatThrownBy(() -> FilterPattern.parse(pattern, Fakes.PLACE))
        .isInstanceOf(TemplateError.class)
        .hasMessageStartingWith("template.yaml:1: ");
  }
}
