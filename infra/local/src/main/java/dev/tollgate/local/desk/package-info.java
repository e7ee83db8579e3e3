/** Everything under {@code /_local}: helpers for tests and a page for people. */
@NullMarked
package dev.tollgate.local.desk;

import org.jspecify.annotations.NullMarked;
