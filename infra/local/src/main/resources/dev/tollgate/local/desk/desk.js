// The page of the local stack. It shows what the helpers under /_local say, every two seconds.

const byId = (id) => document.getElementById(id);

const make = (name, text, attributes = {}) => {
  const element = Object.assign(document.createElement(name), attributes);
  element.textContent = text;
  return element;
};

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
  byId("mail-links").replaceChildren(...mail.links.map((link) => {
    const item = document.createElement("li");
    const safe = /^https?:/.test(link);
    item.append(safe ? make("a", link, { href: link, target: "_blank", rel: "noopener" }) : link);
    return item;
  }));
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
      const item = document.createElement("li");
      const button = make("button", mail.subject, { type: "button" });
      button.dataset.key = keyOf(mail);
      button.setAttribute("aria-current", String(keyOf(mail) === shown));
      button.append(make("span", `${mail.to} · ${readable(mail.sent_at)}`));
      button.addEventListener("click", () => show(mail));
      item.append(button);
      return item;
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
  byId("queues").replaceChildren(...rows.map(([name, depth]) => {
    const row = document.createElement("tr");
    row.append(
      make("td", name), make("td", depth.visible), make("td", depth.in_flight),
      make("td", depth.dead, { className: depth.dead > 0 ? "bad" : "" }));
    return row;
  }));
};

const stack = async () => {
  const { edition, functions } = await ask("/_local/stack");
  byId("edition").textContent = edition;
  byId("functions").replaceChildren(...functions.map((fn) => {
    const box = document.createElement("div");
    const list = document.createElement("ul");
    list.append(...fn.triggers.map((trigger) => make("li", trigger)));
    box.append(make("h3", fn.name), list);
    return box;
  }));
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
await refresh();
setInterval(refresh, 2000);
