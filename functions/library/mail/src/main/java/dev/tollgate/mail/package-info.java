/** The only room that speaks SES. It hands mails over and knows nothing of what they say. */
@NullMarked
package dev.tollgate.mail;

import org.jspecify.annotations.NullMarked;
