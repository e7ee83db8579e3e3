package dev.tollgate.login;

import dev.tollgate.core.identity.Principal;
import dev.tollgate.core.identity.Session;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person's live sessions; they always fit into one page. */
@Serdeable(naming = SnakeCaseStrategy.class)
record SessionList(List<Item> items, @Nullable String nextCursor) {

  /**
   * One of them.
   *
   * @param current whether the request came in it
   */
  @Serdeable(naming = SnakeCaseStrategy.class)
  record Item(
      String id,
      String createdAt,
      String lastUsedAt,
      String expiresAt,
      String address,
      String userAgent,
      boolean current) {}

  static SessionList of(List<Session> sessions, Principal caller) {
    return new SessionList(
        sessions.stream()
            .map(
                session ->
                    new Item(
                        session.id().value(),
                        session.createdAt().toString(),
                        session.lastUsedAt().toString(),
                        session.expiresAt().toString(),
                        session.client().address(),
                        session.client().userAgent(),
                        session.id().equals(caller.session().id())))
            .toList(),
        null);
  }
}
