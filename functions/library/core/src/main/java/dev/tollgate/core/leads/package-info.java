/**
 * People who would like to hear from the platform before they buy: what they left, and that the
 * platform's owners are told. They belong to no tenant.
 */
@NullMarked
package dev.tollgate.core.leads;

import org.jspecify.annotations.NullMarked;
