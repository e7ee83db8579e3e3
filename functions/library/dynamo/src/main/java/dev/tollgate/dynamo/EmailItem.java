package dev.tollgate.dynamo;

import dev.tollgate.core.identity.User;
import dev.tollgate.core.identity.UserRef;
import dev.tollgate.core.kernel.EmailAddress;
import dev.tollgate.core.kernel.Fingerprint;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.UserId;
import java.util.Optional;

/** Who has an e-mail address: the look-up of every login, and what makes addresses unique. */
final class EmailItem {
  private EmailItem() {}

  record EmailKey(EmailAddress email) implements Key {
    @Override
    public String partition() {
      return "EMAIL#" + email.value();
    }

    @Override
    public String sort() {
      return "EMAIL";
    }
  }

  /**
   * @param request the sign-up request that took the address, where it had a key
   */
  static Action claim(User user, Optional<Fingerprint> request) {
    return Action.put(
            new Row.Writer(new EmailKey(user.email()))
                .text("tenant", user.tenant().value())
                .text("user", user.id().value())
                .text("request", request.map(Fingerprint::value)))
        .ifAbsent();
  }

  /** Anybody may take the address; refused where somebody else's has it by now. */
  static Action free(EmailAddress email, TenantId tenant) {
    return Action.delete(new EmailKey(email))
        .when("attribute_not_exists(pk) OR tenant = :tenant")
        .with(":tenant", tenant.value());
  }

  static UserRef read(Row row) {
    return new UserRef(new TenantId(row.text("tenant")), new UserId(row.text("user")));
  }

  /** The person, where this very request made them. */
  static Optional<UserRef> madeBy(Optional<Fingerprint> request, Optional<Row> row) {
    return row.filter(
            found ->
                request.isPresent()
                    && found.optionalText("request").equals(request.map(Fingerprint::value)))
        .map(EmailItem::read);
  }
}
