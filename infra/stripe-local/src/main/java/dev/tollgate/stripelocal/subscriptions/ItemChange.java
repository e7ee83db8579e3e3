package dev.tollgate.stripelocal.subscriptions;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for one item.
 *
 * @param id the item to change; null asks for a further item
 * @param price null keeps the item's price
 * @param quantity null keeps the item's quantity, of a further item one
 * @param metadata keys to set, or with an empty value to drop; null touches none
 * @param clearUsage whether usage not yet billed is forgiven when a metered item goes
 */
public record ItemChange(
    @Nullable String id,
    boolean deleted,
    @Nullable String price,
    @Nullable Long quantity,
    @Nullable Map<String, String> metadata,
    boolean clearUsage) {
  /** A further item, or one of a new subscription; null is one of it, or a metered price. */
  public static ItemChange add(String price, @Nullable Long quantity) {
    return new ItemChange(null, false, price, quantity, null, false);
  }

  /** Another price, another quantity, or both, for an item. */
  public static ItemChange of(String item, @Nullable String price, @Nullable Long quantity) {
    return new ItemChange(item, false, price, quantity, null, false);
  }

  public static ItemChange remove(String item, boolean clearUsage) {
    return new ItemChange(item, true, null, null, null, clearUsage);
  }
}
