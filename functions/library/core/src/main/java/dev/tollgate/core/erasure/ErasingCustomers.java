package dev.tollgate.core.erasure;

/** Deletes customers at the payment provider. */
public interface ErasingCustomers {
  /**
   * With their payment methods and whatever they have signed; what they paid stays with the
   * provider. Nothing where there is none any more.
   *
   * @throws dev.tollgate.core.kernel.Unavailable where it is unknown whether it was done
   */
  void delete(String customer);
}
