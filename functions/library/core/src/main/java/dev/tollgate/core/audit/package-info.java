/** The audit trail: who did what to which account, when, and from where. Written, never changed. */
@NullMarked
package dev.tollgate.core.audit;

import org.jspecify.annotations.NullMarked;
