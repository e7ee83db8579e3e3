package dev.tollgate.stripelocal.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.model.Customer;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerUpdateParams;
import com.stripe.service.CustomerService;
import java.util.Map;
import org.junit.jupiter.api.Test;

interface CustomerScenarios extends Scenarios {
  @Test
  default void metadataIsMergedAndTheDeletedCustomerIsATombstone() throws Exception {
    Customer made =
        customers()
            .create(
                CustomerCreateParams.builder()
                    .setEmail("owner@example.com")
                    .putMetadata("a", "1")
                    .putMetadata("b", "2")
                    .build());
    Customer changed =
        customers()
            .update(
                made.getId(),
                CustomerUpdateParams.builder().putMetadata("a", "").putMetadata("c", "3").build());
    assertThat(changed.getMetadata()).isEqualTo(Map.of("b", "2", "c", "3"));
    assertThat(changed.getInvoiceSettings().getDefaultPaymentMethod()).isNull();

    assertThat(customers().delete(made.getId()).getDeleted()).isTrue();
    assertThat(customers().retrieve(made.getId()).getDeleted()).isTrue();
  }

  @Test
  default void anIdempotencyKeyMakesOneCustomer() throws Exception {
    RequestOptions key =
        RequestOptions.builder().setIdempotencyKey(target().unique("contract-customer")).build();
    CustomerCreateParams params = CustomerCreateParams.builder().setName("Once").build();
    Customer first = customers().create(params, key);

    assertThat(customers().create(params, key).getId()).isEqualTo(first.getId());
    assertThatThrownBy(
            () -> customers().create(CustomerCreateParams.builder().setName("Twice").build(), key))
        .isInstanceOf(IdempotencyException.class);
    customers().delete(first.getId());
  }

  @Test
  default void whatIsNotThereIsNamed() {
    assertThatThrownBy(() -> customers().retrieve("cus_missing"))
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            refusal -> {
              assertThat(refusal.getStatusCode()).isEqualTo(404);
              assertThat(refusal.getCode()).isEqualTo("resource_missing");
              assertThat(refusal.getParam()).isEqualTo("id");
              assertThat(refusal.getStripeError().getMessage())
                  .isEqualTo("No such customer: 'cus_missing'");
            });
  }

  @Test
  default void anUnknownParameterIsRefused() {
    assertThatThrownBy(
            () ->
                customers()
                    .create(CustomerCreateParams.builder().putExtraParam("nmae", "x").build()))
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            refusal -> {
              assertThat(refusal.getStatusCode()).isEqualTo(400);
              assertThat(refusal.getCode()).isEqualTo("parameter_unknown");
              assertThat(refusal.getParam()).isEqualTo("nmae");
            });
  }

  private CustomerService customers() {
    return target().client().v1().customers();
  }
}
