/**
 * The account: a customer company and its standing with the platform. It knows nobody's password
 * and no price.
 */
@NullMarked
package dev.tollgate.core.accounts;

import org.jspecify.annotations.NullMarked;
