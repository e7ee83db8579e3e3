package dev.tollgate.stripelocal.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What one verb on one path does; the answer's internal fields are dropped by the kernel. */
@FunctionalInterface
public interface Operation {
  ObjectNode run(Call call);
}
