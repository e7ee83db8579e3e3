package dev.tollgate.local.template;

import java.util.Optional;

/**
 * One resource as written.
 *
 * @param condition the name of the condition under which it exists
 */
record Resource(
    String name, String type, Optional<String> condition, Value.Mapping properties, Place place) {}
