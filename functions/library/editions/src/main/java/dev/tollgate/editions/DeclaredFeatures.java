package dev.tollgate.editions;

import dev.tollgate.core.editions.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;

/** The features that the file names. */
record DeclaredFeatures(SequencedSet<String> keys, List<Feature> all) {
  static DeclaredFeatures read(Value value) {
    SequencedMap<String, Value> named = value.fields().named();
    List<Feature> all = new ArrayList<>();
    named.forEach(
        (key, each) ->
            each.text()
                .flatMap(name -> each.guarded(() -> new Feature(key, name)))
                .ifPresent(all::add));
    return new DeclaredFeatures(named.sequencedKeySet(), all);
  }
}
