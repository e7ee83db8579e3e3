package dev.tollgate.dynamo;

import dev.tollgate.core.identity.MailPreferences;
import dev.tollgate.core.identity.MailTopic;
import dev.tollgate.core.identity.PasswordHash;
import dev.tollgate.core.identity.Role;
import dev.tollgate.core.identity.User;
import dev.tollgate.core.identity.Verification;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.UserId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A person. */
final class UserItem {
  private UserItem() {}

  record UserKey(TenantId tenant, UserId user) implements Key {
    /** All people of a tenant. */
    static final String PREFIX = "USER#";

    static UserKey of(User user) {
      return new UserKey(user.tenant(), user.id());
    }

    @Override
    public String partition() {
      return Key.tenant(tenant);
    }

    @Override
    public String sort() {
      return PREFIX + user.value();
    }
  }

  static Row.Writer write(User user) {
    Row.Writer row = new Row.Writer(UserKey.of(user));
    user.mails().chosen().forEach((topic, wanted) -> row.text(attribute(topic), word(wanted)));
    return row.text("tenant", user.tenant().value())
        .text("id", user.id().value())
        .text("email", user.email().value())
        .text("full_name", user.fullName())
        .text("role", user.role().wireName())
        .instant("verified_at", verifiedAt(user))
        .text("password", user.password().map(PasswordHash::value))
        .texts("providers", user.providers())
        .number("credential_version", user.credentialVersion())
        .instant("created_at", user.createdAt());
  }

  static User read(Row row) {
    return new User(
        new TenantId(row.text("tenant")),
        new UserId(row.text("id")),
        new EmailAddress(row.text("email")),
        row.text("full_name"),
        Role.parse(row.text("role"))
            .orElseThrow(() -> new IllegalStateException("a person of unknown role")),
        row.optionalInstant("verified_at")
            .<Verification>map(Verification.Verified::new)
            .orElseGet(Verification.Unverified::new),
        row.optionalText("password").map(PasswordHash::new),
        row.texts("providers"),
        row.number("credential_version"),
        row.instant("created_at"),
        mails(row));
  }

  private static MailPreferences mails(Row row) {
    Map<MailTopic, Boolean> chosen = new EnumMap<>(MailTopic.class);
    for (MailTopic topic : MailTopic.values()) {
      row.optionalText(attribute(topic))
          .ifPresent(word -> chosen.put(topic, word.equals(word(true))));
    }
    return new MailPreferences(chosen);
  }

  /** One attribute for each, so that two choices at once are both kept. */
  static Action choose(UserKey key, Map<MailTopic, Boolean> changed) {
    String sets =
        changed.keySet().stream()
            .map(topic -> attribute(topic) + " = :" + topic.wireName())
            .collect(Collectors.joining(", "));
    Action update = Action.update(key, "SET " + sets).ifPresent();
    for (Map.Entry<MailTopic, Boolean> choice : changed.entrySet()) {
      update = update.with(":" + choice.getKey().wireName(), word(choice.getValue()));
    }
    return update;
  }

  /** Only of a person who is there and gets them. */
  static Action stop(UserKey key, MailTopic topic) {
    String attribute = attribute(topic);
    return Action.update(key, "SET " + attribute + " = :no")
        .when(
            "attribute_exists(pk) AND (attribute_not_exists(%s) OR %s <> :no)"
                .formatted(attribute, attribute))
        .with(":no", word(false));
  }

  private static String attribute(MailTopic topic) {
    return "mails_" + topic.wireName();
  }

  private static String word(boolean wanted) {
    return wanted ? "yes" : "no";
  }

  /** The person must still be as unproven as they were; then they are proven. */
  static Action verify(User verified) {
    return Action.update(UserKey.of(verified), "SET verified_at = :at")
        .when("attribute_exists(pk) AND attribute_not_exists(verified_at)")
        .with(":at", verifiedAt(verified).orElseThrow());
  }

  /** The password must be the one that this change was decided on. */
  static Action changePassword(User changed) {
    return Action.update(
            UserKey.of(changed),
            "SET password = :hash, credential_version = :next"
                + verifiedAt(changed).map(at -> ", verified_at = :at").orElse(""))
        .when("credential_version = :before")
        .with(":hash", changed.password().orElseThrow().value())
        .with(":next", changed.credentialVersion())
        .with(":before", changed.credentialVersion() - 1)
        .withOptional(":at", verifiedAt(changed).map(Row::write));
  }

  static Action upgradePassword(UserKey key, int credentialVersion, PasswordHash upgraded) {
    return Action.update(key, "SET password = :hash")
        .when("credential_version = :version")
        .with(":hash", upgraded.value())
        .with(":version", credentialVersion);
  }

  static Action rename(User renamed) {
    return Action.update(UserKey.of(renamed), "SET full_name = :name")
        .ifPresent()
        .with(":name", renamed.fullName());
  }

  private static Optional<Instant> verifiedAt(User user) {
    return switch (user.verification()) {
      case Verification.Verified verified -> Optional.of(verified.at());
      case Verification.Unverified _ -> Optional.empty();
    };
  }
}
