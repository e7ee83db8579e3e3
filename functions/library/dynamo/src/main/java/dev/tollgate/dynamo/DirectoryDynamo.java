package dev.tollgate.dynamo;

import dev.tollgate.core.identity.Directory;
import dev.tollgate.core.identity.UserRef;
import dev.tollgate.core.kernel.EmailAddress;
import java.util.Optional;

/** Finds people by address. */
final class DirectoryDynamo implements Directory {
  private final Table table;

  DirectoryDynamo(Table table) {
    this.table = table;
  }

  @Override
  public Optional<UserRef> lookUp(EmailAddress email) {
    return table.get(new EmailItem.EmailKey(email)).map(EmailItem::read);
  }
}
