@NullMarked
package dev.tollgate.core.subscriptions;

import org.jspecify.annotations.NullMarked;
