package dev.tollgate.notifications;

import java.util.Locale;
import java.util.Set;

/** Words that stand in more than one mail, or that a policy of the edition chooses. */
enum Phrase {
  GREETING("name"),
  GREETING_NAMELESS,
  FOOTER("product", "account"),
  NOREPLY,
  BROKEN_BUTTON,
  UNSUBSCRIBE,
  DAY,
  DAYS("count"),
  HOUR,
  HOURS("count"),
  BYTE,
  BYTES("count"),
  ENDS_TODAY,
  ENDS_TOMORROW,
  ENDS_ON("day"),
  ENDED_ON("day"),
  MOMENT("day", "time", "zone"),
  PER_SEAT("amount"),
  AGREED_PRICE,
  OWNER,
  ADMIN,
  MEMBER,
  VIEWER,
  UNSAID,
  REFUSED_UNTIL_ROOM,
  REFUSED_UNTIL_NEXT_DAY,
  REFUSED_UNTIL_NEXT_MONTH,
  REFUSED_UNTIL_NEXT_PLAN_MONTH,
  REFUSED_UNTIL_24_HOURS_OLD,
  READ_ONLY_AT_LIMIT("refusal"),
  READ_ONLY_OVER_LIMIT("refusal"),
  OVERAGE("amount"),
  OVERAGE_BYTES("amount"),
  THEN_FREE_TIER("plan"),
  THEN_LOCK("locked"),
  THEN_WALL("hidden"),
  THEN_CHARGE("charged", "amount", "plan"),
  THEN_CHARGE_OR_SUSPEND("charged", "amount", "plan"),
  THEN_PAID("charged", "plan"),
  THEN_CHOOSE,
  NOW_FREE_TIER("plan"),
  NOW_LOCK("locked"),
  NOW_WALL("hidden"),
  NOW_CHOOSE,
  SUSPENDED_UNTIL_PAID,
  WAITS_UNTIL_PAID,
  SUSPENDED_LATER;

  private final String names;

  Phrase(String... names) {
    this.names = String.join(" ", names);
  }

  /** The values that it must show, no more and no less. */
  Set<String> names() {
    return names.isEmpty() ? Set.of() : Set.of(names.split(" "));
  }

  /** What it is called in the file of every language. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
