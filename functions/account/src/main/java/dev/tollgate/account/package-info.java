/** The door of people and accounts. */
@NullMarked
package dev.tollgate.account;

import org.jspecify.annotations.NullMarked;
