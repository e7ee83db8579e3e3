// The parts of the billing page, each drawn from an answer of the API.

import { byId, link, make, row, within } from "./dom.js";
import { amount, day, money, price, spoken } from "./words.js";

const TONES = {
  active: "good", complimentary: "good", trialing: "good", paid: "good",
  past_due: "warn", paused: "warn", incomplete: "warn", open: "warn",
  unpaid: "bad", canceled: "bad", uncollectible: "bad",
};

/** What a provider's contract is, from the one view that knows of it. */
export const isRunning = (subscription) =>
  subscription.billing_interval !== null && subscription.status !== "canceled";

const badge = (element, status) => {
  element.textContent = spoken(status);
  element.className = "badge";
  element.dataset.tone = TONES[status] ?? "";
  return element;
};

const facts = (id, pairs) => byId(id).replaceChildren(...pairs
  .filter(([, value]) => value !== null && value !== "")
  .flatMap(([name, value]) => [make("dt", name), make("dd", value)]));

export const standing = ({ state, subscription, plan }) => {
  const { subscription: now } = state;
  const yearly = subscription.billing_interval === "annual";
  const listed = yearly ? plan.annual_price_cents : plan.monthly_price_cents;
  const per = `${plan.per_seat ? " a seat" : ""} ${yearly ? "a year" : "a month"}`;
  badge(byId("status"), now.status);
  byId("plan-name").textContent = plan.display_name;
  byId("plan-price").textContent = listed === 0 ? "" : price(listed, plan.currency) + (listed > 0 ? per : "");
  byId("plan-description").textContent = plan.description;
  const ends = now.status === "canceled" ? "Ended" : now.cancel_at_period_end ? "Ends" : "Period ends";
  facts("facts", [
    ["Trial days left", now.trial_days_remaining?.toString() ?? null],
    ["Period began", day(now.current_period_start)],
    [ends, day(subscription.cancel_at ?? now.current_period_end)],
    ["Seats", amount(now.seat_limit)],
    ["Paid", subscription.billing_interval === null ? null : yearly ? "every year" : "every month"],
    ["Access", now.is_live ? "yes" : "none: choose a plan or put the payment right"],
    ["Charges", subscription.collection_paused ? "paused" : null],
  ]);
  byId("cancel").hidden = !isRunning(subscription) || now.cancel_at_period_end;
  byId("resume").hidden = !isRunning(subscription) || !now.cancel_at_period_end;
};

export const usage = ({ meters }) => byId("meters").replaceChildren(...Object.entries(meters).map(([key, meter]) => {
  const level = within("div", [
    make("span", spoken(key)),
    make("span", `${amount(meter.used, key)}${meter.limit === null ? ", " : " of "}${amount(meter.limit, key)}`)], { className: "level" });
  const item = within("li", [level]);
  if (meter.percentage !== null && meter.limit > 0) {
    item.append(make("progress", "", {
      max: 100,
      value: Math.min(100, meter.percentage),
      className: meter.percentage >= 100 ? "full" : "",
      ariaLabel: `${spoken(key)}: ${meter.percentage} %`,
    }));
  }
  if (meter.resets_at !== null) item.append(make("small", `Starts again on ${day(meter.resets_at)}`));
  return item;
}));

/** What can be done about a plan: nothing, a checkout, or a change of what there is. */
const offer = (listed, { subscription, plan }, interval) => {
  const running = isRunning(subscription);
  const current = subscription.plan === listed.plan && subscription.status !== "canceled";
  if (listed.monthly_price_cents === null) return { note: current ? "Your plan" : "Agreed on in person" };
  if (listed.monthly_price_cents === 0) {
    if (running) return { note: "Cancel to come back to it" };
    return current ? { note: "Your plan" } : { act: "change", text: "Switch" };
  }
  if (running && current) {
    return plan.per_seat ? { act: "change", text: "Change seats", quiet: true } : { note: "Your plan" };
  }
  if (interval === "annual" && listed.annual_price_cents === null) return { note: "Not sold by the year" };
  return running ? { act: "change", text: "Switch" } : { act: "checkout", text: "Subscribe" };
};

