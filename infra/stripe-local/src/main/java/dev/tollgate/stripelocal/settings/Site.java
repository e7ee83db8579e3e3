package dev.tollgate.stripelocal.settings;

import java.net.URI;

/** What a room may know of the server it hangs in. */
public record Site(URI baseUri, Settings settings, Knobs knobs) {}
