/** The table's adapters against a real table whose calls can be counted and broken. */
@NullMarked
package dev.tollgate.dynamo;

import org.jspecify.annotations.NullMarked;
