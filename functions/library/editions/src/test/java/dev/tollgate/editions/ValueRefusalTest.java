package dev.tollgate.editions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every value is of its kind, or the file is refused with the line and the reason. */
class ValueRefusalTest {
  private final Small small = Small.edition();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          edition: small        | edition: Small         | 1: edition: edition 'Small' is not snake_case of at most 40 characters
          edition: small        | edition: none          | 1: edition: edition may not be named 'none', a reserved word
          display_name: Small   | display_name: ""       | 2: display_name: must be one line of 1 to 500 characters
          display_name: Small   | display_name: "a\\tb"  | 2: display_name: must be one line of 1 to 500 characters
          display_name: Small   | display_name: 5        | 2: display_name: must be text
          currency: USD         | currency: usd          | 3: currency: 'usd' is no ISO 4217 currency code
          currency: USD         | currency: XAU          | 3: currency: 'XAU' is no ISO 4217 currency code
          [crm, operations      | [crm, crm, operations  | 4: modules: stands in the list twice
          self_serve: false     | self_serve: no         | 6: sign_up.self_serve: must be true or false
          self_serve: false     | self_serve: "false"    | 6: sign_up.self_serve: must be true or false
          ada@example.com       | ada.example.com        | 7: sign_up.testers: not an e-mail address
          ada@example.com       | a@b.io, A@b.io         | 7: sign_up.testers: stands in the list twice
          [google]              | [github]               | 9: sign_up.providers: 'github' is none of google, microsoft
          wizard_steps: 0       | wizard_steps: -1       | 10: sign_up.wizard_steps: -1 is negative
          wizard_steps: 0       | wizard_steps: 1.5      | 10: sign_up.wizard_steps: must be a whole number
          wizard_steps: 0       | wizard_steps: 010      | 10: sign_up.wizard_steps: 010 is not a whole number
          wizard_steps: 0       | wizard_steps: 0x10     | 10: sign_up.wizard_steps: 0x10 is not a whole number
          wizard_steps: 0       | wizard_steps: 1:30     | 10: sign_up.wizard_steps: 1:30 is not a whole number
          wizard_steps: 0       | wizard_steps: 1_0      | 10: sign_up.wizard_steps: 1_0 is not a whole number
          wizard_steps: 0       | wizard_steps: 2147483648 | 10: sign_up.wizard_steps: 2147483648 is too large
          wizard_steps: 0       | wizard_steps: 9999999999999999999 | 10: sign_up.wizard_steps: 9999999999999999999 is not a whole number
          length: P7D           | length: 7              | 11: verification.length: must be a length of time such as P7D
          length: P7D           | length: 7 days         | 11: verification.length: '7 days' is no length of time such as P7D or PT15M
          length: P7D           | length: P-7D           | 11: verification.length: P-7D is negative
          length: P7D           | length: PT0S           | 11: verification: grace must be longer than nothing
          kind: grace           | kind: later            | 11: verification.kind: 'later' is none of grace, verified_first
          kind: grace           | kind: verified_first   | 11: verification.length: unknown key
          kind: trial           | kind: forever          | 13: trial.kind: 'forever' is none of none, trial
          [3, 7]                | [7, 3]                 | 12: trial: reminder days must rise from day to day
          [3, 7]                | [3, 9]                 | 12: trial: reminder day 9 is outside the trial
          [3, 7]                | [3, 3]                 | 17: trial.reminder_days: stands in the list twice
          day: 8                | day: 7                 | 12: trial: day 7 would be charged before the trial ends
          [9, 10]               | [8, 9]                 | 20: trial.afterwards: a retry must follow the day of the charge
          PT15M                 | P7D                    | 25: sessions: a refresh token must outlive the access token
          limit: 5              | limit: 0               | 27: rate_limits.login.per_address: a rate limit must allow something
          api_per_tenant: []    | api_per_tenant: [{ limit: 1 }] | 32: rate_limits.api_per_tenant.window is missing
          api_per_address: []   | api_per_address: [{ window: PT1M }] | 33: rate_limits.api_per_address.limit is missing
          spam_complaints: never | spam_complaints: 0    | 41: kill_switch.spam_complaints: must be above zero, or the word never
          spam_complaints: never | spam_complaints: none | 41: kill_switch.spam_complaints: must be a whole number
          inboxes_at_once: 10   | inboxes_at_once: 0     | 46: sending: a request must make at least one inbox
          kind: not_sold        | kind: one_off_payment, markup_percent: 1001 | 47: sending.domain_sales: a markup must be between 0 and 1000 percent
          [guessing]            | [Guessing]             | 49: operation_types: operation type 'Guessing' is not snake_case of at most 40 characters
          usage_batching: PT2S  | usage_batching: PT-2S  | 50: usage_batching: PT-2S is negative
          enforcement: overage  | enforcement: soft      | 54: meters.operations.enforcement: 'soft' is none of hard, overage, read_only_at_limit, read_only_over_limit
          over_limit: none      | over_limit: forget     | 54: meters.operations.over_limit: 'forget' is none of choose, keep_read_only, none
          over_limit: none      | over_limit: choose     | 54: meters.operations: what is over a limit stays with a gauge alone
          counts: per_day       | counts: per_week       | 54: meters.operations.counts: 'per_week' is none of last_24_hours, level, per_billing_month, per_day, per_month
          counts: per_day       | counts: level          | 54: meters.operations: overage needs a counter, a gauge has no period to bill
          unit_price: "0.08"    | unit_price: none       | 54: meters.operations: overage needs a unit price
          unit_price: "0.08"    | unit_price: "0.00"     | 54: meters.operations.unit_price: an amount must be above zero
          unit: bytes           | unit: pages            | 53: meters.disk.unit: 'pages' is none of bytes, items
          month: "0.99"         | month: 0.99            | 63: plans.lite.price.month: must be an amount in quotes, such as "14.99"
          month: "0.99"         | month: "0.999"         | 63: plans.lite.price.month: 0.999 has more decimals than USD has
          month: "0.99"         | month: "-0.99"         | 63: plans.lite.price.month: '-0.99' is no amount
          month: "0.99"         | month: "1e3"           | 63: plans.lite.price.month: '1e3' is no amount
          month: "0.99"         | month: "0"             | 63: plans.lite.price.month: an amount must be above zero
          per: tenant           | per: head              | 63: plans.lite.price.per: 'head' is none of seat, tenant
          price: by_agreement   | price: cheap           | 73: plans.full.price: 'cheap' is none of by_agreement, free
          price: by_agreement   | price: [free]          | 73: plans.full.price: must be a mapping
          sort_order: 1         | sort_order: first      | 64: plans.lite.sort_order: must be a whole number
          operations: 7,        | operations: -7,        | 68: plans.lite.limits.operations: -7 is negative
          operations: 7,        | operations: lots,      | 68: plans.lite.limits.operations: must be a whole number or the word unlimited
          operations: 7,        | operations: 7 MiB,     | 68: plans.lite.limits.operations: must be a whole number or the word unlimited
          disk: 5 MiB           | disk: 5 MB             | 68: plans.lite.limits.disk: must be a whole number or the word unlimited
          { sso: false }        | { sso: maybe }         | 69: plans.lite.features.sso: must be true or false
          sso: Single sign-on   | sso:                   | 58: features.sso: must be text
          """)
  void whatIsNotOfItsKindIsRefusedWhereItStands(String part, String other, String reason) {
    small.with(part, other).isRefused(reason);
  }

  @Test
  void modulesThatAreNoListAreNone() {
    small
        .with("[crm, operations, sending]", "crm")
        .isRefused(
            "4: modules: must be a list",
            "46: sending: must be none without the module sending",
            "49: operation_types: must be empty without the module operations");
  }

  @Test
  void amountsHaveTheDecimalsOfTheirCurrency() {
    small
        .with("currency: USD", "currency: JPY")
        .isRefused(
            "54: meters.operations.unit_price: 0.08 has more decimals than JPY has",
            "63: plans.lite.price.month: 0.99 has more decimals than JPY has",
            "63: plans.lite.price.year: 9.90 has more decimals than JPY has");
  }

  @Test
  void aKeyThatIsNoNameIsRefused() {
    small
        .with("  disk: {", "  Disk: {")
        .with(" disk: 5", " Disk: 5")
        .with(" disk: 2", " Disk: 2")
        .isRefused("53: meters.Disk: meter 'Disk' is not snake_case of at most 40 characters");
  }

  @Test
  void everythingWrongIsReportedAtOnceInTheOrderOfTheFile() {
    small
        .with("features: { sso: true }", "features: { sso: 1 }\n    colour: red")
        .with("starting_plan: lite", "starting_plan: gold")
        .with("currency: USD", "currency: US$")
        .with("    public: false\n", "")
        .with("length: P7D", "length: soon")
        .isRefused(
            "3: currency: 'US$' is no ISO 4217 currency code",
            "8: sign_up.starting_plan: no plan 'gold' is declared",
            "11: verification.length: 'soon' is no length of time such as P7D or PT15M",
            "70: plans.full.public is missing",
            "78: plans.full.features.sso: must be true or false",
            "79: plans.full.colour: unknown key");
  }
}
