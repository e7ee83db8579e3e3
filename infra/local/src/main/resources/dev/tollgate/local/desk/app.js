// Stand-ins for the two pages of the front end that mails link to.

const token = new URLSearchParams(location.search).get("token") ?? "";
const answer = document.getElementById("answer");
const page = document.querySelector("[data-page]").dataset.page;

const send = async (path, body) => {
  const response = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const json = response.status === 204 ? {} : await response.json().catch(() => ({}));
  return { ok: response.ok, json };
};

const say = (text, bad) => {
  answer.textContent = text;
  answer.classList.toggle("bad", bad);
};

const refusal = (json) =>
  json.violations?.map((violation) => violation.message).join(" ") ?? json.detail ?? json.message ?? "That did not work.";

if (page === "verify-email") {
  const { ok, json } = await send("/api/v1/auth/verify-email", { token });
  say(ok ? (json.already_verified ? "This address was verified before." : "Your address is verified.") : refusal(json), !ok);
} else {
  document.getElementById("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    const password = document.getElementById("password").value;
    const { ok, json } = await send("/api/v1/auth/reset-password", { token, password });
    say(ok ? "Your password is changed. Every session has ended." : refusal(json), !ok);
    if (ok) event.target.hidden = true;
  });
}
