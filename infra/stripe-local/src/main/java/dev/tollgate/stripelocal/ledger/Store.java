package dev.tollgate.stripelocal.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The committed objects, by kind and id, tombstones included. What it hands out is read only. Used
 * under the ledger's lock.
 */
final class Store {
  private final Map<Kind, Map<String, ObjectNode>> rows = new EnumMap<>(Kind.class);
  private final Agenda agenda;
  private long sequence;

  Store(Agenda agenda) {
    this.agenda = agenda;
    for (Kind kind : Kind.values()) {
      rows.put(kind, new LinkedHashMap<>());
    }
  }

  @Nullable ObjectNode get(Kind kind, String id) {
    return of(kind).get(id);
  }

  Collection<ObjectNode> all(Kind kind) {
    return of(kind).values();
  }

  void put(Kind kind, String id, ObjectNode object) {
    ObjectNode before = of(kind).put(id, object);
    sequence = Math.max(sequence, Json.number(object, Work.SEQUENCE, 0));
    if (kind == Kind.AGENDA) {
      if (before != null) {
        agenda.remove(before);
      }
      agenda.add(object);
    }
  }

  void remove(Kind kind, String id) {
    ObjectNode before = of(kind).remove(id);
    if (kind == Kind.AGENDA && before != null) {
      agenda.remove(before);
    }
  }

  /** A number for a new object: later objects have greater ones. */
  long nextSequence() {
    return ++sequence;
  }

  private Map<String, ObjectNode> of(Kind kind) {
    return java.util.Objects.requireNonNull(rows.get(kind));
  }
}
