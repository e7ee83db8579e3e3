/**
 * The payment provider's way in. One door believes what is signed, remembers it and hands it on;
 * the other asks the provider what is true and writes that. What an event says is never applied.
 */
@NullMarked
package dev.tollgate.webhooks;

import org.jspecify.annotations.NullMarked;
