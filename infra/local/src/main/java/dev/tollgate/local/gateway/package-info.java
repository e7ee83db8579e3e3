/**
 * API Gateway's HTTP API: requests become events of payload format 2.0, answers become HTTP. Routes
 * are those of the template and no others.
 */
@NullMarked
package dev.tollgate.local.gateway;

import org.jspecify.annotations.NullMarked;
