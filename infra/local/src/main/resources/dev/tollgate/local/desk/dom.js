// What pages are made of. Text is only ever set as text, whoever wrote it.

export const byId = (id) => document.getElementById(id);

export const make = (name, text = "", attributes = {}) => {
  const element = Object.assign(document.createElement(name), attributes);
  element.textContent = text;
  return element;
};

export const within = (name, children, attributes = {}) => {
  const element = make(name, "", attributes);
  element.append(...children);
  return element;
};

export const row = (...cells) => within("tr", cells.map((cell) =>
  cell instanceof Node ? within("td", [cell]) : make("td", cell)));

/** An address that a server gave is followed only where it leads to a page. */
export const isPage = (address) => /^https?:\/\//.test(address ?? "");

export const link = (text, address) =>
  isPage(address) ? make("a", text, { href: address, target: "_blank", rel: "noopener" }) : make("span", address === null ? "" : text);
