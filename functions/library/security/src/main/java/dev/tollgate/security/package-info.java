/** Passwords, tokens and keys: the only room that speaks to the cryptographic libraries. */
@NullMarked
package dev.tollgate.security;

import org.jspecify.annotations.NullMarked;
