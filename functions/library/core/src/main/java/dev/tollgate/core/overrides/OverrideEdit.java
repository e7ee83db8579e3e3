package dev.tollgate.core.overrides;

import dev.tollgate.core.editions.Edition;
import dev.tollgate.core.editions.Limit;
import dev.tollgate.core.editions.Meter;
import dev.tollgate.core.entitlements.Overrides;
import dev.tollgate.core.kernel.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One thing that shall be different about what a tenant was granted, as it was asked for. */
public sealed interface OverrideEdit {
  Violation NO_METER = new Violation("meter", "is not a meter of this edition");
  Violation NO_FEATURE = new Violation("feature", "is not a feature of this edition");

  /** Everything that is wrong with it. */
  List<Violation> broken(Overrides old, Edition edition, Instant now);

  /** Only of one with which nothing is wrong. */
  Overrides applied(Overrides old, Instant now);

  /** In words for the trail. */
  String words();

  /** A limit in the place of the plan's. */
  record GrantLimit(String meter, Limit limit, Terms terms) implements OverrideEdit {
    @Override
    public List<Violation> broken(Overrides old, Edition edition, Instant now) {
      return unless(edition.findMeter(meter).isPresent(), NO_METER, terms.broken(now));
    }

    @Override
    public Overrides applied(Overrides old, Instant now) {
      return old.with(new Meter(meter), terms.grant(limit, now));
    }

    @Override
    public String words() {
      String number =
          switch (limit) {
            case Limit.Unlimited _ -> "unlimited";
            case Limit.AtMost(long most) -> Long.toString(most);
          };
      return "limit " + meter + " = " + number + terms.words();
    }
  }

  /** A feature on or off in spite of the plan. */
  record GrantFeature(String feature, boolean enabled, Terms terms) implements OverrideEdit {
    @Override
    public List<Violation> broken(Overrides old, Edition edition, Instant now) {
      return unless(isFeature(edition, feature), NO_FEATURE, terms.broken(now));
    }

    @Override
    public Overrides applied(Overrides old, Instant now) {
      return old.with(feature, terms.grant(enabled, now));
    }

    @Override
    public String words() {
      return "feature " + feature + (enabled ? " on" : " off") + terms.words();
    }
  }

  /** The plan's limit counts again; also of a meter that the edition has dropped since. */
  record TakeLimit(String meter) implements OverrideEdit {
    @Override
    public List<Violation> broken(Overrides old, Edition edition, Instant now) {
      return unless(
          edition.findMeter(meter).isPresent() || granted(old).isPresent(), NO_METER, List.of());
    }

    @Override
    public Overrides applied(Overrides old, Instant now) {
      return granted(old).map(old::without).orElse(old);
    }

    private Optional<Meter> granted(Overrides old) {
      return old.limits().keySet().stream().filter(each -> each.key().equals(meter)).findFirst();
    }

    @Override
    public String words() {
      return "limit " + meter + " taken back";
    }
  }

  /** The plan's word counts again; also of a feature that the edition has dropped since. */
  record TakeFeature(String feature) implements OverrideEdit {
    @Override
    public List<Violation> broken(Overrides old, Edition edition, Instant now) {
      return unless(
          isFeature(edition, feature) || old.features().containsKey(feature),
          NO_FEATURE,
          List.of());
    }

    @Override
    public Overrides applied(Overrides old, Instant now) {
      return old.without(feature);
    }

    @Override
    public String words() {
      return "feature " + feature + " taken back";
    }
  }

  private static boolean isFeature(Edition edition, String key) {
    return edition.features().stream().anyMatch(feature -> feature.key().equals(key));
  }

  private static List<Violation> unless(boolean known, Violation unknown, List<Violation> others) {
    List<Violation> all = new ArrayList<>(known ? List.of() : List.of(unknown));
    all.addAll(others);
    return List.copyOf(all);
  }
}
