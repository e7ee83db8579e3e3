package dev.tollgate.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.core.identity.PersonName;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.LeadId;
import dev.tollgate.core.leads.LeadSource;
import dev.tollgate.core.leads.SalesLead;
import dev.tollgate.core.messages.Suppressions.Cause;
import dev.tollgate.core.messages.Suppressions.Suppression;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who asked for an offer, and which addresses get no mail. */
final class MailroomTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final EmailAddress GONE = new EmailAddress("gone@example.test");

  private final World world = new World();

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void leadsAreListed() {
    world.mailroom.leads.add(
        new SalesLead(
            new LeadId("lead_" + "0".repeat(26)),
            new EmailAddress("lee@ortiz.test"),
            new PersonName("Lee Ortiz"),
            new PersonName("Ortiz & Co"),
            Optional.of("11-50"),
            Optional.empty(),
            LeadSource.PRICING_PAGE,
            NOW));

    Caller.Answer answer = world.platformOwner().send("GET", "/api/v1/admin/sales-leads", "");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(String.valueOf(answer.field("items")))
        .contains("lee@ortiz.test", "Ortiz & Co", "11-50", "pricing_page", NOW.toString());
  }

  @Test
  void whatKeepsAnAddressFromMailIsFoundAndLifted() {
    world.mailroom.suppressed.put(GONE, new Suppression(Cause.BOUNCE, NOW));

    Caller.Answer found = post("/find");
    assertThat(found.field("cause")).isEqualTo("bounce");
    assertThat(found.field("since")).isEqualTo(NOW.toString());

    assertThat(post("/lift").status()).isEqualTo(204);
    assertThat(post("/lift").outcome()).isEqualTo("404 not_found");
    assertThat(post("/find").outcome()).isEqualTo("404 not_found");
  }

  private Caller.Answer post(String path) {
    return world
        .platformOwner()
        .send("POST", "/api/v1/admin/suppressions" + path, "{\"email\":\"gone@example.test\"}");
  }
}
