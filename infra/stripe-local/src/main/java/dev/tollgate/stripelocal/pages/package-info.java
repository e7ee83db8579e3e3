/**
 * What all hosted pages share: their frame and look, and how they write money and days. It knows no
 * page.
 */
@NullMarked
package dev.tollgate.stripelocal.pages;

import org.jspecify.annotations.NullMarked;
