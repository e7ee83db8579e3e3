/** The door of sessions: opening, refreshing, listing and ending them, and what passwords need. */
@NullMarked
package dev.tollgate.login;

import org.jspecify.annotations.NullMarked;
