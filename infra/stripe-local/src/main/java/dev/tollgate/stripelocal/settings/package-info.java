/**
 * What an account is set to from the start ({@code Settings}) and what a test turns ({@code
 * Knobs}).
 */
@NullMarked
package dev.tollgate.stripelocal.settings;

import org.jspecify.annotations.NullMarked;
