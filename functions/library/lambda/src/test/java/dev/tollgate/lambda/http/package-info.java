@NullMarked
package dev.tollgate.lambda.http;

import org.jspecify.annotations.NullMarked;
