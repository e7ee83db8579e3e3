package dev.tollgate.stripelocal.wire;

import dev.tollgate.stripelocal.ledger.Work;
import java.util.Map;

/**
 * A request of a browser or a test: no authentication, no parameter check, its own Work.
 *
 * @param form query and form fields merged
 */
public record PageRequest(
    Work work,
    Map<String, String> path,
    Map<String, String> form,
    byte[] body,
    RequestContext ctx) {
  public String path(String name) {
    String value = path.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the template has no {" + name + "}");
    }
    return value;
  }

  /** A field, or the empty text. */
  public String field(String name) {
    return form.getOrDefault(name, "");
  }
}
