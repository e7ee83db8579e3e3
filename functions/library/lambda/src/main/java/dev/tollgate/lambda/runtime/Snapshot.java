package dev.tollgate.lambda.runtime;

import io.micronaut.context.ApplicationContext;
import java.util.Collection;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * SnapStart's hooks (CRaC): before the picture is taken everything that can be is done once, after
 * a restore what must not be shared is made anew. Without SnapStart nothing is ever called.
 */
public final class Snapshot implements Resource {
  private final Collection<PrimedAtSnapshot> primed;

  private Snapshot(Collection<PrimedAtSnapshot> primed) {
    this.primed = primed;
  }

  /** Registers itself; keep a reference, since CRaC holds its resources weakly. */
  public static Snapshot of(ApplicationContext context) {
    return registered(context.getBeansOfType(PrimedAtSnapshot.class));
  }

  /**
   * The same for a function that answers no requests: its package may have doors of another
   * function, whose routes it could not even rehearse without that function's secrets.
   */
  public static Snapshot ofBackground(ApplicationContext context) {
    return registered(
        context.getBeansOfType(PrimedAtSnapshot.class).stream()
            .filter(each -> !each.isOfRequests())
            .toList());
  }

  private static Snapshot registered(Collection<PrimedAtSnapshot> primed) {
    Snapshot snapshot = new Snapshot(primed);
    Core.getGlobalContext().register(snapshot);
    return snapshot;
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    primed.forEach(PrimedAtSnapshot::prime);
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    primed.forEach(PrimedAtSnapshot::restored);
  }
}
