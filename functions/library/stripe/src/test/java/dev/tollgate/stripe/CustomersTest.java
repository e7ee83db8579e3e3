package dev.tollgate.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.model.Subscription;
import com.stripe.param.CustomerUpdateParams;
import com.stripe.param.PriceUpdateParams;
import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.param.common.EmptyParam;
import dev.tollgate.core.billing.ProviderState;
import dev.tollgate.core.billing.UnknownPlan;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.subscriptions.Contract;
import dev.tollgate.core.subscriptions.ContractStatus;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CustomersTest {
  private static final EmailAddress ANN = new EmailAddress("ann@example.com");

  private final Provider provider = new Provider();

  @AfterEach
  void stop() {
    provider.close();
  }

  @Test
  void theSameKeyMakesTheSameCustomer() {
    String first = provider.customers.create(Fixtures.TENANT, ANN, "Ann", "customer-1");
    assertThat(provider.customers.create(Fixtures.TENANT, ANN, "Ann", "customer-1"))
        .isEqualTo(first);
    assertThat(provider.customers.create(Fixtures.TENANT, ANN, "Ann", "customer-2"))
        .isNotEqualTo(first);
  }

  @Test
  void aNewCustomerCarriesItsTenantAndHasNoContract() {
    String customer = provider.customer();
    assertThat(provider.customers.stateOf(customer, Set.of()))
        .isEqualTo(
            new ProviderState(customer, false, Optional.of(Fixtures.TENANT), java.util.List.of()));
  }

  @Test
  void notesOfSomebodyElseAreNoTenant() {
    String customer = provider.customer();
    provider.raw(
        stripe ->
            stripe
                .v1()
                .customers()
                .update(
                    customer,
                    CustomerUpdateParams.builder().putMetadata("tenant_id", "somebody").build()));
    assertThat(provider.customers.stateOf(customer, Set.of()).tenant()).isEmpty();
  }

  @Test
  void whatIsPaidIsAContract() {
    String customer = provider.customer();
    Contract contract = provider.subscribe(customer, 3);
    assertThat(contract.status()).isEqualTo(ContractStatus.ACTIVE);
    assertThat(contract.plan()).isEqualTo("team");
    assertThat(contract.seats()).isEqualTo(3);
    assertThat(contract.currency()).isEqualTo("USD");
    assertThat(contract.periodStart()).isEqualTo(Provider.START);
  }

  @Test
  void moreContractsThanAPageAreAllFound() {
    String customer = provider.customer();
    for (int i = 0; i < 12; i++) {
      provider.subscribe(customer, 1);
    }
    assertThat(provider.state(customer)).hasSize(12);
  }

  @Test
  void aDeletedCustomerStillTellsOfTheContractWeKnow() {
    String customer = provider.customer();
    Contract contract = provider.subscribe(customer, 1);
    provider.raw(stripe -> stripe.v1().customers().delete(customer));

    ProviderState state = provider.customers.stateOf(customer, Set.of(contract.id()));
    assertThat(state.deleted()).isTrue();
    assertThat(state.contracts()).extracting(Contract::id).containsExactly(contract.id());
    assertThat(state.contracts().getFirst().status()).isEqualTo(ContractStatus.CANCELED);
  }

  @Test
  void whoIsDeletedIsGoneWithWhatTheySignedAndMayBeDeletedAgain() {
    String customer = provider.customer();
    Contract contract = provider.subscribe(customer, 1);

    provider.customers.delete(customer);
    provider.customers.delete(customer);
    provider.customers.delete("cus_never");

    ProviderState state = provider.customers.stateOf(customer, Set.of(contract.id()));
    assertThat(state.deleted()).isTrue();
    assertThat(state.tenant()).as("its notes are gone too").isEmpty();
    assertThat(state.contracts().getFirst().status()).isEqualTo(ContractStatus.CANCELED);
  }

  @Test
  void aCustomerThatNeverWasCountsAsDeleted() {
    assertThat(provider.customers.stateOf("cus_never", Set.of("sub_never")))
        .isEqualTo(new ProviderState("cus_never", true, Optional.empty(), java.util.List.of()));
  }

  @Test
  void aContractOfSomebodyElseIsNotTaken() {
    Contract theirs = provider.subscribe(provider.customer(), 1);
    String customer = provider.customer();
    assertThat(provider.customers.stateOf(customer, Set.of(theirs.id())).contracts()).isEmpty();
  }

  @Test
  void aPriceThatStandsForNoPlanIsSaidSo() {
    provider.raw(
        stripe ->
            stripe
                .v1()
                .prices()
                .update(
                    provider.seats,
                    PriceUpdateParams.builder().setMetadata(EmptyParam.EMPTY).build()));
    String customer = provider.customer();
    Subscription made = provider.subscription(provider.subscribe(customer, 1).id());
    assertThat(provider.contract(customer).plan()).isEqualTo("team"); // as it was bought
    provider.raw(
        stripe ->
            stripe
                .v1()
                .subscriptions()
                .update(
                    made.getId(),
                    SubscriptionUpdateParams.builder().setMetadata(EmptyParam.EMPTY).build()));
    assertThat(provider.contract(customer).plan()).isEqualTo("team"); // as its product says
    provider.raw(
        stripe ->
            stripe
                .v1()
                .products()
                .update(
                    ContractReader.licensed(made).getPrice().getProduct(),
                    com.stripe.param.ProductUpdateParams.builder()
                        .setMetadata(EmptyParam.EMPTY)
                        .build()));
    assertThatThrownBy(() -> provider.contract(customer)).isInstanceOf(UnknownPlan.class);
  }
}
