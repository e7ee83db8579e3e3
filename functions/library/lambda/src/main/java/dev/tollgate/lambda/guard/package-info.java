/**
 * Who may call a route: every route is guarded unless it says otherwise. The questions, in the
 * order in which a refusal wins:
 *
 * <ol>
 *   <li>who calls, by a live session or a live key (401); who is nobody counts by address, and is
 *       told 429 where the address is over its rate
 *   <li>the tenant is not suspended (403); nothing is counted before, so that a suspended tenant
 *       hears the same however often it asks
 *   <li>the tenant's rates (429): every other call counts, also one that is refused below, so that
 *       a flood of refused calls is bounded too
 *   <li>role of a person or scope of a key (403)
 *   <li>mailbox proven or in its grace (403); a key was made by somebody whose mailbox was
 *   <li>subscription live, or its history readable (402)
 *   <li>feature had (402)
 *   <li>{@code api_calls} of the plan left (403); a call that was refused above costs none
 * </ol>
 *
 * All of it takes one read. Counting is a transaction for each block of calls, not for each call.
 */
@NullMarked
package dev.tollgate.lambda.guard;

import org.jspecify.annotations.NullMarked;
