package dev.tollgate.stripelocal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.model.Customer;
import com.stripe.model.StripeCollection;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerListParams;
import dev.tollgate.stripelocal.TestStripe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListsTest {
  private final TestStripe stripe = TestStripe.start();
  private final List<String> ids = new ArrayList<>();

  @BeforeEach
  void twentyFiveCustomers() throws Exception {
    for (int i = 0; i < 25; i++) {
      ids.addFirst(
          stripe
              .client()
              .v1()
              .customers()
              .create(CustomerCreateParams.builder().setName("c" + i).build())
              .getId());
      if (i % 5 == 4) {
        stripe.advance(Duration.ofSeconds(1));
      }
    }
  }

  @AfterEach
  void close() {
    stripe.close();
  }

  @Test
  void theNewestTenComeFirst() throws Exception {
    StripeCollection<Customer> page = list(CustomerListParams.builder());

    assertThat(page.getData()).extracting(Customer::getId).isEqualTo(ids.subList(0, 10));
    assertThat(page.getHasMore()).isTrue();
    assertThat(page.getUrl()).isEqualTo("/v1/customers");
  }

  @Test
  void theClientWalksAllPages() throws Exception {
    List<String> walked = new ArrayList<>();
    list(CustomerListParams.builder().setLimit(7L))
        .autoPagingIterable()
        .forEach(customer -> walked.add(customer.getId()));

    assertThat(walked).isEqualTo(ids);
  }

  @Test
  void aPageMayEndBeforeAnObject() throws Exception {
    StripeCollection<Customer> page =
        list(CustomerListParams.builder().setEndingBefore(ids.get(8)).setLimit(3L));

    assertThat(page.getData()).extracting(Customer::getId).isEqualTo(ids.subList(5, 8));
    assertThat(page.getHasMore()).isTrue();
  }

  @Test
  void theLastPageHasNoMore() throws Exception {
    StripeCollection<Customer> page =
        list(CustomerListParams.builder().setStartingAfter(ids.get(19)));

    assertThat(page.getData()).extracting(Customer::getId).isEqualTo(ids.subList(20, 25));
    assertThat(page.getHasMore()).isFalse();
  }

  @Test
  void createdIsARangeInSeconds() throws Exception {
    long second = TestStripe.START.getEpochSecond() + 2;
    StripeCollection<Customer> page =
        list(
            CustomerListParams.builder()
                .setCreated(
                    CustomerListParams.Created.builder().setGte(second).setLt(second + 1).build()));

    assertThat(page.getData()).extracting(Customer::getId).isEqualTo(ids.subList(10, 15));
  }

  private StripeCollection<Customer> list(CustomerListParams.Builder params)
      throws com.stripe.exception.StripeException {
    return stripe.client().v1().customers().list(params.build());
  }
}
