/**
 * Mails that a tenant sends to others through us: each is counted, once, before it goes out. Mails
 * of ours about an account are no business of this package and are never counted.
 */
@NullMarked
package dev.tollgate.core.mailing;

import org.jspecify.annotations.NullMarked;
