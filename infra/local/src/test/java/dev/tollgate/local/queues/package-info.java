@NullMarked
package dev.tollgate.local.queues;

import org.jspecify.annotations.NullMarked;
