/**
 * The one table, partitioned by tenant. Items are records with their keys nested in them; adapters
 * implement the interfaces that {@code core} owns, and nobody else sees an attribute.
 */
@NullMarked
package dev.tollgate.dynamo;

import org.jspecify.annotations.NullMarked;
