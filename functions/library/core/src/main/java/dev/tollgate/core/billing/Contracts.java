package dev.tollgate.core.billing;

import dev.tollgate.core.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Changes contracts at the payment provider. What became of it is asked for afterwards. */
public interface Contracts {
  /** What a change would cost, to the second at which it is reckoned. */
  Preview preview(String contract, Change change);

  /** Charges the difference at once; a card that refuses leaves everything as it was. */
  Outcome change(String contract, Change change, String key);

  void cancelAtPeriodEnd(String contract, String key);

  void cancelNow(String contract, String key);

  /** Takes a cancellation back that has not happened yet. */
  void resume(String contract, String key);

  /** Ends a contract that should not be, and gives back what was paid for it. */
  void undo(String contract, String key);

  /**
   * @param price of the seats or of the plan
   * @param overage prices by usage that go with the plan
   * @param at when the change is reckoned, whole seconds
   */
  record Change(String price, Set<String> overage, int seats, Instant at) {}

  /**
   * @param dueNow charged at once; zero where more comes back than is owed
   * @param credit what is left over and lowers later invoices, zero or more
   * @param next what the next regular invoice comes to
   * @param lines what it is made of
   */
  record Preview(Money dueNow, Money credit, Money next, Instant nextAt, List<Line> lines) {
    public Preview {
      lines = List.copyOf(lines);
    }
  }

  /**
   * @param amount negative for a credit
   */
  record Line(String description, Money amount, boolean proration) {}

  /** How a change went. */
  sealed interface Outcome {
    record Changed() implements Outcome {}

    /** Nothing has changed. */
    record Declined(String reason) implements Outcome {}

    /** Another change was asked for under this key. */
    record KeyTaken() implements Outcome {}
  }
}
