/** Rules over all production code; each is shown to bite on a planted violation. */
package dev.tollgate.architecture;
