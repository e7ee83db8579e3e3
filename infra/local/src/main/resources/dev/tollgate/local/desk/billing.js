// The billing page of the front end, as far as the local stack needs one. It uses the public API alone.

import { Refusal, get, hasSession, logIn, logOut, post } from "./api.js";
import * as parts from "./billing-parts.js";
import { byId, isPage, make, within } from "./dom.js";
import { amount, day, sentence, spoken } from "./words.js";

const byName = (name) => new URLSearchParams(location.search).get(name);
const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

let page = null;
let loading = 0; // counts, so that a late answer does not replace a newer one

const say = (id, title, lines = [], bad = false) => {
  const box = byId(id);
  const [detail = "", ...more] = lines;
  box.replaceChildren(make("strong", title), detail ? ` ${detail}` : "");
  if (more.length > 0) box.append(within("ul", more.map((line) => make("li", line))));
  box.classList.toggle("bad", bad);
  box.hidden = false;
};

const unsay = (id) => { byId(id).hidden = true; };

/** Beyond title and detail: every further field that is wrong, every limit that is over. */
const lines = ({ message, problem, wait }) => [
  message,
  ...(problem.violations ?? []).slice(1).map(({ field, message: what }) => `${field} ${what}`),
  ...(problem.over ?? []).map(({ quota_type: meter, current, limit }) =>
    `${spoken(meter)}: ${amount(current, meter)} in use, ${amount(limit, meter)} allowed`),
  ...(problem.reason ? [`The reason given: ${spoken(problem.reason)}`] : []),
  ...(wait > 0 ? [`Try again in ${wait} seconds`] : []),
];

const complain = (failure) => {
  if (!(failure instanceof Refusal)) {
    say("notice", "This page made a mistake.", [failure.message], true);
    throw failure;
  }
  if (hasSession()) {
    say("notice", sentence(failure.title), lines(failure), true);
    byId("notice").scrollIntoView({ block: "nearest" });
  } else {
    askForLogIn();
    say("door-notice", sentence(failure.title), lines(failure), true);
  }
};

/** Runs work with its button at rest meanwhile; what is refused is said on the page. */
const busy = async (button, work) => {
  button.disabled = true;
  unsay("notice");
  try {
    await work();
  } catch (failure) {
    complain(failure);
  } finally {
    button.disabled = false;
  }
};

const askForLogIn = () => {
  loading++;
  for (const id of ["desk", "who"]) byId(id).hidden = true;
  byId("preview").close();
  byId("door").hidden = false;
  byId("log-in-email").focus();
};

const nameOf = (plan) => page?.plans.find((listed) => listed.plan === plan)?.display_name ?? spoken(plan);

const cards = () => parts.plans(page, byId("interval").value, choose);

const show = () => {
  byId("desk").hidden = false;
  byId("email").textContent = page.me.user.email;
  parts.standing(page);
  parts.usage(page.usage);
  const running = parts.isRunning(page.subscription);
  byId("interval").disabled = running;
  if (running) byId("interval").value = page.subscription.billing_interval;
  cards();
};

/** A list says itself what keeps it from being shown; the page goes on without it. */
const listed = (id, path, draw) => {
  const more = byId(`${id}-more`);
  const next = async (cursor) => {
    const mine = loading;
    try {
      const { items, next_cursor } = await get(`${path}?limit=10${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`);
      if (mine !== loading) return;
      if (cursor === null) byId(id).tBodies[0].replaceChildren();
      draw(items);
      more.hidden = next_cursor === null;
      more.onclick = () => busy(more, () => next(next_cursor));
    } catch (refusal) {
      note(id, refusal);
    }
  };
  return next(null);
};

const note = (id, refusal) => {
  if (!hasSession()) throw refusal;
  byId(`${id}-note`).textContent = `${sentence(refusal.title)} ${refusal.message}`;
};

const load = async () => {
  const mine = ++loading;
  byId("door").hidden = true;
  byId("who").hidden = false;
  const [me, state, subscription, plan, usage, plans] = await Promise.all([
    get("/auth/me"), get("/billing/state"), get("/billing/subscription"), get("/billing/plan"),
    get("/billing/usage"), get("/plans/public")]);
  if (mine !== loading) return;
  page = { me, state, subscription, plan, usage, plans };
  show();
  await Promise.all([
    listed("invoices", "/billing/invoices", parts.invoices),
    listed("payments", "/billing/history", parts.payments),
    get("/billing/summary").then(parts.sum, (refusal) => note("payments", refusal)),
    get("/billing/payment-methods").then(parts.cards, (refusal) => note("cards", refusal))]);
};

