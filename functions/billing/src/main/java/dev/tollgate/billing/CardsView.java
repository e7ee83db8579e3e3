package dev.tollgate.billing;

import dev.tollgate.core.billing.Statements;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Payment methods; always all of them. */
@Serdeable(naming = SnakeCaseStrategy.class)
record CardsView(List<CardView> items, @Nullable String nextCursor) {

  static CardsView of(List<Statements.Card> cards) {
    return new CardsView(cards.stream().map(CardView::of).toList(), null);
  }

  /**
   * One card.
   *
   * @param isDefault whether renewals are charged to it
   */
  @Serdeable(naming = SnakeCaseStrategy.class)
  record CardView(
      String id, String brand, String last4, int expiryMonth, int expiryYear, boolean isDefault) {
    static CardView of(Statements.Card card) {
      return new CardView(
          card.id(),
          card.brand(),
          card.last4(),
          card.expiryMonth(),
          card.expiryYear(),
          card.main());
    }
  }
}
