// How amounts, numbers and times are written for people.

const digits = (currency) =>
  new Intl.NumberFormat(undefined, { style: "currency", currency }).resolvedOptions().maximumFractionDigits;

/** From minor units: cents, paise, or whole yen. */
export const money = (minor, currency, options = {}) =>
  new Intl.NumberFormat(undefined, { style: "currency", currency, ...options }).format(minor / 10 ** digits(currency));

/** A list price; null is agreed on in person. */
export const price = (minor, currency) => {
  if (minor === null) return "by agreement";
  return minor === 0 ? "free" : money(minor, currency, { trailingZeroDisplay: "stripIfInteger" });
};

export const day = (time) =>
  time === null ? "" : new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(time));

/** A limit or a count of what a meter measures; null is unlimited. */
export const amount = (number, meter = "") => {
  if (number === null) return "unlimited";
  return meter.endsWith("_bytes") ? bytes(number) : new Intl.NumberFormat().format(number);
};

const bytes = (number) => {
  const step = Math.min(4, Math.floor(Math.log2(Math.max(1, number)) / 10));
  const rounded = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 }).format(number / 1024 ** step);
  return `${rounded} ${["B", "KiB", "MiB", "GiB", "TiB"][step]}`;
};

/** Closed by a full stop where nothing closes it yet. */
export const sentence = (text) => /[.?!…]$/.test(text) ? text : `${text}.`;

/** A name of the API as a person would write it. */
export const spoken = (name) => {
  const words = name.replace(/_bytes$/, "").replaceAll("_", " ").replace(/\b(api|sso)\b/g, (short) => short.toUpperCase());
  return words.charAt(0).toUpperCase() + words.slice(1);
};
