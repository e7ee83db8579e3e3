/**
 * A month in a minute: one tenant of each edition lives from its sign-up to its erasure, by HTTP
 * alone, and a timeline tells of its mails, states and money.
 */
@NullMarked
package dev.tollgate.local.tour;

import org.jspecify.annotations.NullMarked;
