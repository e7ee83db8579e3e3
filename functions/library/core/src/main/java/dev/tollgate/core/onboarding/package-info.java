/**
 * How somebody becomes a customer: signing up, with or without an invitation, and proving the
 * mailbox. It decides; {@code Registrations} and {@code Verifications} write what it decided.
 */
@NullMarked
package dev.tollgate.core.onboarding;

import org.jspecify.annotations.NullMarked;
