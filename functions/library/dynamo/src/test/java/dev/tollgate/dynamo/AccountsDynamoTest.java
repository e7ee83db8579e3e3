package dev.tollgate.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.core.accounts.Account;
import dev.tollgate.core.accounts.AccountChange;
import dev.tollgate.core.accounts.Standing;
import dev.tollgate.core.accounts.SuspensionCause;
import dev.tollgate.core.kernel.TenantId;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AccountsDynamoTest {
  private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");

  private final ATable world = new ATable();
  private final AccountsDynamo accounts = new AccountsDynamo(world.table);

  @AfterAll
  void close() {
    world.close();
  }

  @Test
  void bothAreChangedInOneTransactionWithItsEntry() {
    Account account = founded();
    int before = world.faults.calls().size();

    accounts.change(
        account.id(), change(Optional.of("Navy"), Optional.of(KOLKATA)), Some.entry(account.id()));

    assertThat(world.faults.calls().subList(before, world.faults.calls().size()))
        .containsExactly("TransactWriteItems");
    Account changed = stored(account.id());
    assertThat(changed.name()).isEqualTo("Navy");
    assertThat(changed.zone()).isEqualTo(KOLKATA);
    assertThat(world.items(Key.tenant(account.id()), "AUDIT#")).hasSize(1);
  }

  @Test
  void whatIsNotGivenStays() {
    Account account = founded();

    accounts.change(
        account.id(), change(Optional.empty(), Optional.of(KOLKATA)), Some.entry(account.id()));
    assertThat(stored(account.id()).name()).isEqualTo("Fleet");

    accounts.change(
        account.id(), change(Optional.of("Navy"), Optional.empty()), Some.entry(account.id()));
    assertThat(stored(account.id()))
        .isEqualTo(account.with(change(Optional.of("Navy"), Optional.of(KOLKATA))));
  }

  /** The change was decided when the account was still in good standing. */
  @Test
  void aSuspensionInBetweenIsNotOverwritten() {
    Account account = founded();
    Standing.Suspended suspended =
        new Standing.Suspended(SuspensionCause.BLOCK_LISTED, "On a block list", Some.NOW);
    world.table.writeAlways(List.of(Action.put(AccountItem.write(account.with(suspended)))));

    accounts.change(
        account.id(), change(Optional.of("Navy"), Optional.of(KOLKATA)), Some.entry(account.id()));

    assertThat(stored(account.id()).standing()).isEqualTo(suspended);
    assertThat(stored(account.id()).name()).isEqualTo("Navy");
  }

  @Test
  void nothingIsWrittenOfAnAccountThatIsNotThere() {
    TenantId tenant = Some.tenant();

    assertThatThrownBy(
            () ->
                accounts.change(
                    tenant, change(Optional.of("Navy"), Optional.empty()), Some.entry(tenant)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(world.keys(Key.tenant(tenant))).isEmpty();
  }

  private static AccountChange change(Optional<String> name, Optional<ZoneId> zone) {
    return new AccountChange(name, zone, Optional.empty());
  }

  private Account founded() {
    Account account = Account.founded(Some.tenant(), "Fleet", Some.IDS.user(Some.NOW), Some.NOW);
    world.table.writeAlways(List.of(Action.put(AccountItem.write(account))));
    return account;
  }

  private Account stored(TenantId tenant) {
    return AccountItem.read(world.table.get(new AccountItem.AccountKey(tenant)).orElseThrow());
  }
}
