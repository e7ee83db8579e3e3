package dev.tollgate.core.messages;

import dev.tollgate.core.kernel.EmailAddress;

/** A mail ready to be sent, in both forms that a reader may choose. */
public record Mail(EmailAddress to, String subject, String text, String html) {}
