/** The account's routes over ports of the tests' own. */
@NullMarked
package dev.tollgate.account;

import org.jspecify.annotations.NullMarked;
