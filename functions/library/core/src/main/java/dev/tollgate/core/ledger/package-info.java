/** Every movement of money, written once and never changed, and what can be told from it. */
@NullMarked
package dev.tollgate.core.ledger;

import org.jspecify.annotations.NullMarked;
