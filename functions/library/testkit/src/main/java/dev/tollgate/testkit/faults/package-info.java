/**
 * What clouds do and local servers do not: contention, throttling, answers that get lost, processes
 * that die between two calls. Everything hangs on one interceptor of the AWS SDK.
 */
@NullMarked
package dev.tollgate.testkit.faults;

import org.jspecify.annotations.NullMarked;
