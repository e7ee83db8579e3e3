/**
 * The AWS services the product speaks to, as real servers in this process: each on loopback and a
 * free port, in memory or with a directory of its own. It owns no data of any test and knows
 * nothing of what the product does with the servers.
 */
@NullMarked
package dev.tollgate.testkit.servers;

import org.jspecify.annotations.NullMarked;
