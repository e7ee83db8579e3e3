// The page of the local stack. It shows what the helpers under /_local say, every two seconds.

import { byId, link, make, row, within } from "./dom.js";
import { amount, price } from "./words.js";

const ask = async (path, body) => {
  const answer = await fetch(path, body === undefined
    ? {}
    : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  const json = await answer.json();
  if (!answer.ok) throw new Error(json.detail ?? `HTTP ${answer.status}`);
  return json;
};

const say = (id, text, bad = false) => {
  byId(id).textContent = text;
  byId(id).classList.toggle("bad", bad);
};

let shown = null;
let listed = "";

const readable = (time) => time.replace("T", " ").replace(/(\.\d+)?Z$/, " UTC");

const keyOf = (mail) => `${mail.sent_at} ${mail.to} ${mail.subject}`;

const show = (mail) => {
  shown = keyOf(mail);
  byId("mail").hidden = false;
  byId("mail-subject").textContent = mail.subject;
  byId("mail-meta").textContent = `to ${mail.to}, ${readable(mail.sent_at)}`;
  byId("mail-links").replaceChildren(...mail.links.map((address) =>
    within("li", [link(address, address)])));
  byId("mail-html").hidden = mail.html === "";
  byId("mail-html").srcdoc = `<base target="_blank">${mail.html}`;
  byId("mail-text").textContent = mail.text;
  for (const button of byId("mails").querySelectorAll("button")) {
    button.setAttribute("aria-current", String(button.dataset.key === shown));
  }
};

const mails = async () => {
  const to = byId("mail-to").value.trim();
  const { items } = await ask(`/_local/mail${to ? `?to=${encodeURIComponent(to)}` : ""}`);
  const now = items.map(keyOf).join("\n");
  if (now === listed && items.length > 0) return;
  listed = now;
  byId("mails").replaceChildren(...(items.length === 0
    ? [make("li", "No mails yet.", { className: "quiet" })]
    : items.map((mail) => {
      const button = make("button", mail.subject, { type: "button" });
      button.dataset.key = keyOf(mail);
      button.setAttribute("aria-current", String(keyOf(mail) === shown));
      button.append(make("span", `${mail.to} · ${readable(mail.sent_at)}`));
      button.addEventListener("click", () => show(mail));
      return within("li", [button]);
    })));
  if (shown === null && items.length > 0) show(items[0]);
};

const clock = async () => {
  const { now, tenants } = await ask("/_local/clock");
  byId("now").textContent = readable(now);
  byId("now").dateTime = now;
  const own = Object.entries(tenants);
  byId("tenants").replaceChildren(...(own.length === 0
    ? [make("li", "none", { className: "quiet" })]
    : own.map(([id, time]) => make("li", `${id}: ${readable(time)}`))));
};

const queues = async () => {
  const rows = Object.entries(await ask("/_local/queues"));
  byId("queues").replaceChildren(...rows.map(([name, { visible, in_flight, dead }]) =>
    row(name, visible, in_flight, make("span", dead, { className: dead > 0 ? "bad" : "" }))));
};

const stack = async () => {
  const { edition, functions, stripe } = await ask("/_local/stack");
  byId("edition").textContent = edition;
  const [address, mention] = document.querySelectorAll("[data-stripe]");
  address.textContent = stripe;
  address.href = mention.href = stripe;
  byId("functions").replaceChildren(...functions.map(({ name, triggers }) => within("div", [
    make("h3", name), within("ul", triggers.map((trigger) => make("li", trigger)))])));
};

/** Once: who asks a function every two seconds keeps the stack from settling. */
const plans = async () => {
  try {
    const offered = await ask("/api/v1/plans/public");
    byId("plans").replaceChildren(...offered.map((plan) => row(
      plan.display_name,
      price(plan.monthly_price_cents, plan.currency),
      plan.annual_price_cents === null ? "–" : price(plan.annual_price_cents, plan.currency),
      amount(plan.max_seats))));
  } catch (refusal) {
    say("plans-answer", refusal.message, true);
  }
};

const busy = async (button, work) => {
  button.disabled = true;
  try {
    await work();
  } finally {
    button.disabled = false;
    await refresh();
  }
};

const advance = async (duration, tenant) => {
  say("clock-answer", "Time is moving …");
  try {
    const { now } = await ask("/_local/clock", { advance: duration, ...(tenant ? { tenant_id: tenant } : {}) });
    say("clock-answer", `It is now ${readable(now)}${tenant ? ` for ${tenant}` : ""}.`);
  } catch (refusal) {
    say("clock-answer", refusal.message, true);
  }
};

for (const button of document.querySelectorAll("[data-advance]")) {
  button.addEventListener("click", () => busy(button, () => advance(button.dataset.advance)));
}

byId("clock-form").addEventListener("submit", (event) => {
  event.preventDefault();
  busy(event.submitter, () => advance(byId("advance").value.trim(), byId("tenant").value.trim()));
});

byId("settle").addEventListener("click", (event) => busy(event.currentTarget, async () => {
  say("settle-answer", "Waiting …");
  try {
    await ask("/_local/settle", {});
    say("settle-answer", "All is quiet.");
  } catch (refusal) {
    say("settle-answer", refusal.message, true);
  }
}));

byId("mail-to").addEventListener("input", mails);

const refresh = () => Promise.all([mails(), clock(), queues()]).catch(() => {
  byId("now").textContent = "The local stack does not answer.";
});

await stack();
await Promise.all([refresh(), plans()]);
setInterval(refresh, 2000);
