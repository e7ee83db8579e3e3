package dev.tollgate.stripelocal.subscriptions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.stripelocal.catalogue.Prices;
import dev.tollgate.stripelocal.ledger.Kind;
import dev.tollgate.stripelocal.ledger.Work;
import dev.tollgate.stripelocal.wire.Params;

/** A price that is given in place, {@code price_data}: made for this use and not offered again. */
final class InlinePrice {
  /** Internal mark: it is archived from the start, but good for the item it was made for. */
  static final String MARK = "_inline";

  private InlinePrice() {}

  /** The id of the price made. */
  static String make(Work work, Params data) {
    String product = data.require("product");
    work.get(Kind.PRODUCT, product, data.path("product"));
    ObjectNode price = Prices.add(work, data, product);
    price.put(MARK, true).put("active", false);
    return price.path("id").asText();
  }
}
