package dev.tollgate.stripelocal.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Job;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Where rooms hang their operations. */
public interface Router {
  /**
   * A v1 operation: {@code on("POST", "/v1/customers/{customer}", …)}. The API description's entry
   * for verb and path is checked before the operation runs.
   */
  void on(String verb, String template, Operation op);

  /** A v2 operation: its body is JSON, taken as it is. */
  void json(String verb, String template, Operation op);

  /** A GET list: newest first, with limit, starting_after, ending_before and created[…]. */
  void list(String template, Kind kind, Filter filter);

  /** A field that is absent unless expanded. */
  void includable(Kind kind, String field, BiFunction<Work, ObjectNode, @Nullable JsonNode> value);

  /** An agenda handler. Of jobs due at the same second, the one registered first runs first. */
  void job(String name, Kind kind, Job job);

  /** A hosted page or a {@code /_test} helper: no authentication, its own Work. */
  void page(String verb, String template, PageHandler page);
}