const card = (listed, page, interval, choose) => {
  const yearly = interval === "annual" && listed.annual_price_cents !== null;
  const cents = yearly ? listed.annual_price_cents : listed.monthly_price_cents;
  const current = page.subscription.plan === listed.plan;
  const title = within("h3", [listed.display_name]);
  if (current) title.append(badge(make("span"), page.subscription.status));
  const figure = make("p", price(cents, listed.currency), { className: "figure" });
  if (cents > 0) figure.append(make("small", `${listed.per_seat ? " a seat" : ""} ${yearly ? "a year" : "a month"}`));
  const has = Object.entries(listed.limits).map(([meter, limit]) => `${spoken(meter)}: ${amount(limit, meter)}`)
    .concat(Object.keys(listed.features).filter((feature) => listed.features[feature]).map(spoken));
  const { act, text, note, quiet } = offer(listed, page, interval);
  const last = note === undefined
    ? make("button", text, { type: "button", className: quiet ? "" : "main" })
    : make("button", note, { type: "button", disabled: true });
  if (act !== undefined) last.addEventListener("click", () => choose(last, act, listed));
  return within("li", [
    title, figure, make("p", listed.description, { className: "quiet" }),
    within("ul", has.map((text) => make("li", text))), last], { className: current ? "card current" : "card" });
};

/** @param choose takes the button, what to do, and the plan */
export const plans = (page, interval, choose) =>
  byId("plans").replaceChildren(...page.plans.map((listed) => card(listed, page, interval, choose)));

export const preview = (title, { lines, due_now_cents, credit_cents, next_invoice_cents, next_invoice_at, currency }) => {
  byId("preview-title").textContent = title;
  byId("preview-lines").replaceChildren(
    ...lines.map((line) => row(line.description, money(line.amount_cents, currency))));
  facts("preview-facts", [
    ["To pay now", money(due_now_cents, currency)],
    ["Left over for later invoices", credit_cents > 0 ? money(credit_cents, currency) : null],
    ["Next invoice", next_invoice_at === null
      ? "none"
      : `${money(next_invoice_cents, currency)} on ${day(next_invoice_at)}`],
  ]);
};

const list = (id, rows, none) => {
  const body = byId(id).tBodies[0];
  body.append(...rows);
  byId(id).hidden = body.rows.length === 0;
  byId(`${id}-note`).textContent = body.rows.length === 0 ? none : "";
};

export const invoices = (items) => list("invoices", items.map((invoice) => row(
  invoice.number ?? "draft",
  day(invoice.created_at),
  badge(make("span"), invoice.status),
  money(invoice.total_cents, invoice.currency),
  money(invoice.due_cents, invoice.currency),
  within("span", [
    link(invoice.due_cents > 0 && invoice.status === "open" ? "Pay" : "View", invoice.hosted_url),
    link("PDF", invoice.pdf_url)]))), "No invoices yet.");

export const payments = (items) => list("payments", items.map((entry) => row(
  within("span", [spoken(entry.movement), make("small", entry.description)]),
  day(entry.at),
  money(entry.amount_cents, entry.currency))), "No payments yet.");

export const sum = (summary) => {
  byId("payments-sum").textContent = [
    summary.complete ? "Paid so far" : `Paid since ${day(summary.since)}`,
    money(summary.net_cents, summary.currency),
    summary.next_payment_at === null ? "" : `· next payment on ${day(summary.next_payment_at)}`,
  ].join(" ");
};

export const cards = ({ items }) => {
  byId("cards").replaceChildren(...items.map((card) => make("li",
    `${spoken(card.brand)} ···· ${card.last4}, to ${card.expiry_month}/${card.expiry_year}${card.is_default ? " · charged for renewals" : ""}`)));
  byId("cards-note").textContent = items.length === 0 ? "No card on file." : "";
};
