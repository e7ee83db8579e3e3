/** The door of money: what a tenant has, uses, pays, and may change about it. */
@NullMarked
package dev.tollgate.billing;

import org.jspecify.annotations.NullMarked;
