package dev.tollgate.lambda.http;

import dev.tollgate.core.kernel.Checked;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads one type of field of a request's body from a JSON value. Each is a bean; the door finds the
 * one for a record component's type.
 *
 * @param ofNull what a null stands for that was written down; empty where it is as good as absent
 */
public record FieldReader<T>(Class<T> type, Function<Object, Checked<T>> read, Optional<T> ofNull) {

  /** Of a field whose null says no more than its absence. */
  public FieldReader(Class<T> type, Function<Object, Checked<T>> read) {
    this(type, read, Optional.empty());
  }

  /** Of a field that is written as a text; a number or a list in its place is refused. */
  public static <T> FieldReader<T> ofText(Class<T> type, Function<String, Checked<T>> read) {
    return new FieldReader<>(
        type,
        json ->
            json instanceof String text
                ? read.apply(text)
                : new Checked.Invalid<>("must be a text"));
  }
}
