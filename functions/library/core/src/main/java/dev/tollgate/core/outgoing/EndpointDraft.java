package dev.tollgate.core.outgoing;

import java.util.List;
import java.util.Optional;

/** What somebody asks for, unchecked. What is empty was not said. */
public record EndpointDraft(
    Optional<String> url,
    Optional<String> description,
    Optional<List<String>> events,
    Optional<Boolean> enabled) {}
