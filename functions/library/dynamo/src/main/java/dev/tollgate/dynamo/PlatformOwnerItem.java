package dev.tollgate.dynamo;

import dev.tollgate.core.identity.User;
import dev.tollgate.core.identity.UserRef;
import dev.tollgate.core.kernel.TenantId;
import dev.tollgate.core.kernel.UserId;

/** That a person runs the deployment, so that they can be told what concerns no tenant. */
final class PlatformOwnerItem {
  private PlatformOwnerItem() {}

  record OwnerKey(UserId user) implements Key {
    static final String PARTITION = "PLATFORM";

    /** All of them. */
    static final String PREFIX = "OWNER#";

    @Override
    public String partition() {
      return PARTITION;
    }

    @Override
    public String sort() {
      return PREFIX + user.value();
    }
  }

  static Action put(User owner) {
    return Action.put(
        new Row.Writer(new OwnerKey(owner.id()))
            .text("tenant", owner.tenant().value())
            .text("user", owner.id().value()));
  }

  static UserRef read(Row row) {
    return new UserRef(new TenantId(row.text("tenant")), new UserId(row.text("user")));
  }
}
