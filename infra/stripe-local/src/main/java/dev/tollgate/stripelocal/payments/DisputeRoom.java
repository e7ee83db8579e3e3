package dev.tollgate.stripelocal.payments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.wire.Call;
import dev.tollgate.stripelocal.wire.Metadata;
import dev.tollgate.stripelocal.wire.PageAnswer;
import dev.tollgate.stripelocal.wire.PageRequest;
import dev.tollgate.stripelocal.wire.Params;
import dev.tollgate.stripelocal.wire.Room;
import dev.tollgate.stripelocal.wire.Router;
import dev.tollgate.stripelocal.wire.StripeError;

/** Operations on disputes, and the buyer's and the bank's part for tests. */
final class DisputeRoom implements Room {
  private final Disputes disputes;

  DisputeRoom(Disputes disputes) {
    this.disputes = disputes;
  }

  @Override
  public void register(Router router) {
    router.list("/v1/disputes", Kind.DISPUTE, EqualFields.of("charge", "payment_intent"));
    router.on("GET", "/v1/disputes/{dispute}", DisputeRoom::dispute);
    router.on("POST", "/v1/disputes/{dispute}", this::update);
    router.on("POST", "/v1/disputes/{dispute}/close", this::giveIn);
    router.page("POST", "/_test/charges/{charge}/dispute", this::open);
    router.page("POST", "/_test/disputes/{dispute}/close", this::decide);
  }

  private ObjectNode update(Call call) {
    ObjectNode dispute = dispute(call);
    requireOpen(dispute);
    call.params().in("evidence").ifPresent(evidence -> present(dispute, evidence));
    Metadata.merge(dispute, call.params());
    if (call.params().has("evidence") && call.params().flag("submit").orElse(true)) {
      submit(call, dispute);
    } else {
      call.work().emit("charge.dispute.updated", dispute);
    }
    return dispute;
  }

  private static void present(ObjectNode dispute, Params evidence) {
    ObjectNode kept = (ObjectNode) dispute.path("evidence");
    for (String name : evidence.names()) {
      if (evidence.in(name).isEmpty()) {
        kept.put(name, evidence.orNull(name));
      }
    }
    ((ObjectNode) dispute.path("evidence_details")).put("has_evidence", true);
  }

  /** As in Stripe's sandbox, the text of the evidence decides. */
  private void submit(Call call, ObjectNode dispute) {
    ObjectNode details = (ObjectNode) dispute.path("evidence_details");
    details.put("submission_count", details.path("submission_count").intValue() + 1);
    dispute.put("status", "under_review");
    call.work().emit("charge.dispute.updated", dispute);
    switch (dispute.at("/evidence/uncategorized_text").asText()) {
      case "winning_evidence" -> disputes.close(call.work(), dispute, true);
      case "losing_evidence" -> disputes.close(call.work(), dispute, false);
      default -> {
        // The bank takes its time.
      }
    }
  }

  private ObjectNode giveIn(Call call) {
    ObjectNode dispute = dispute(call);
    requireOpen(dispute);
    disputes.close(call.work(), dispute, false);
    return dispute;
  }

  /** Body: {@code {"reason": "fraudulent"}}. */
  private PageAnswer open(PageRequest request) {
    ObjectNode charge = request.work().get(Kind.CHARGE, request.path("charge"));
    if (!charge.path("captured").booleanValue()
        || charge.path("disputed").booleanValue()
        || Refunds.refundable(charge) <= 0) {
      throw StripeError.of(
          409, "invalid_request_error", null, "This charge has nothing to dispute.", null);
    }
    ObjectNode dispute =
        disputes.open(
            request.work(), charge, TestBody.of(request).path("reason").asText("fraudulent"));
    return answer(dispute);
  }

  /** Body: {@code {"status": "won"}} or {@code "lost"}. */
  private PageAnswer decide(PageRequest request) {
    ObjectNode dispute = request.work().get(Kind.DISPUTE, request.path("dispute"));
    String status = TestBody.of(request).path("status").asText();
    if (!status.equals("won") && !status.equals("lost")) {
      throw StripeError.invalid("A dispute is closed as won or lost.", "status");
    }
    requireOpen(dispute);
    disputes.close(request.work(), dispute, status.equals("won"));
    return answer(dispute);
  }

  private static PageAnswer answer(ObjectNode dispute) {
    return PageAnswer.json(
        Json.object()
            .put("id", dispute.path("id").textValue())
            .put("status", Json.text(dispute, "status")));
  }

  private static void requireOpen(ObjectNode dispute) {
    if (!Disputes.isOpen(dispute)) {
      throw StripeError.invalid("This dispute is already closed", null);
    }
  }

  private static ObjectNode dispute(Call call) {
    return call.work().get(Kind.DISPUTE, call.path("dispute"));
  }
}
