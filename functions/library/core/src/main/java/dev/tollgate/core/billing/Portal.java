package dev.tollgate.core.billing;

import java.net.URI;

/** The payment provider's pages on which a customer looks after cards and invoices. */
public interface Portal {
  /** A page of its own for each call, good for a few minutes. */
  URI open(String customer, URI returnTo);
}
