package dev.tollgate.admin;

import dev.tollgate.core.kernel.Checked;
import java.util.ArrayList;
import java.util.List;

/** Names of events as they were sent. */
record EventList(List<String> names) {
  private static final int MOST = 50;

  EventList {
    names = List.copyOf(names);
  }

  static Checked<EventList> read(Object json) {
    List<String> names = new ArrayList<>();
    if (json instanceof List<?> items && items.size() <= MOST) {
      for (Object item : items) {
        if (!(item instanceof String name)) {
          return invalid();
        }
        names.add(name);
      }
      return new Checked.Valid<>(new EventList(names));
    }
    return invalid();
  }

  private static Checked<EventList> invalid() {
    return new Checked.Invalid<>("must be a list of names of events");
  }
}
