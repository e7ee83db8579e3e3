package dev.tollgate.core.accounts;

import java.util.Locale;

/** What pulled the kill switch. Stored by its {@link #wireName()}, so names are kept. */
public enum SuspensionCause {
  /** A person of the platform did, and a person ends it. */
  ADMINISTRATOR,
  /** A person of the platform did, over a breach of the terms; a person ends it. */
  TERMS_OF_SERVICE,
  /** Too many people complained about mail; a person ends it. */
  SPAM_COMPLAINTS,
  /** A domain or an address is on a block list; a person ends it. */
  BLOCK_LISTED,
  /** Charges were refused, or a renewal is owed for too long; a payment ends it. */
  FAILED_PAYMENTS;

  /** Whether it ends without a person of the platform: by a payment. */
  public boolean endsByPayment() {
    return this == FAILED_PAYMENTS;
  }

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
