package dev.tollgate.lambda.guard;

/** What is asked about a caller beyond who they are, in the order it is asked. */
public enum Guard {
  /** The tenant is not suspended, else 403. */
  SUSPENSION,
  /** The mailbox is proven or still in its grace, else 403. */
  VERIFICATION,
  /** The subscription is live, else 402. */
  SUBSCRIPTION
}
