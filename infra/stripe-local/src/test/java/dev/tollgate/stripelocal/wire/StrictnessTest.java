package dev.tollgate.stripelocal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.stripelocal.TestStripe;
import dev.tollgate.stripelocal.ledger.Json;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrictnessTest {
  private final TestStripe stripe = TestStripe.start();

  @BeforeAll
  void aProduct() {
    stripe.raw("POST", "/v1/products", "id=prod_seat&name=Seat");
  }

  @AfterAll
  void close() {
    stripe.close();
  }

  @ParameterizedTest(name = "{1}?{2} is refused as {3} for {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POST | /v1/customers | foo=1 | parameter_unknown | foo | Received unknown parameter: foo
          POST | /v1/customers | foo=1&bar=2 | parameter_unknown | foo | Received unknown parameters: foo, bar
          POST | /v1/customers | address[town]=x | parameter_unknown | address[town] | Received unknown parameter: address[town]
          POST | /v1/customers | invoice_settings%5Bx%5D=1 | parameter_unknown | invoice_settings[x] | Received unknown parameter: invoice_settings[x]
          POST | /v1/prices | currency=usd&product=prod_seat&tiers[1][up]=1 | parameter_unknown | tiers[1][up] | Received unknown parameter: tiers[1][up]
          POST | /v1/customers | name=%%% | '' | '' | Invalid request (check that your form is well encoded).
          POST | /v1/customers | name=a&name[b]=c | '' | name | Invalid request: name has two shapes.
          POST | /v1/customers | balance=ten | parameter_invalid_integer | balance | Invalid integer: ten
          POST | /v1/customers | balance=1.5 | parameter_invalid_integer | balance | Invalid integer: 1.5
          GET | /v1/customers?limit=x | | parameter_invalid_integer | limit | Invalid integer: x
          GET | /v1/customers?limit=0 | | parameter_invalid_integer | limit | This value must be greater than or equal to 1.
          GET | /v1/customers?limit=101 | | parameter_invalid_integer | limit | This value must be less than or equal to 100.
          GET | /v1/customers?created[gte]=soon | | parameter_invalid_integer | created[gte] | Invalid integer: soon
          POST | /v1/products | active=true | parameter_missing | name | Missing required param: name.
          POST | /v1/prices | currency=usd&product=prod_seat&recurring[interval_count]=1 | parameter_missing | recurring[interval] | Missing required param: recurring[interval].
          POST | /v1/products | name=x&active=yes | '' | active | Invalid boolean: yes
          POST | /v1/products | name=x&type=bad | '' | type | Invalid type: must be one of good, or service
          POST | /v1/products | name= | parameter_invalid_empty | name |
          POST | /v1/customers | name[first]=x | '' | name | Invalid string
          POST | /v1/customers | address=x | '' | address | Invalid object
          POST | /v1/prices | currency=usd&product=prod_seat&unit_amount_decimal=much | '' | unit_amount_decimal | Invalid decimal: much
          GET | /v1/customers?expand[]=default_source.a.b.c.d | | '' | expand |
          GET | /v1/customers?expand[]=name | | '' | expand | This property cannot be expanded (name).
          GET | /v1/customers?starting_after=cus_x | | resource_missing | starting_after |
          """)
  void isRefused(String verb, String path, String form, String code, String param, String message) {
    HttpResponse<String> answer = stripe.raw(verb, path, form);

    assertThat(answer.statusCode()).isEqualTo(400);
    JsonNode error = Json.read(answer.body()).path("error");
    assertThat(error.path("type").asText()).isEqualTo("invalid_request_error");
    assertThat(error.path("code").asText("")).isEqualTo(code);
    assertThat(error.path("param").asText()).isEqualTo(param);
    if (message != null) {
      assertThat(error.path("message").asText()).isEqualTo(message);
    }
    assertThat(error.path("request_log_url").asText()).contains("/logs/req_");
  }

  @Test
  void whatIsUnknownHereIsAnUnrecognizedUrl() {
    HttpResponse<String> answer = stripe.raw("GET", "/v1/quotes", null);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("Unrecognized request URL (GET: /v1/quotes)");
  }

  @Test
  void aMissingObjectIsNamed() {
    HttpResponse<String> answer = stripe.raw("GET", "/v1/customers/cus_x", null);

    assertThat(answer.statusCode()).isEqualTo(404);
    JsonNode error = Json.read(answer.body()).path("error");
    assertThat(error.path("code").asText()).isEqualTo("resource_missing");
    assertThat(error.path("message").asText()).isEqualTo("No such customer: 'cus_x'");
    assertThat(error.path("param").asText()).isEqualTo("id");
    assertThat(error.path("doc_url").asText())
        .isEqualTo("https://stripe.com/docs/error-codes/resource-missing");
  }

  @Test
  void bracketsComeLiteralOrEncodedAndArraysNumberedOrNot() {
    stripe.raw(
        "POST", "/v1/customers", "preferred_locales[]=de&preferred_locales[]=fr&name=a+b%26c");
    stripe.raw(
        "POST",
        "/v1/customers",
        "preferred_locales%5B0%5D=de&preferred_locales%5B1%5D=fr&name=a%20b%26c");

    JsonNode list = Json.read(stripe.raw("GET", "/v1/customers?limit=2", null).body()).path("data");
    for (JsonNode customer : list) {
      assertThat(customer.path("preferred_locales")).hasToString("[\"de\",\"fr\"]");
      assertThat(customer.path("name").asText()).isEqualTo("a b&c");
    }
  }

  @Test
  void queryAndBodyAreOne() {
    HttpResponse<String> answer = stripe.raw("POST", "/v1/products?id=prod_both", "name=Both");

    assertThat(Json.read(answer.body()).path("id").asText()).isEqualTo("prod_both");
  }
}
