package dev.tollgate.local.tour;

import java.util.function.Consumer;

/**
 * A life as it is to be lived.
 *
 * @param edition its name
 * @param name of the person
 * @param about in one line, for the heading
 */
record Script(String edition, String name, String about, Consumer<Life> life) {}
