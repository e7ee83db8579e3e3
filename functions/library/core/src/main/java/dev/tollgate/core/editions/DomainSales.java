package dev.tollgate.core.editions;

/** Whether tenants buy domains through the product. */
public sealed interface DomainSales {
  record NotSold() implements DomainSales {}

  /**
   * Each domain is a payment of its own, taken before the purchase.
   *
   * @param markupPercent added to the registrar's price, 0 to 1000
   */
  record OneOffPayment(int markupPercent) implements DomainSales {
    public OneOffPayment {
      if (markupPercent < 0 || markupPercent > 1000) {
        throw new IllegalArgumentException("a markup must be between 0 and 1000 percent");
      }
    }
  }
}
