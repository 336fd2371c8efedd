// Elements of the page, made and found.

const byId = (id) => document.getElementById(id);

/** An element with properties, attributes (what is no property) and children; empty children are left out. */
function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === "") continue;
    if (name in element && !name.includes("-")) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

/** A button that looks like its text. */
function link(text, action, properties = {}) {
  return make("button", { type: "button", className: "link", onclick: action, lang: language(text), ...properties }, text);
}

/** Whether whoever looks has asked for less motion. */
function calm() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
