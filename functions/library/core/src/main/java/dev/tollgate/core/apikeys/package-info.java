/**
 * API keys: how a tenant's own programs and the product's services prove that they may ask. A key
 * belongs to a tenant and not to a person, names what it may do, and is stored hashed.
 */
@NullMarked
package dev.tollgate.core.apikeys;

import org.jspecify.annotations.NullMarked;
