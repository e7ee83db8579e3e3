@NullMarked
package dev.tollgate.lambda.views;

import org.jspecify.annotations.NullMarked;
