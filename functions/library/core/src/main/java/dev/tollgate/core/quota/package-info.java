/**
 * Quota: how much of each meter a tenant has used, and how more of it is set aside, kept and given
 * back without ever passing a limit. It decides; the store's one transaction makes it true.
 */
@NullMarked
package dev.tollgate.core.quota;

import org.jspecify.annotations.NullMarked;
