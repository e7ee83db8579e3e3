package dev.tollgate.stripelocal.ledger;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the events of one Work; remembers what each object looked like when last told. */
final class Emitting {
  private static final String API_VERSION = "2026-07-29.dahlia";

  private final Work work;
  private final Map<String, ObjectNode> told = new HashMap<>();

  Emitting(Work work) {
    this.work = work;
  }

  void sawNew(ObjectNode object) {
    String id = Objects.requireNonNull(Json.text(object, "id"));
    told.putIfAbsent(id, Shown.of(object));
  }

  void emit(String type, ObjectNode object) {
    ObjectNode snapshot = Shown.of(object);
    ObjectNode data = Json.object();
    data.set("object", snapshot);
    ObjectNode before = before(object);
    if (tellsOfBefore(type) && before != null) {
      ObjectNode previous = Changes.between(before, snapshot);
      if (previous.isEmpty()) {
        return;
      }
      data.set("previous_attributes", previous);
    }
    String id = Json.text(object, "id");
    if (id != null) {
      told.put(id, snapshot);
    }
    ObjectNode event = Json.object().put("api_version", API_VERSION);
    event.put("created", work.nowOf(object));
    event.set("data", data);
    event.put("livemode", false).put("pending_webhooks", 0);
    event.set(
        "request",
        Json.object()
            .put("id", work.origin().request())
            .put("idempotency_key", work.origin().idempotencyKey()));
    event.put("type", type);
    work.ledger().tell(work, work.add(Kind.EVENT, event));
  }

  /** Also a detached card names the customer it had, which no longer stands on it. */
  private static boolean tellsOfBefore(String type) {
    return type.endsWith("updated") || type.equals("payment_method.detached");
  }

  void emitThin(String type, ObjectNode related, ObjectNode data) {
    String id = Json.text(related, "id");
    ObjectNode event = Json.object().put("type", type);
    event.put("created", Instant.ofEpochSecond(work.nowOf(related)).toString());
    event.put("livemode", false).putNull("context").putNull("reason");
    event.set("related_object", id == null ? NullNode.instance : reference(id));
    event.set("data", data.deepCopy());
    work.ledger().tell(work, work.add(Kind.THIN_EVENT, event));
  }

  private static ObjectNode reference(String id) {
    Kind kind = Kind.ofId(id).orElseThrow();
    return Json.object()
        .put("id", id)
        .put("type", kind.object())
        .put("url", kind.collection() + "/" + id);
  }

  private @Nullable ObjectNode before(ObjectNode object) {
    String id = Json.text(object, "id");
    if (id == null) {
      return null;
    }
    ObjectNode last = told.get(id);
    if (last != null) {
      return last;
    }
    ObjectNode committed =
        Kind.ofObject(Objects.requireNonNullElse(Json.text(object, "object"), ""))
            .map(kind -> work.committed(kind, id))
            .orElse(null);
    return committed == null ? null : Shown.of(committed);
  }
}