/** Invoices and payments follow by webhook a moment after what caused them. */
const loadTwice = async () => {
  await load();
  await pause(2000);
  await load();
};

const seats = () => {
  const number = byId("seats").valueAsNumber;
  return Number.isNaN(number) ? {} : { seats: number };
};

const go = ({ url }) => {
  if (!isPage(url)) throw new Refusal(0, { title: "The payment page has no address", detail: "" });
  location.assign(url);
};

const choose = (button, act, plan) => busy(button, () => act === "checkout"
  ? post("/billing/checkout-session", { plan: plan.plan, billing_interval: byId("interval").value, ...seats() }).then(go)
  : change(plan));

const change = async (plan) => {
  const wish = { plan: plan.plan, ...seats() };
  const shown = await post("/billing/subscription/preview", wish);
  parts.preview(plan.plan === page.subscription.plan ? `Other seats on ${plan.display_name}` : `Switch to ${plan.display_name}`, shown);
  const key = crypto.randomUUID(); // one preview is at most one change
  byId("preview-yes").onclick = () => busy(byId("preview-yes"), async () => {
    try {
      await post("/billing/subscription/change", { ...wish, at: shown.at }, { "idempotency-key": key });
    } finally {
      byId("preview").close();
    }
    byId("seats").value = "";
    say("notice", `You are on ${plan.display_name} now.`);
    await loadTwice();
  });
  byId("preview").showModal();
};

const end = (button, path, body, sentence) => busy(button, async () => {
  const { cancel_at, current_period_end } = await post(`/billing/subscription/${path}`, body);
  say("notice", sentence(day(cancel_at ?? current_period_end)));
  await loadTwice();
});

byId("cancel").addEventListener("click", ({ currentTarget }) => end(
  currentTarget, "cancel", { at_period_end: true }, (last) => `Canceled. Everything works until ${last}.`));
byId("resume").addEventListener("click", ({ currentTarget }) => end(
  currentTarget, "resume", undefined, () => "Resumed. It goes on as before."));
byId("portal").addEventListener("click", ({ currentTarget }) =>
  busy(currentTarget, () => post("/billing/portal-session").then(go)));
byId("refresh").addEventListener("click", ({ currentTarget }) => busy(currentTarget, load));
byId("preview-no").addEventListener("click", () => byId("preview").close());
byId("interval").addEventListener("change", cards);
byId("wish").addEventListener("submit", (event) => event.preventDefault());
byId("log-out").addEventListener("click", ({ currentTarget }) => busy(currentTarget, async () => {
  try {
    await logOut();
  } finally {
    askForLogIn();
    unsay("door-notice");
  }
}));

byId("log-in").addEventListener("submit", async (event) => {
  event.preventDefault();
  unsay("door-notice");
  event.submitter.disabled = true;
  try {
    await logIn(byId("log-in-email").value.trim(), byId("log-in-password").value, byId("log-in-code").value.trim());
    byId("log-in").reset();
    byId("log-in-code-label").hidden = true;
    await open();
  } catch (refusal) {
    if (refusal.error === "totp_required") byId("log-in-code-label").hidden = false;
    complain(refusal);
  } finally {
    event.submitter.disabled = false;
  }
});

/** The payment is known once the provider's event has come through the webhook. */
/** Quickly at first, as the webhook comes within a second; then with growing pauses, for a minute. */
const awaitPayment = async () => {
  say("notice", "Thank you.", ["Your payment is on its way to us …"]);
  for (let tries = 1; tries < 30; tries++) {
    const subscription = await get("/billing/subscription");
    if (["active", "trialing"].includes(subscription.status) && parts.isRunning(subscription)) {
      await load();
      say("notice", "Thank you.", [`You are subscribed to ${nameOf(subscription.plan)}.`]);
      return;
    }
    await pause(tries < 15 ? 200 : (tries - 14) * 500);
  }
  say("notice", "The payment has not reached us yet.", ["Refresh the page in a moment."], true);
};

const open = async () => {
  if (!hasSession()) return askForLogIn();
  const checkout = byName("checkout");
  await load();
  if (checkout === "done") await awaitPayment();
  if (checkout === "canceled") say("notice", "The checkout was left.", ["Nothing was charged."]);
  if (checkout !== null) history.replaceState(null, "", location.pathname);
};

// Who comes back with the browser's button sees the page as it was left.
addEventListener("pageshow", ({ persisted }) => { if (persisted && hasSession()) load().catch(complain); });

await open().catch(complain);
