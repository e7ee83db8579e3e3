package dev.tollgate.core.kernel;

import java.util.function.Function;

/** A value read from outside: good, or refused with the reason worded for who sent it. */
public sealed interface Checked<T> {

  record Valid<T>(T value) implements Checked<T> {}

  /**
   * @param message follows the field's name, as in "must be an e-mail address"
   */
  record Invalid<T>(String message) implements Checked<T> {}

  default <R> Checked<R> map(Function<T, R> change) {
    return switch (this) {
      case Valid<T>(T value) -> new Valid<>(change.apply(value));
      case Invalid<T>(String message) -> new Invalid<>(message);
    };
  }
}
