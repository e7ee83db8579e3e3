package dev.tollgate.stripelocal.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One unit of work over the store: sees its own changes, commits whole or not at all. Used under
 * the ledger's lock by one thread; times are seconds since the epoch.
 */
public final class Work {
  /** The internal field that keeps objects of one second in order. */
  static final String SEQUENCE = "_seq";

  private static final Comparator<ObjectNode> NEWEST_FIRST =
      Comparator.<ObjectNode>comparingLong(o -> Json.number(o, "created", 0))
          .thenComparingLong(o -> Json.number(o, SEQUENCE, 0))
          .reversed();

  /** Where an object is kept. */
  record Place(Kind kind, String id) {}

  private final Ledger ledger;
  private final Store store;
  private final Ids ids;
  private final Origin origin;
  private final long now;
  private final Map<Place, ObjectNode> touched = new LinkedHashMap<>();
  private final Map<Place, Boolean> gone = new LinkedHashMap<>();
  private final Emitting emitting;

  Work(Ledger ledger, Store store, Ids ids, Origin origin, long now) {
    this.ledger = ledger;
    this.store = store;
    this.ids = ids;
    this.origin = origin;
    this.now = now;
    this.emitting = new Emitting(this);
  }

  /** The stack's clock; inside a job, the moment it was due. */
  public long now() {
    return now;
  }

  /**
   * The time of the test clock that the object, or whom it belongs to, is on; else {@link #now}.
   */
  public long nowOf(ObjectNode object) {
    return clockOf(object)
        .flatMap(clock -> Optional.ofNullable(peek(Kind.TEST_CLOCK, clock)))
        .map(clock -> Json.number(clock, "frozen_time", now))
        .orElse(now);
  }

  /** The id of the test clock that the object, or whom it belongs to, is on. */
  public Optional<String> clockOf(ObjectNode object) {
    return TestClocked.clockOf(object, this::peek);
  }

  public Origin origin() {
    return origin;
  }

  /** A mutable copy whose changes are committed with this Work. */
  public ObjectNode get(Kind kind, String id) {
    return find(kind, id).orElseThrow(() -> new NoSuchObject(kind, id, null));
  }

  /** Like {@link #get(Kind, String)}; the error names the request parameter that held the id. */
  public ObjectNode get(Kind kind, String id, String param) {
    return find(kind, id).orElseThrow(() -> new NoSuchObject(kind, id, param));
  }

  /** Like {@link #get(Kind, String)}; empty for what is missing or deleted. */
  public Optional<ObjectNode> find(Kind kind, String id) {
    ObjectNode seen = peek(kind, id);
    return seen == null || isTombstone(seen)
        ? Optional.empty()
        : Optional.of(touch(kind, id, seen));
  }

  /** What is left of a deleted object. */
  public Optional<ObjectNode> tombstone(Kind kind, String id) {
    return Optional.ofNullable(peek(kind, id)).filter(Work::isTombstone);
  }

  /** Mutable copies of all that match, newest first. The filter must not change what it sees. */
  public List<ObjectNode> all(Kind kind, Predicate<ObjectNode> filter) {
    return view(kind, filter).stream().map(seen -> touch(kind, id(seen), seen)).toList();
  }

  /** Like {@link #all} but read only, and cheaper. */
  public List<ObjectNode> view(Kind kind, Predicate<ObjectNode> filter) {
    List<ObjectNode> found = new ArrayList<>();
    for (ObjectNode committed : store.all(kind)) {
      if (!touched.containsKey(new Place(kind, id(committed)))) {
        addIf(found, committed, filter, kind);
      }
    }
    touched.forEach(
        (place, own) -> {
          if (place.kind() == kind) {
            addIf(found, own, filter, kind);
          }
        });
    found.sort(NEWEST_FIRST);
    return found;
  }

  private void addIf(
      List<ObjectNode> found, ObjectNode object, Predicate<ObjectNode> filter, Kind kind) {
    if (!gone.containsKey(new Place(kind, id(object)))
        && !isTombstone(object)
        && filter.test(object)) {
      found.add(object);
    }
  }

