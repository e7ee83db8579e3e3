@NullMarked
package dev.tollgate.core.messages;

import org.jspecify.annotations.NullMarked;
