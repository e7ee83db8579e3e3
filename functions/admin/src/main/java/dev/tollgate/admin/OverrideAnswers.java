package dev.tollgate.admin;

import dev.tollgate.core.identity.Principal;
import dev.tollgate.core.kernel.Client;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.Violation;
import dev.tollgate.core.overrides.ChangingOverrides;
import dev.tollgate.core.overrides.OverrideEdit;
import dev.tollgate.lambda.http.Problem;
import dev.tollgate.lambda.http.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks for overrides and answers, which is the same for limits and for features. */
final class OverrideAnswers {
  private static final Pattern VERSION = Pattern.compile("[0-9]{1,15}");

  private final ChangingOverrides changing;

  OverrideAnswers(ChangingOverrides changing) {
    this.changing = changing;
  }

  /**
   * @param account as the query has it; null where it has none
   */
  Response seen(@Nullable String account, Function<ChangingOverrides.Seen, ?> view) {
    if (account == null) {
      return Problem.invalid(List.of(missing("account_id"))).response();
    }
    return TenantId.parse(account)
        .flatMap(changing::find)
        .map(seen -> Response.ok(view.apply(seen)))
        .orElseGet(() -> Problem.notFound().response());
  }

  Response changed(
      String account,
      long version,
      OverrideEdit edit,
      Principal caller,
      Client client,
      Function<ChangingOverrides.Seen, ?> view) {
    return TenantId.parse(account)
        .map(tenant -> new ChangingOverrides.Request(tenant, version, caller.member(), client))
        .map(request -> answer(changing.change(request, edit), view))
        .orElseGet(() -> Problem.notFound().response());
  }

  /**
   * The same from a query, any part of which may be missing or wrong.
   *
   * @param name of the parameter that says what is taken back
   */
  Response taken(
      @Nullable String account,
      String name,
      @Nullable String what,
      @Nullable String version,
      Function<String, OverrideEdit> edit,
      Function<Taking, Response> then) {
    List<Violation> violations = new ArrayList<>();
    if (account == null) {
      violations.add(missing("account_id"));
    }
    if (what == null) {
      violations.add(missing(name));
    }
    if (version == null) {
      violations.add(missing("version"));
    } else if (!VERSION.matcher(version).matches()) {
      violations.add(new Violation("version", "must be a whole number of zero or more"));
    }
    return account == null || what == null || version == null || !violations.isEmpty()
        ? Problem.invalid(violations).response()
        : then.apply(new Taking(account, Long.parseLong(version), edit.apply(what)));
  }

  /** A query that can be asked. */
  record Taking(String account, long version, OverrideEdit edit) {}

  private static Violation missing(String field) {
    return new Violation(field, "is required");
  }

  private static Response answer(
      ChangingOverrides.Outcome outcome, Function<ChangingOverrides.Seen, ?> view) {
    return switch (outcome) {
      case ChangingOverrides.Changed changed -> Response.ok(view.apply(changed.now()));
      case ChangingOverrides.Unknown _ -> Problem.notFound().response();
      case ChangingOverrides.Invalid invalid -> Problem.invalid(invalid.violations()).response();
      case ChangingOverrides.Moved moved ->
          Problem.of(
                  409,
                  "version_conflict",
                  "The overrides have changed meanwhile",
                  "Look at them again and decide again.")
              .with("version", moved.version())
              .response();
    };
  }
}
