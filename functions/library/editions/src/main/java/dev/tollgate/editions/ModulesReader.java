package dev.tollgate.editions;

import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.editions.Module;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads which modules are on, and asks for the meters that they count. */
final class ModulesReader {
  private final DeclaredMeters meters;

  ModulesReader(DeclaredMeters meters) {
    this.meters = meters;
  }

  List<Module> read(Value value) {
    return value.distinct(this::readOne);
  }

  private Optional<Module> readOne(Value item) {
    Optional<Module> module = item.oneOf(Module.class);
    module.ifPresent(
        known ->
            known.meters().stream()
                .map(Meter::key)
                .sorted()
                .forEach(
                    key ->
                        item.check(
                            meters.keys().contains(key),
                            known.name().toLowerCase(Locale.ROOT)
                                + " counts "
                                + key
                                + ", which is no declared meter")));
    return module;
  }
}
