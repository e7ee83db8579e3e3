/** Reading JSON strictly and writing it plainly, without binding. */
@NullMarked
package dev.tollgate.lambda.json;

import org.jspecify.annotations.NullMarked;
