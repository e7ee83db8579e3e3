/** The door to the API document: one of all functions, and a page that needs no network. */
@NullMarked
package dev.tollgate.docs;

import org.jspecify.annotations.NullMarked;
