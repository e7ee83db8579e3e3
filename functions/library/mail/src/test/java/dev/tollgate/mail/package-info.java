/** Tests against real servers. */
@NullMarked
package dev.tollgate.mail;

import org.jspecify.annotations.NullMarked;
