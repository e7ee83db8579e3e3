/**
 * A person at a real browser: Chromium, driven over its DevTools protocol with nothing but the JDK
 * and Jackson.
 */
@NullMarked
package dev.tollgate.testkit.browser;

import org.jspecify.annotations.NullMarked;
