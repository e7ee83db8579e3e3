package dev.tollgate.local.desk;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.local.gateway.Outgoing;
import dev.tollgate.testkit.servers.Mail;
import dev.tollgate.testkit.servers.MailBox;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Shows the mails that were sent. */
final class MailDesk {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final MailBox box;

  MailDesk(MailBox box) {
    this.box = box;
  }

  Outgoing show(Optional<String> to) {
    List<Mail> mails = to.map(box::to).orElseGet(box::all);
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode items = answer.putArray("items");
    for (Mail mail : mails) {
      ObjectNode item = items.addObject();
      item.put("to", mail.to()).put("subject", mail.subject());
      item.put("text", mail.text()).put("html", mail.html());
      mail.links().forEach(item.putArray("links")::add);
      item.put("sent_at", mail.sentAt().truncatedTo(ChronoUnit.MILLIS).toString());
    }
    return Outgoing.json(200, "application/json", answer.toString());
  }
}
