/** How a function comes to life: its environment, its beans, its snapshot. */
@NullMarked
package dev.tollgate.lambda.runtime;

import org.jspecify.annotations.NullMarked;
