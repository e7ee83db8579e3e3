package dev.tollgate.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.onboarding.InviteCode;
import dev.tollgate.testkit.faults.Script;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class InvitesDynamoTest {
  private final ATable world = new ATable();
  private final InvitesDynamo invites = new InvitesDynamo(world.table);

  @BeforeEach
  void calm() {
    world.faults.follow(Script.calm());
  }

  @AfterEach
  void close() {
    world.close();
  }

  /** It stays for ever, and whoever used it may be erased. */
  @Test
  void aCodeThatWasUsedNamesNobody() {
    Fingerprint code = Fingerprint.of("code");
    EmailAddress ada = new EmailAddress("ada@example.com");
    invites.create(
        new InviteCode(
            code,
            Optional.of(ada),
            Optional.of("pro"),
            Optional.empty(),
            Optional.empty(),
            InviteCode.State.OPEN));
    assertThat(invites.findCode(code).orElseThrow().email()).contains(ada);

    Action use = InviteItems.use(new InviteItems.CodeKey(code), Some.NOW);
    world.table.writeAlways(List.of(use));
    InviteCode used = invites.findCode(code).orElseThrow();
    assertThat(used.state()).isEqualTo(InviteCode.State.USED);
    assertThat(used.plan()).contains("pro");
    assertThat(used.email()).isEmpty();
    assertThat(world.table.write(List.of(use))).as("once").isInstanceOf(Commit.Refused.class);
  }
}
