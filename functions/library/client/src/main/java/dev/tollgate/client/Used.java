package dev.tollgate.client;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a piece of work made, and what it took.
 *
 * @param amounts for each reserved meter, from 0 to what is reserved
 */
public record Used<T extends @Nullable Object>(T value, Map<String, Long> amounts) {
  public Used {
    amounts = Map.copyOf(amounts);
  }

  public static <T extends @Nullable Object> Used<T> of(T value, String meter, long amount) {
    return new Used<>(value, Map.of(meter, amount));
  }
}
