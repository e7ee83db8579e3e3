/**
 * People, and how they prove who they are: passwords, one-time secrets, sessions and their tokens.
 * It owns the rules and the interfaces of what stores and signs; it sends nothing and stores
 * nothing.
 */
@NullMarked
package dev.tollgate.core.identity;

import org.jspecify.annotations.NullMarked;
