package dev.tollgate.core.editions;

/**
 * Something counted. An edition may declare meters of its own; the constants are those that
 * Tollgate's own rooms count.
 *
 * @param key snake_case, as the API spells it
 */
public record Meter(String key) {
  public static final Meter RECORDS = new Meter("records");
  public static final Meter STORAGE_BYTES = new Meter("storage_bytes");
  public static final Meter USERS = new Meter("users");
  public static final Meter API_CALLS = new Meter("api_calls");
  public static final Meter EMAILS = new Meter("emails");
  public static final Meter OPERATIONS = new Meter("operations");
  public static final Meter INVOICES = new Meter("invoices");
  public static final Meter CUSTOMERS = new Meter("customers");
  public static final Meter DOMAINS = new Meter("domains");
  public static final Meter INBOXES = new Meter("inboxes");

  public Meter {
    KeyShape.require("meter", key);
  }
}