  /**
   * A new object: a copy of the fields with {@code id} (random unless given), {@code object} and,
   * where the kind has them and they are not given, {@code created} and {@code livemode}.
   */
  public ObjectNode add(Kind kind, ObjectNode fields) {
    String given = Json.text(fields, "id");
    String id = given == null ? newId(kind.prefix()) : given;
    if (peek(kind, id) != null) {
      throw new IllegalStateException(kind + " " + id + " exists");
    }
    ObjectNode object = Json.object().put("id", id);
    if (kind.isPublic()) {
      object.put("object", kind.object());
    }
    object.setAll(fields);
    object.put("id", id);
    if (kind.hasCreated() && !object.hasNonNull("created")) {
      object.put("created", nowOf(object));
    }
    if (kind.hasLivemode() && !object.hasNonNull("livemode")) {
      object.put("livemode", false);
    }
    object.put(SEQUENCE, store.nextSequence());
    Place place = new Place(kind, id);
    gone.remove(place);
    touched.put(place, object);
    emitting.sawNew(object);
    return object;
  }

  /** Deletes: of a public object a tombstone stays, of an internal one nothing. */
  public void remove(Kind kind, String id) {
    get(kind, id);
    Place place = new Place(kind, id);
    if (kind.isPublic()) {
      touched.put(
          place, Json.object().put("id", id).put("object", kind.object()).put("deleted", true));
    } else {
      touched.remove(place);
      gone.put(place, true);
    }
  }

  /**
   * An event with a snapshot of the object as it is now. For a type that ends in {@code updated},
   * and for a detached card, the changed keys are named, against the object as it was at the last
   * emit or commit; without a change there is no event.
   */
  public void emit(String eventType, ObjectNode object) {
    emitting.emit(eventType, object);
  }

  /**
   * A v2 event: its notification names the related object (none when that has no id), the data is
   * fetched.
   */
  public void emitThin(String eventType, ObjectNode relatedObject, ObjectNode data) {
    emitting.emitThin(eventType, relatedObject, data);
  }

  /** Puts a job on the agenda of the object's clock; replaces an earlier one of that name. */
  public void schedule(long due, String job, Kind kind, String id) {
    ObjectNode target = peek(kind, id);
    String clock = target == null ? Agenda.STACK : clockOf(target).orElse(Agenda.STACK);
    Place place = new Place(Kind.AGENDA, Agenda.idOf(job, id));
    gone.remove(place);
    touched.put(place, Agenda.record(clock, due, job, kind, id));
  }

  public void unschedule(String job, String id) {
    Place place = new Place(Kind.AGENDA, Agenda.idOf(job, id));
    touched.remove(place);
    gone.put(place, true);
  }

  /** When the job is due for that id; empty when it is not on the agenda. */
  public Optional<Long> due(String job, String id) {
    return Optional.ofNullable(peek(Kind.AGENDA, Agenda.idOf(job, id)))
        .map(record -> record.required("due").longValue());
  }

  /** A prefix and 24 random letters and digits. */
  public String newId(String prefix) {
    return ids.next(prefix);
  }

  Ledger ledger() {
    return ledger;
  }

  /** The committed state that this Work began with. */
  @Nullable ObjectNode committed(Kind kind, String id) {
    return store.get(kind, id);
  }

  /** What differs from the store: the new versions, and null for what is to go. */
  Map<Place, @Nullable ObjectNode> changes() {
    Map<Place, @Nullable ObjectNode> changes = new LinkedHashMap<>();
    touched.forEach(
        (place, own) -> {
          if (!Json.same(own, store.get(place.kind(), place.id()))) {
            changes.put(place, own);
          }
        });
    gone.keySet().stream()
        .filter(place -> store.get(place.kind(), place.id()) != null)
        .forEach(place -> changes.put(place, null));
    return changes;
  }

  private @Nullable ObjectNode peek(Kind kind, String id) {
    Place place = new Place(kind, id);
    if (gone.containsKey(place)) {
      return null;
    }
    ObjectNode own = touched.get(place);
    return own != null ? own : store.get(kind, id);
  }

  private ObjectNode touch(Kind kind, String id, ObjectNode seen) {
    return touched.computeIfAbsent(new Place(kind, id), _ -> seen.deepCopy());
  }

  private static boolean isTombstone(ObjectNode object) {
    return object.path("deleted").booleanValue();
  }

  private static String id(ObjectNode object) {
    return object.required("id").textValue();
  }
}
