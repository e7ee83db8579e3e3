package dev.tollgate.core.editions;

import java.util.Set;

/** A part of the product that an edition may leave out. */
@SuppressWarnings("JavaLangClash") // the product's own word for it
public enum Module {
  /** Clients, leads, projects, contacts, interactions. */
  CRM(Set.of(Meter.RECORDS)),
  FILE_STORAGE(Set.of(Meter.STORAGE_BYTES)),
  GLOBAL_SEARCH,
  BUSINESS_REPORTS,
  INVOICING(Set.of(Meter.INVOICES, Meter.CUSTOMERS)),
  DASHBOARD,
  OPERATIONS(Set.of(Meter.OPERATIONS)),
  /** Domains, inboxes and what they need at the registrar, in DNS and at the relay. */
  SENDING(Set.of(Meter.DOMAINS, Meter.INBOXES)),
  DELIVERABILITY_ANALYTICS,
  /** One-off payments and refunds, kept as a ledger. */
  TRANSACTION_LEDGER,
  USER_MANAGEMENT,
  OWNER_ANALYTICS,
  AUDIT_LOG,
  /** Export and erasure as the GDPR wants them. */
  DATA_RIGHTS,
  BILLING_HISTORY,
  API_KEYS,
  SECOND_FACTOR,
  METRICS,
  /** The welcome wizard and the checklist after it. */
  ONBOARDING,
  SALES_LEADS,
  LEGACY_BETA_SIGN_UP;

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of alone, which cannot change
  private final Set<Meter> meters;

  Module() {
    this(Set.of());
  }

  Module(Set<Meter> meters) {
    this.meters = meters;
  }

  /** What it counts, which an edition that has it must therefore declare. */
  public Set<Meter> meters() {
    return meters;
  }
}
