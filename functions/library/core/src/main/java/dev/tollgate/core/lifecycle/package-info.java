/**
 * What happens later: due actions are claimed, held against the tenant's state as it is by then,
 * done once, and tried again or parked where they fail. Which actions a state calls for is said in
 * {@code schedule}.
 */
@NullMarked
package dev.tollgate.core.lifecycle;

import org.jspecify.annotations.NullMarked;
