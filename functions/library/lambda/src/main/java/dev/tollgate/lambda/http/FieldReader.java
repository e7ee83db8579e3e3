package dev.tollgate.lambda.http;

import dev.tollgate.core.kernel.Checked;
import java.util.function.Function;

/**
 * Reads one type of field of a request's body from a text. Each is a bean; the door finds the one
 * for a record component's type.
 */
public record FieldReader<T>(Class<T> type, Function<String, Checked<T>> read) {}
