package dev.tollgate.lambda.http;

import dev.tollgate.core.kernel.Violation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for.
 *
 * @param limit 1 to {@value #MOST}
 * @param cursor of the shape that we hand out; whether it is ours, the list's reader finds out
 */
public record Paging(int limit, Optional<String> cursor) {
  public static final int MOST = 200;
  private static final int USUAL = 50;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");
  private static final Pattern CURSOR = Pattern.compile("[\\x21-\\x7e]{1,1024}");

  /** How many items to give, as the API document describes it. */
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.PARAMETER)
  @Parameter(
      description = "How many items to give; 50 where absent",
      schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
  public @interface Limit {}

  /** Where to go on, as the API document describes it. */
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.PARAMETER)
  @Parameter(description = "The next_cursor of an earlier page", schema = @Schema(type = "string"))
  public @interface Cursor {}

  /** The answer of a list, or everything that is wrong with the question. */
  public static Response answer(
      @Nullable String limit, @Nullable String cursor, Function<Paging, Response> list) {
    List<Violation> violations = new ArrayList<>();
    int most =
        limit == null ? USUAL : NUMBER.matcher(limit).matches() ? Integer.parseInt(limit) : 0;
    if (most < 1 || most > MOST) {
      violations.add(new Violation("limit", "must be a whole number from 1 to " + MOST));
    }
    if (cursor != null && !CURSOR.matcher(cursor).matches()) {
      violations.add(new Violation("cursor", "must be the next_cursor of an earlier page"));
    }
    return violations.isEmpty()
        ? list.apply(new Paging(most, Optional.ofNullable(cursor)))
        : Problem.invalid(violations).response();
  }
}
