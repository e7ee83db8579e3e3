package dev.tollgate.stripelocal.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.param.CustomerCreateParams;
import dev.tollgate.stripelocal.TestStripe;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class OverviewTest {
  @Test
  void thePageShowsCustomersAndEventsEscaped() throws Exception {
    try (TestStripe stripe = TestStripe.start()) {
      stripe
          .client()
          .v1()
          .customers()
          .create(CustomerCreateParams.builder().setName("<b>Bold & Co</b>").build());

      HttpResponse<String> page = stripe.raw("GET", "/", null, new String[0]);

      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
      assertThat(page.body())
          .contains("&lt;b&gt;Bold &amp; Co&lt;/b&gt;")
          .contains("customer.created")
          .contains("no endpoint")
          .doesNotContain("<b>Bold")
          .doesNotContain("src=");
    }
  }
}
