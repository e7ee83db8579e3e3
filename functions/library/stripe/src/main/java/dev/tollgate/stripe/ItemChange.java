package dev.tollgate.stripe;

import com.stripe.model.Subscription;
import com.stripe.model.SubscriptionItem;
import com.stripe.param.InvoiceCreatePreviewParams;
import com.stripe.param.SubscriptionUpdateParams;
import dev.tollgate.core.billing.Contracts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * One item of a subscription becomes another, comes or goes. Items are named by id: without one
 * Stripe adds a second item instead of changing the first.
 */
sealed interface ItemChange {
  /** The plan's own item, in its place. */
  record Replaced(String item, String price, long seats) implements ItemChange {}

  /** A price by usage, which has no quantity. */
  record Added(String price) implements ItemChange {}

  /** What was used and not billed yet goes onto the next invoice. */
  record Removed(String item) implements ItemChange {}

  /** What it takes, always in the same order; also where nothing would change. */
  static List<ItemChange> of(Subscription subscription, Contracts.Change change) {
    List<ItemChange> changes = new ArrayList<>();
    changes.add(
        new Replaced(
            ContractReader.licensed(subscription).getId(), change.price(), change.seats()));
    Set<String> missing = new TreeSet<>(change.overage());
    for (SubscriptionItem item : ContractReader.metered(subscription)) {
      if (!missing.remove(item.getPrice().getId())) {
        changes.add(new Removed(item.getId()));
      }
    }
    missing.forEach(price -> changes.add(new Added(price)));
    return changes;
  }

  /** Whether it is already as it should be. */
  static boolean isMade(Subscription subscription, Contracts.Change change) {
    SubscriptionItem own = ContractReader.licensed(subscription);
    Set<String> metered = new HashSet<>();
    ContractReader.metered(subscription).forEach(item -> metered.add(item.getPrice().getId()));
    return own.getPrice().getId().equals(change.price())
        && own.getQuantity() != null
        && own.getQuantity() == change.seats()
        && metered.equals(change.overage());
  }

  default Optional<String> id() {
    return switch (this) {
      case Replaced replaced -> Optional.of(replaced.item());
      case Removed removed -> Optional.of(removed.item());
      case Added _ -> Optional.empty();
    };
  }

  default Optional<String> newPrice() {
    return switch (this) {
      case Replaced replaced -> Optional.of(replaced.price());
      case Added added -> Optional.of(added.price());
      case Removed _ -> Optional.empty();
    };
  }

  default OptionalLong quantity() {
    return this instanceof Replaced replaced
        ? OptionalLong.of(replaced.seats())
        : OptionalLong.empty();
  }

  default SubscriptionUpdateParams.Item made() {
    var item = SubscriptionUpdateParams.Item.builder();
    id().ifPresent(item::setId);
    newPrice().ifPresent(item::setPrice);
    quantity().ifPresent(item::setQuantity);
    if (this instanceof Removed) {
      item.setDeleted(true);
    }
    return item.build();
  }

  default InvoiceCreatePreviewParams.SubscriptionDetails.Item foreseen() {
    var item = InvoiceCreatePreviewParams.SubscriptionDetails.Item.builder();
    id().ifPresent(item::setId);
    newPrice().ifPresent(item::setPrice);
    quantity().ifPresent(item::setQuantity);
    if (this instanceof Removed) {
      item.setDeleted(true);
    }
    return item.build();
  }
}
