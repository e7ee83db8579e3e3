package dev.tollgate.core.editions;

/**
 * How domains and inboxes are handed out.
 *
 * @param inboxesAtOnce how many inboxes one request makes where it does not say
 */
public record SendingPolicy(DomainSales domainSales, int inboxesAtOnce) {
  public SendingPolicy {
    if (inboxesAtOnce <= 0) {
      throw new IllegalArgumentException("a request must make at least one inbox");
    }
  }
}
