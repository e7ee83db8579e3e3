@NullMarked
package dev.tollgate.testkit.servers;

import org.jspecify.annotations.NullMarked;
