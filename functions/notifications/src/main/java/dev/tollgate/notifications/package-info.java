/**
 * Turns messages into mails: whether to write, what to say, and that each is sent once. It sends by
 * the mailer's port and keeps nothing of its own.
 */
@NullMarked
package dev.tollgate.notifications;

import org.jspecify.annotations.NullMarked;
