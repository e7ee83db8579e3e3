/** Tests of both doors over handwritten ports, driven with Lambda's own events. */
@NullMarked
package dev.tollgate.webhooks;

import org.jspecify.annotations.NullMarked;
