package dev.tollgate.core.outgoing;

import dev.tollgate.core.kernel.Checked;
import dev.tollgate.core.kernel.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks what is asked for; everything that is wrong is reported at once. */
final class EndpointRules {
  private static final int LONGEST_DESCRIPTION = 200;

  private final Reach reach;

  EndpointRules(Reach reach) {
    this.reach = reach;
  }

  /** What a draft turned out to be. */
  sealed interface Read {}

  record Broken(List<Violation> violations) implements Read, ReadChange {}

  record Sound(EndpointSettings settings) implements Read {}

  /** The same of a draft over an endpoint that is there. */
  sealed interface ReadChange {}

  record Change(
      Optional<EndpointUrl> url,
      Optional<String> description,
      Optional<Set<String>> events,
      Optional<Boolean> enabled)
      implements ReadChange {

    /** The endpoint itself where nothing is different. */
    Endpoint of(Endpoint endpoint, Instant now) {
      EndpointSettings old = endpoint.settings();
      EndpointSettings settings =
          new EndpointSettings(
              url.orElse(old.url()),
              description.orElse(old.description()),
              events.orElse(old.events()));
      Endpoint set = settings.equals(old) ? endpoint : endpoint.with(settings);
      Endpoint changed =
          enabled
              .map(on -> on ? set.enabled() : set.disabled(Endpoint.Reason.BY_OWNER, now))
              .orElse(set);
      return changed.overVersion(endpoint.version());
    }
  }

  Read first(EndpointDraft draft) {
    if (draft.url().isEmpty()) {
      return new Broken(List.of(new Violation("url", "is required")));
    }
    return switch (changed(draft)) {
      case Broken broken -> broken;
      case Change change ->
          new Sound(
              new EndpointSettings(
                  change.url().orElseThrow(),
                  change.description().orElse(""),
                  change.events().orElse(Set.of())));
    };
  }

  ReadChange changed(EndpointDraft draft) {
    List<Violation> violations = new ArrayList<>();
    Optional<EndpointUrl> url = draft.url().flatMap(text -> url(text, violations));
    Optional<String> description = draft.description().map(String::strip);
    description
        .filter(EndpointRules::isNoDescription)
        .ifPresent(
            _ ->
                violations.add(
                    new Violation(
                        "description",
                        "must have at most "
                            + LONGEST_DESCRIPTION
                            + " characters and no control characters")));
    Optional<Set<String>> events = draft.events().map(Set::copyOf);
    events
        .filter(names -> !EventNames.ALL.containsAll(names))
        .ifPresent(
            _ ->
                violations.add(
                    new Violation(
                        "events", "may name these only: " + String.join(", ", EventNames.ALL))));
    return violations.isEmpty()
        ? new Change(url, description, events, draft.enabled())
        : new Broken(violations);
  }

  private Optional<EndpointUrl> url(String text, List<Violation> violations) {
    return switch (EndpointUrl.parse(text, reach)) {
      case Checked.Valid<EndpointUrl>(EndpointUrl url) -> Optional.of(url);
      case Checked.Invalid<EndpointUrl>(String message) -> {
        violations.add(new Violation("url", message));
        yield Optional.empty();
      }
    };
  }

  private static boolean isNoDescription(String text) {
    return text.length() > LONGEST_DESCRIPTION || text.chars().anyMatch(Character::isISOControl);
  }
}
