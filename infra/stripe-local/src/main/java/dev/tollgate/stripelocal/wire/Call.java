package dev.tollgate.stripelocal.wire;

import dev.tollgate.stripelocal.ledger.Work;
import java.util.Map;

/** A request that passed authentication and the strict parameter check. */
public record Call(Work work, Params params, Map<String, String> path, RequestContext context) {
  /** The value of a path variable, by the name the template gives it. */
  public String path(String name) {
    String value = path.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the template has no {" + name + "}");
    }
    return value;
  }

  /** The path as requested. */
  public String url() {
    return context.url();
  }

  public long now() {
    return work.now();
  }
}
