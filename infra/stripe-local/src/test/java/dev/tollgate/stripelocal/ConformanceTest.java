package dev.tollgate.stripelocal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConformanceTest {
  private final Conformance conformance = new Conformance();

  @Test
  void aFittingObjectPasses() {
    assertThatCode(
            () ->
                conformance.answer(
                    "GET",
                    "/v1/customers/cus_1",
                    """
                    {"id":"cus_1","object":"customer","name":null,"balance":0,"metadata":{"a":"b"},
                     "invoice_settings":{"default_payment_method":"pm_1"}}
                    """))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"object\":\"customer\"}",
        "{\"id\":\"cus_1\",\"object\":\"customer\",\"colour\":\"red\"}",
        "{\"id\":\"cus_1\",\"object\":\"customer\",\"balance\":\"0\"}",
        "{\"id\":\"cus_1\",\"object\":\"customer\",\"balance\":0.5}",
        "{\"id\":\"cus_1\",\"object\":\"customer\",\"name\":{}}",
        "{\"id\":\"cus_1\",\"object\":\"customer\",\"delinquent\":\"no\"}",
        "{\"id\":\"cus_1\",\"object\":\"customer\",\"invoice_settings\":{\"colour\":1}}",
        "{\"id\":\"cus_1\",\"object\":\"customer\",\"preferred_locales\":\"de\"}",
        "{\"id\":\"cus_1\",\"object\":\"customer\",\"_secret\":1}",
        "{\"id\":\"cus_1\",\"object\":\"product\"}"
      })
  void anythingElseIsFound(String body) {
    assertThatThrownBy(() -> conformance.answer("GET", "/v1/customers/cus_1", body))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void aSnapshotInsideAnEventIsLookedAtToo() {
    assertThatThrownBy(
            () ->
                conformance.answer(
                    "GET",
                    "/v1/events",
                    """
                    {"object":"list","has_more":false,"url":"/v1/events","data":[
                      {"id":"evt_1","object":"event","type":"price.created",
                       "data":{"object":{"id":"price_1","object":"price","amount":1}}}]}
                    """))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("amount");
  }
}
