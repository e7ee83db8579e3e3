package dev.tollgate.stripelocal.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.ledger.Json;
import java.util.List;

/** Lists and their pages. */
public final class Lists {
  private static final int LONGEST = 100;
  private static final int USUAL = 10;

  private Lists() {}

  /** A nested list that is whole. */
  public static ObjectNode whole(String url, List<ObjectNode> objects) {
    return list(url, objects, false);
  }

  /** The page that the call asks for (limit, starting_after, ending_before) of a whole list. */
  public static ObjectNode page(Call call, List<ObjectNode> objects) {
    return page(call, objects, call.url());
  }

  /** Like {@link #page(Call, List)} under another url. */
  public static ObjectNode page(Call call, List<ObjectNode> objects, String url) {
    int limit = limit(call.params());
    String after = call.params().orNull("starting_after");
    String before = call.params().orNull("ending_before");
    if (after != null && before != null) {
      throw StripeError.invalid(
          "parameters_exclusive",
          "You may only specify one of these parameters: ending_before, starting_after.",
          "ending_before");
    }
    if (before != null) {
      int end = indexOf(objects, before, "ending_before");
      int start = Math.max(0, end - limit);
      return list(url, objects.subList(start, end), start > 0);
    }
    int start = after == null ? 0 : indexOf(objects, after, "starting_after") + 1;
    int end = Math.min(objects.size(), start + limit);
    return list(url, objects.subList(start, end), end < objects.size());
  }

  private static int limit(Params params) {
    long limit = params.integer("limit").orElse(USUAL);
    if (limit < 1) {
      throw StripeError.invalid(
          "parameter_invalid_integer",
          "This value must be greater than or equal to 1.",
          params.path("limit"));
    }
    if (limit > LONGEST) {
      throw StripeError.invalid(
          "parameter_invalid_integer",
          "This value must be less than or equal to 100.",
          params.path("limit"));
    }
    return (int) limit;
  }

  private static int indexOf(List<ObjectNode> objects, String id, String param) {
    for (int i = 0; i < objects.size(); i++) {
      if (id.equals(Json.text(objects.get(i), "id"))) {
        return i;
      }
    }
    throw StripeError.invalid("resource_missing", "No such object: '" + id + "'", param);
  }

  private static ObjectNode list(String url, List<ObjectNode> objects, boolean more) {
    ArrayNode data = Json.array().addAll(objects);
    ObjectNode list = Json.object().put("object", "list");
    list.set("data", data);
    return list.put("has_more", more).put("url", url);
  }
}
