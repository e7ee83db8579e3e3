@NullMarked
package dev.tollgate.local.browser;

import org.jspecify.annotations.NullMarked;
