/** Tests of the door over handwritten ports, driven with Lambda's own events. */
@NullMarked
package dev.tollgate.metering;

import org.jspecify.annotations.NullMarked;
