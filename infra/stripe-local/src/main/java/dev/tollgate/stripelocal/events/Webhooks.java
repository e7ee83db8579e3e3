package dev.tollgate.stripelocal.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Ledger;
import dev.tollgate.stripelocal.ledger.Origin;
import dev.tollgate.stripelocal.ledger.Shown;
import dev.tollgate.stripelocal.settings.Site;
import dev.tollgate.stripelocal.wire.PageAnswer;
import dev.tollgate.stripelocal.wire.PageRequest;
import dev.tollgate.stripelocal.wire.Room;
import dev.tollgate.stripelocal.wire.Router;
import java.util.List;

/** From a new event to its delivery: outbox, sender, retries, and the tests' handles on them. */
public final class Webhooks implements Room, AutoCloseable {
  private final Ledger ledger;
  private final Site site;
  private final Outbox outbox;
  private final Sender sender;

  public Webhooks(Ledger ledger, Site site) {
    this.ledger = ledger;
    this.site = site;
    this.outbox = new Outbox(site.knobs(), site.settings().webhookRetries());
    this.sender = new Sender(ledger, site, outbox);
    ledger.onEmit(outbox::emitted);
    ledger.onCommit(Kind.DELIVERY, sender::committed);
  }

  @Override
  public void register(Router router) {
    router.job(Outbox.RETRY, Kind.DELIVERY, Outbox::retry);
    router.page("POST", "/_test/events/{id}/resend", this::resend);
    router.page("GET", "/_test/deliveries", Webhooks::deliveries);
    router.page("POST", "/_test/deliveries/release", this::release);
    router.page("GET", "/_test/knobs", _ -> PageAnswer.json(site.knobs().now().toJson()));
    router.page("POST", "/_test/knobs", this::turn);
    router.page("POST", "/_test/knobs/reset", this::reset);
  }

  /** Settles the endpoints of the settings and takes up what an earlier run left queued. */
  public void start() {
    List<ObjectNode> left =
        ledger.work(
            Origin.AUTOMATIC,
            work -> {
              ConfiguredEndpoints.settle(work, site.settings().endpoints());
              return work.view(Kind.DELIVERY, _ -> true).reversed();
            });
    sender.committed(left);
  }

  public int underway() {
    return sender.underway();
  }

  private PageAnswer resend(PageRequest request) {
    String id = request.path("id");
    Kind kind = id.startsWith(Kind.THIN_EVENT.prefix()) ? Kind.THIN_EVENT : Kind.EVENT;
    int count = outbox.dispatch(request.work(), request.work().get(kind, id));
    return PageAnswer.json(Json.object().put("deliveries", count));
  }

  /** Every delivery with its attempts, newest first. */
  private static PageAnswer deliveries(PageRequest request) {
    ObjectNode answer = Json.object();
    request
        .work()
        .view(Kind.DELIVERY, _ -> true)
        .forEach(record -> answer.withArray("deliveries").add(Shown.of(record)));
    return PageAnswer.json(answer);
  }

  private PageAnswer release(PageRequest request) {
    outbox.release(request.work());
    return PageAnswer.json(Json.object());
  }

  private PageAnswer turn(PageRequest request) {
    if (Json.read(request.body()) instanceof ObjectNode json) {
      site.knobs().turn(positions -> positions.read(json));
    }
    return PageAnswer.json(site.knobs().now().toJson());
  }

  private PageAnswer reset(PageRequest request) {
    site.knobs().reset();
    return PageAnswer.json(site.knobs().now().toJson());
  }

  @Override
  public void close() {
    sender.close();
  }
}
