package dev.tollgate.stripelocal;

import dev.tollgate.stripelocal.settings.Settings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How a server is started.
 *
 * @param port 0 for a free one
 * @param data the folder of the journal; without one everything is in memory only
 * @param clock the stack's clock; the server never asks the machine's
 */
public record Options(
    int port,
    Optional<Path> data,
    InstantSource clock,
    Settings settings,
    RandomGenerator random) {}
