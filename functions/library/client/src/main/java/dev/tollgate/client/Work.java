package dev.tollgate.client;

import org.jspecify.annotations.Nullable;

/** What is done under a reservation. */
@FunctionalInterface
public interface Work<T extends @Nullable Object, E extends Exception> {
  T run() throws E;
}
