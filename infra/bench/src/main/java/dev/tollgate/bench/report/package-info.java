/** Figures beside their goals, as Markdown. The goals are those of the design, in one file. */
@NullMarked
package dev.tollgate.bench.report;

import org.jspecify.annotations.NullMarked;
