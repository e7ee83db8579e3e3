/**
 * What all AWS clients of one function share: one HTTP client, its credentials, its region, its
 * time limits. It knows no service.
 */
@NullMarked
package dev.tollgate.aws;

import org.jspecify.annotations.NullMarked;
