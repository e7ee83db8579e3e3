package dev.tollgate.core.outgoing;

import dev.tollgate.core.audit.AuditEntry;
import dev.tollgate.core.kernel.EndpointId;
import java.util.List;
import java.util.Optional;

/** Keeps the endpoints of the deployment. Reads are consistent. */
public interface Endpoints {
  /** In the order they were made. */
  List<Endpoint> all();

  Optional<Endpoint> find(EndpointId id);

  /**
   * One transaction with its entry.
   *
   * @param most how many there may be with it
   * @return false where there are as many already
   */
  boolean create(Endpoint endpoint, int most, AuditEntry entry);

  /**
   * Over the version before it, in one transaction with the entry, if any.
   *
   * @return false where it moved or went meanwhile
   */
  boolean replace(Endpoint changed, Optional<AuditEntry> entry);

  /**
   * One transaction with its entry. Its deliveries stay until they expire.
   *
   * @return false where there is none
   */
  boolean delete(EndpointId id, AuditEntry entry);
}
