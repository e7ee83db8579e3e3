/**
 * What tenants use that is billed beyond their plan: our own ledger of it, which is the truth, and
 * its report to the payment provider, which must come to the same sum.
 */
@NullMarked
package dev.tollgate.core.usage;

import org.jspecify.annotations.NullMarked;
