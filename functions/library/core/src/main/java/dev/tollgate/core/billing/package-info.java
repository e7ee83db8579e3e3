/**
 * What is asked of the payment provider and what is made of its answers: checkouts, changes of a
 * contract, charges when nobody is there, events, the comparison that repairs what events missed,
 * usage that is billed, and which prices stand for which plan. It decides and names the keys under
 * which the provider does a thing once; the provider's own API is known to an adapter alone.
 */
@NullMarked
package dev.tollgate.core.billing;

import org.jspecify.annotations.NullMarked;
