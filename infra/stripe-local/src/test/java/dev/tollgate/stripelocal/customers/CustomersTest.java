package dev.tollgate.stripelocal.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import com.stripe.model.Customer;
import com.stripe.model.Event;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerListParams;
import com.stripe.param.CustomerUpdateParams;
import com.stripe.param.common.EmptyParam;
import dev.tollgate.stripelocal.TestStripe;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustomersTest {
  private final TestStripe stripe = TestStripe.start();

  @AfterEach
  void close() {
    stripe.close();
  }

  @Test
  void aCustomerIsMadeReadAndListed() throws Exception {
    Customer made =
        customers()
            .create(
                CustomerCreateParams.builder()
                    .setEmail("owner@example.com")
                    .setName("Example Tenant")
                    .putMetadata("tenant_id", "ten_01")
                    .build());

    assertThat(made.getId()).startsWith("cus_");
    assertThat(made.getCreated()).isEqualTo(TestStripe.START.getEpochSecond());
    assertThat(made.getMetadata()).containsExactlyEntriesOf(Map.of("tenant_id", "ten_01"));
    assertThat(customers().retrieve(made.getId()).getEmail()).isEqualTo("owner@example.com");
    assertThat(
            customers()
                .list(CustomerListParams.builder().setEmail("owner@example.com").build())
                .getData())
        .extracting(Customer::getId)
        .containsExactly(made.getId());
    assertThat(
            customers()
                .list(CustomerListParams.builder().setEmail("other@example.com").build())
                .getData())
        .isEmpty();
  }

  @Test
  void metadataIsMergedKeyByKeyAndAnEmptyValueDropsAKey() throws Exception {
    Customer made =
        customers()
            .create(
                CustomerCreateParams.builder().putMetadata("a", "1").putMetadata("b", "2").build());

    Customer changed =
        customers()
            .update(
                made.getId(),
                CustomerUpdateParams.builder().putMetadata("a", "").putMetadata("c", "3").build());
    assertThat(changed.getMetadata()).isEqualTo(Map.of("b", "2", "c", "3"));

    Customer cleared =
        customers()
            .update(
                made.getId(), CustomerUpdateParams.builder().setMetadata(EmptyParam.EMPTY).build());
    assertThat(cleared.getMetadata()).isEmpty();
  }

  @Test
  void anUpdateTellsOnlyWhatChangedAndNothingWhenNothingDid() throws Exception {
    Customer made = customers().create(CustomerCreateParams.builder().setName("Before").build());
    customers().update(made.getId(), CustomerUpdateParams.builder().setName("After").build());
    customers().update(made.getId(), CustomerUpdateParams.builder().setName("After").build());

    List<Event> updates = stripe.events("customer.updated");
    assertThat(updates).hasSize(1);
    assertThat(updates.getFirst().getData().getPreviousAttributes())
        .isEqualTo(Map.of("name", "Before"));
    assertThat(updates.getFirst().getDataObjectDeserializer().getObject())
        .get()
        .extracting(object -> ((Customer) object).getName())
        .isEqualTo("After");
    assertThat(updates.getFirst().getRequest().getId()).startsWith("req_");
    assertThat(updates.getFirst().getRequest().getIdempotencyKey()).isNotEmpty();
  }

  @Test
  void aDeletedCustomerIsAnsweredAsATombstoneAndUsableNoMore() throws Exception {
    Customer made = customers().create(CustomerCreateParams.builder().build());

    assertThat(customers().delete(made.getId()).getDeleted()).isTrue();

    assertThat(customers().retrieve(made.getId()).getDeleted()).isTrue();
    assertThat(customers().list().getData()).isEmpty();
    assertThatThrownBy(
            () ->
                customers()
                    .update(made.getId(), CustomerUpdateParams.builder().setName("x").build()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("No such customer: '" + made.getId() + "'");
    assertThat(stripe.events("customer.deleted")).hasSize(1);
  }

  @Test
  void anUnknownDefaultPaymentMethodIsRefusedByItsParameter() throws Exception {
    Customer made = customers().create(CustomerCreateParams.builder().build());

    assertThatThrownBy(
            () ->
                customers()
                    .update(
                        made.getId(),
                        CustomerUpdateParams.builder()
                            .setInvoiceSettings(
                                CustomerUpdateParams.InvoiceSettings.builder()
                                    .setDefaultPaymentMethod("pm_x")
                                    .build())
                            .build()))
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            refusal -> {
              assertThat(refusal.getCode()).isEqualTo("resource_missing");
              assertThat(refusal.getParam()).isEqualTo("invoice_settings[default_payment_method]");
            });
  }

  @Test
  void whatIsNotModelledIsRefusedAndNotPassedOver() {
    assertThatThrownBy(
            () -> customers().create(CustomerCreateParams.builder().setSource("tok_visa").build()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("does not model `source`");
  }

  @Test
  void addressAndShippingAreSetWholeAndUnset() throws Exception {
    Customer made =
        customers()
            .create(
                CustomerCreateParams.builder()
                    .setAddress(
                        CustomerCreateParams.Address.builder()
                            .setCity("Zürich & Umgebung")
                            .setCountry("CH")
                            .build())
                    .setBalance(-500L)
                    .addPreferredLocale("de")
                    .build());
    assertThat(made.getAddress().getCity()).isEqualTo("Zürich & Umgebung");
    assertThat(made.getBalance()).isEqualTo(-500L);
    assertThat(made.getPreferredLocales()).containsExactly("de");

    Customer changed =
        customers()
            .update(
                made.getId(),
                CustomerUpdateParams.builder()
                    .setAddress(EmptyParam.EMPTY)
                    .setDescription("tidy")
                    .build());
    assertThat(changed.getAddress()).isNull();
    assertThat(changed.getDescription()).isEqualTo("tidy");
  }

  private com.stripe.service.CustomerService customers() {
    return stripe.client().v1().customers();
  }
}
