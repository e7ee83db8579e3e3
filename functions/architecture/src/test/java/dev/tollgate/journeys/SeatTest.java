package dev.tollgate.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.identity.OneTimeToken.Purpose;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.onboarding.AccountInvite;
import dev.tollgate.core.onboarding.InviteCode;
import dev.tollgate.core.onboarding.Invites;
import dev.tollgate.testkit.faults.Race;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** People take the seats of an account, and no more of them than it has. */
class SeatTest {
  @Test
  void anAccountWithoutASeatTakesNobodyInAndItsInvitationStaysGood() {
    try (World world = World.of("pathsix")) { // free is for one
      String owner = World.newEmail();
      world.caller().register(owner);
      world.caller().verify(world.mailedToken(Purpose.VERIFY_EMAIL, owner));
      TenantId tenant = world.user(owner).tenant();
      String guest = World.newEmail();
      invite(world, tenant, guest, "come");

      Answer refused = join(world, guest, "come");

      assertThat(refused.status()).as(refused.text()).isEqualTo(403);
      assertThat(refused.error()).isEqualTo("quota_exceeded");
      assertThat(refused.text("quota_type")).isEqualTo("users");
      assertThat(join(world, guest, "come").error()).isEqualTo("quota_exceeded");
    }
  }

  @Test
  void twelveGuestsAtOnceTakeTheNineSeatsThatAreLeft() {
    try (World world = World.of("resolutionflow")) { // a trial of pro, which is for ten
      String owner = World.newEmail();
      world.caller().register(owner);
      TenantId tenant = world.user(owner).tenant();
      List<Callable<Answer>> guests = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        String guest = World.newEmail();
        String code = "guest-" + i;
        invite(world, tenant, guest, code);
        guests.add(() -> join(world, guest, code));
      }

      List<Answer> answers = Race.run(guests);

      assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(9);
      assertThat(answers.stream().filter(answer -> answer.status() == 403)).hasSize(3);
      assertThat(world.count("USER#")).isEqualTo(10);
    }
  }

  private static void invite(World world, TenantId tenant, String guest, String code) {
    world
        .bean(Invites.class)
        .create(
            new AccountInvite(
                Fingerprint.of(code),
                tenant,
                new EmailAddress(guest),
                Role.MEMBER,
                world.bean(Time.class).now().plus(Duration.ofDays(7)),
                InviteCode.State.OPEN));
  }

  private static Answer join(World world, String guest, String code) {
    return world
        .caller()
        .post(
            "/api/v1/auth/register",
            Map.of(
                "email", guest,
                "password", "correct horse battery",
                "account_invite_code", code));
  }
}
