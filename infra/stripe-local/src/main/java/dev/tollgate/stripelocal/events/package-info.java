/** Event objects, webhook endpoints, and the sender that delivers one to the other. */
@NullMarked
package dev.tollgate.stripelocal.events;

import org.jspecify.annotations.NullMarked;
