/**
 * The end of an account: asked for by its owner, undone by the owner's next login, and else done
 * thirty days later. It owns what is deleted in which order, and what stays.
 */
@NullMarked
package dev.tollgate.core.erasure;

import org.jspecify.annotations.NullMarked;
