/** What several doors show of the same thing: people, accounts, tokens, as the API spells them. */
@NullMarked
package dev.tollgate.lambda.views;

import org.jspecify.annotations.NullMarked;
