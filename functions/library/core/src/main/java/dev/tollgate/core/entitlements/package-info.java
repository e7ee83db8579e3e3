/**
 * What a tenant may do, and why: a pure function of its subscription, its plan, what was granted to
 * it alone, and the time. Nothing here is stored but the {@link
 * dev.tollgate.core.entitlements.Overrides}.
 */
@NullMarked
package dev.tollgate.core.entitlements;

import org.jspecify.annotations.NullMarked;
