package dev.tollgate.stripelocal.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;

/**
 * Where the knobs stand.
 *
 * @param duplicate how many times more each delivery is sent
 * @param reorder events of one change are sent last first
 * @param delay deliveries wait until they are released
 * @param drop how many of the next deliveries are lost for good
 * @param badSignature signatures are made with a wrong secret
 * @param oldTimestamp signatures are an hour old
 * @param twoIds each change makes two event objects
 * @param apiVersion what delivered events claim as {@code api_version}; empty for the true one
 * @param slowMillis how long each request of the API is under way, in milliseconds of real time
 * @param failNext requests refused before they run
 * @param cutNext requests that run and commit, and whose answer is then lost
 */
public record Positions(
    int duplicate,
    boolean reorder,
    boolean delay,
    int drop,
    boolean badSignature,
    boolean oldTimestamp,
    boolean twoIds,
    String apiVersion,
    int slowMillis,
    Faults failNext,
    Faults cutNext) {

  /**
   * Faults still to come.
   *
   * @param status what is answered; meaningless for a cut connection
   * @param count how many are left
   * @param path only for paths that begin or end so
   */
  public record Faults(int status, int count, String path) {
    public static final Faults NONE = new Faults(0, 0, "");

    public static Faults of(int status, int count, String path) {
      return new Faults(status, count, path);
    }

    public boolean hits(String requestPath) {
      return count > 0 && (requestPath.startsWith(path) || requestPath.endsWith(path));
    }

    public Faults less() {
      return new Faults(status, count - 1, path);
    }

    static Faults read(JsonNode json, int defaultStatus) {
      return json.isNull()
          ? NONE
          : new Faults(
              json.path("status").asInt(defaultStatus),
              json.path("count").asInt(1),
              json.path("path").asText(""));
    }

    ObjectNode toJson() {
      return JsonNodeFactory.instance
          .objectNode()
          .put("status", status)
          .put("count", count)
          .put("path", path);
    }
  }

  public static final Positions NEUTRAL =
      new Positions(0, false, false, 0, false, false, false, "", 0, Faults.NONE, Faults.NONE);

  public Positions withFailNext(Faults faults) {
    return read(change("fail_next", faults.toJson()));
  }

  public Positions withCutNext(Faults faults) {
    return read(change("cut_connection", faults.toJson()));
  }

  public Positions withDrop(int count) {
    return read(change("drop", JsonNodeFactory.instance.numberNode(count)));
  }

  /** These positions with those named in the JSON changed. */
  public Positions read(ObjectNode json) {
    return new Positions(
        json.path("duplicate").asInt(duplicate),
        json.path("reorder").asBoolean(reorder),
        json.path("delay").asBoolean(delay),
        json.path("drop").asInt(drop),
        json.path("bad_signature").asBoolean(badSignature),
        json.path("old_timestamp").asBoolean(oldTimestamp),
        json.path("two_ids").asBoolean(twoIds),
        Objects.requireNonNullElse(json.path("api_version").asText(apiVersion), ""),
        json.path("slow").asInt(slowMillis),
        json.has("fail_next") ? Faults.read(json.path("fail_next"), 500) : failNext,
        json.has("cut_connection") ? Faults.read(json.path("cut_connection"), 0) : cutNext);
  }

  public ObjectNode toJson() {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("duplicate", duplicate)
            .put("reorder", reorder)
            .put("delay", delay)
            .put("drop", drop)
            .put("bad_signature", badSignature)
            .put("old_timestamp", oldTimestamp)
            .put("two_ids", twoIds)
            .put("api_version", apiVersion)
            .put("slow", slowMillis);
    json.set("fail_next", failNext.toJson());
    json.set("cut_connection", cutNext.toJson());
    return json;
  }

  private static ObjectNode change(String name, JsonNode value) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set(name, value);
    return json;
  }
}
