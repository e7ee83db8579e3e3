package dev.tollgate.admin;

import dev.tollgate.core.kernel.Checked;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * New limits as they were sent, by meter; null is unlimited. Which meters there are, and which
 * numbers make sense, {@link EditingPlans} knows.
 */
record LimitChanges(Map<String, @Nullable Long> byMeter) {
  private static final int MOST = 100;

  static Checked<LimitChanges> read(Object json) {
    Map<String, @Nullable Long> byMeter = new LinkedHashMap<>();
    if (json instanceof Map<?, ?> fields && fields.size() <= MOST) {
      for (Map.Entry<?, ?> field : fields.entrySet()) {
        switch (field.getValue()) {
          case null -> byMeter.put(String.valueOf(field.getKey()), null);
          case Long number -> byMeter.put(String.valueOf(field.getKey()), number);
          default -> {
            return invalid();
          }
        }
      }
      return new Checked.Valid<>(new LimitChanges(byMeter));
    }
    return invalid();
  }

  private static Checked<LimitChanges> invalid() {
    return new Checked.Invalid<>("must be an object of whole numbers, with null for unlimited");
  }
}
