package dev.tollgate.local;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where each part keeps its data; every answer is null for a stack in memory. */
record Storage(@Nullable DataDirectory directory) {
  @Nullable Path file(String name) {
    return directory == null ? null : directory.file(name);
  }

  @Nullable Path folder(String name) {
    return directory == null ? null : directory.folder(name);
  }
}
