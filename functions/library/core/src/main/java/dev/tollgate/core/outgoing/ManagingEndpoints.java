package dev.tollgate.core.outgoing;

import dev.tollgate.core.audit.AuditAction;
import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.identity.Member;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.EndpointId;
import dev.tollgate.core.kernel.Ids;
import dev.tollgate.core.kernel.Time;
import dev.tollgate.core.kernel.Unavailable;
import dev.tollgate.core.kernel.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;

/** What the platform owner does with endpoints. Each change is in the owner's audit trail. */
public final class ManagingEndpoints {
  /** As many as one message is sent to. */
  public static final int MOST = 20;

  private static final int ROUNDS = 5;

  private final Endpoints endpoints;
  private final EndpointRules rules;
  private final Time time;
  private final Ids ids;
  private final RandomGenerator random;

  public ManagingEndpoints(
      Endpoints endpoints, Reach reach, Time time, Ids ids, RandomGenerator random) {
    this.endpoints = endpoints;
    this.rules = new EndpointRules(reach);
    this.time = time;
    this.ids = ids;
    this.random = random;
  }

  /** How it went. */
  public sealed interface Outcome {}

  /** The endpoint as it is now. */
  public record Kept(Endpoint endpoint) implements Outcome {}

  /** Nothing was changed. */
  public sealed interface Refusal extends Outcome {}

  public record Invalid(List<Violation> violations) implements Refusal {}

  public record Unknown() implements Refusal {}

  /** There are {@value ManagingEndpoints#MOST} already. */
  public record TooMany() implements Refusal {}

  public List<Endpoint> all() {
    return endpoints.all();
  }

  public Optional<Endpoint> find(EndpointId id) {
    return endpoints.find(id);
  }

  public Outcome create(EndpointDraft draft, Member owner, Client client) {
    return switch (rules.first(draft)) {
      case EndpointRules.Broken broken -> new Invalid(broken.violations());
      case EndpointRules.Sound sound -> {
        Instant now = time.now();
        Endpoint endpoint =
            Endpoint.created(
                ids.endpoint(now), sound.settings(), WebhookSecret.random(random), now);
        yield endpoints.create(endpoint, MOST, entry(owner, client))
            ? new Kept(endpoint)
            : new TooMany();
      }
    };
  }

  /** What the draft leaves out stays. */
  public Outcome change(EndpointId id, EndpointDraft draft, Member owner, Client client) {
    return switch (rules.changed(draft)) {
      case EndpointRules.Broken broken -> new Invalid(broken.violations());
      case EndpointRules.Change change ->
          replace(id, (endpoint, now) -> change.of(endpoint, now), owner, client);
    };
  }

  /** The secret before goes on signing beside the new one for a day. */
  public Outcome rotate(EndpointId id, Member owner, Client client) {
    WebhookSecret next = WebhookSecret.random(random);
    return replace(
        id, (endpoint, now) -> endpoint.with(endpoint.secrets().rotated(next, now)), owner, client);
  }

  /** False where there is none. What was under way to it is cancelled when it falls due. */
  public boolean delete(EndpointId id, Member owner, Client client) {
    return endpoints.delete(id, entry(owner, client));
  }

  private Outcome replace(
      EndpointId id, BiFunction<Endpoint, Instant, Endpoint> change, Member owner, Client client) {
    for (int round = 0; round < ROUNDS; round++) {
      Optional<Endpoint> found = endpoints.find(id);
      if (found.isEmpty()) {
        return new Unknown();
      }
      Endpoint changed = change.apply(found.get(), time.now());
      if (changed.equals(found.get())
          || endpoints.replace(changed, Optional.of(entry(owner, client)))) {
        return new Kept(changed);
      }
    }
    throw new Unavailable("the endpoint kept changing");
  }

  /** An entry of a write that was refused is never stored, so each try has its own. */
  private AuditEntry entry(Member owner, Client client) {
    return AuditEntry.of(
        AuditAction.WEBHOOK_ENDPOINT_CHANGED,
        owner.account().id(),
        owner.user().id(),
        client,
        time.now(owner.account().id()),
        ids);
  }
}
