// Calls of the public API with the session of this tab.

const SESSION = "tollgate.session";

/** An answer that is a problem (RFC 9457), or no answer at all. */
export class Refusal extends Error {
  constructor(status, problem, wait = 0) {
    super(problem.detail ?? problem.message ?? "");
    this.status = status;
    this.title = problem.title ?? "That did not work";
    this.error = problem.error ?? "";
    this.problem = problem;
    this.wait = wait; // seconds
  }
}

const session = () => JSON.parse(sessionStorage.getItem(SESSION) ?? "null");
const remember = (tokens) => sessionStorage.setItem(SESSION, JSON.stringify(tokens));
const forget = () => sessionStorage.removeItem(SESSION);

export const hasSession = () => session() !== null;

const send = async (method, path, body, headers) => {
  let response;
  try {
    response = await fetch(`/api/v1${path}`, {
      method,
      headers: body === undefined ? headers : { ...headers, "content-type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new Refusal(0, { title: "No answer", detail: "Is the local stack still running?" });
  }
  const json = response.status === 204 ? {} : await response.json().catch(() => ({}));
  if (response.ok) return json;
  const wait = Number(response.headers.get("retry-after")) || 0;
  throw new Refusal(response.status, { detail: `The API answered ${response.status}.`, ...json }, wait);
};

const authorized = (method, path, body, headers) =>
  send(method, path, body, { ...headers, authorization: `Bearer ${session()?.access_token ?? ""}` });

let refreshing = null;

/** One refresh at a time: every refresh token is good for one use. */
const refresh = () => {
  refreshing ??= send("POST", "/auth/refresh", { refresh_token: session()?.refresh_token ?? "" }, {})
    .then(remember, (refusal) => {
      if (refusal.status !== 0 && refusal.status < 500 && refusal.status !== 429) forget();
      throw refusal;
    })
    .finally(() => { refreshing = null; });
  return refreshing;
};

const call = async (method, path, body, headers = {}) => {
  const used = session()?.access_token;
  try {
    return await authorized(method, path, body, headers);
  } catch (refusal) {
    if (refusal.status !== 401 || used === undefined) throw refusal;
    if (session()?.access_token === used) await refresh();
    return authorized(method, path, body, headers);
  }
};

export const get = (path) => call("GET", path);
export const post = (path, body, headers) => call("POST", path, body, headers);

export const logIn = async (email, password, code) =>
  remember(await send("POST", "/auth/login", { email, password, ...(code ? { totp_code: code } : {}) }, {}));

export const logOut = async () => {
  try {
    await call("POST", "/auth/logout");
  } finally {
    forget();
  }
};
