/** A service of a product, which sees of the client what is public. */
@NullMarked
package dev.tollgate.client.example;

import org.jspecify.annotations.NullMarked;
