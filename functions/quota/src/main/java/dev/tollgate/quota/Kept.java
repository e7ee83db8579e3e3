package dev.tollgate.quota;

import dev.tollgate.core.kernel.Checked;
import java.util.ArrayList;
import java.util.List;

/** Ids that a request wants to keep usable, most wanted first. */
record Kept(List<String> ids) {
  Kept {
    ids = List.copyOf(ids);
  }

  static Checked<Kept> read(Object json) {
    if (!(json instanceof List<?> list)) {
      return new Checked.Invalid<>("must be a list of ids");
    }
    List<String> ids = new ArrayList<>();
    for (Object each : list) {
      if (!(each instanceof String id)) {
        return new Checked.Invalid<>("must be a list of ids, each a text");
      }
      ids.add(id);
    }
    return new Checked.Valid<>(new Kept(ids));
  }
}
