/**
 * What functions tell each other. A message is written in the transaction that makes it true and
 * carries ids only: no secret, no address, nothing that could be stale when it is read.
 */
@NullMarked
package dev.tollgate.core.messages;

import org.jspecify.annotations.NullMarked;
