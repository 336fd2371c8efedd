// What the page says: texts.json with its gaps filled, numbers with their nouns, languages of names.

const TEXTS = JSON.parse(document.getElementById("texts").textContent);

/** The text of this name, {gaps} filled. */
function say(name, gaps = {}) {
  return TEXTS[name].replace(/\{(\w+)\}/g, (_, gap) => gaps[gap]);
}

/** The text of this name, or the value itself where it has none. */
function sayOr(name, value) {
  return name in TEXTS ? say(name) : String(value);
}

/** A number with its noun: counted(3, "tie") is "3 ties". */
function counted(n, noun) {
  return say(n === 1 ? `${noun}_one` : `${noun}_many`, { n: number(n) });
}

function number(value) {
  return value.toLocaleString("en");
}

/** 1st, 2nd, 3rd, 4th. */
function ordinal(n) {
  const tens = n % 100;
  const ending = tens > 10 && tens < 14 ? "th" : ["th", "st", "nd", "rd"][n % 10] || "th";
  return number(n) + ending;
}

/** The language that letters tell, for whoever reads the page aloud; "" where they tell none. */
function language(text) {
  if (/[іїєґ]/i.test(text)) return "uk";
  if (/[ыэъё]/i.test(text)) return "ru";
  return /[\u0400-\u04ff]/.test(text) ? "und-Cyrl" : "";
}

/** A day as people read it: 1934-07-10, or 1934 where it is only a year's first or last. */
function day(coded) {
  const year = yearOf(coded);
  const rest = coded - year * 10000;
  const two = (n) => String(n).padStart(2, "0");
  return `${year}-${two(Math.floor(rest / 100))}-${two(rest % 100)}`;
}

function yearOf(coded) {
  return Math.floor(coded / 10000);
}

/** Between two days, told as shortly as they allow: 1934, 1934-07, 1934-07-10, 1934–1937. */
function between(first, last) {
  if (first == null && last == null) return say("open_date");
  if (first == null) return say("before", { day: day(last) });
  if (last == null) return say("after", { day: day(first) });
  if (first === last) return day(first);
  const year = yearOf(first);
  if (first === year * 10000 + 101 && last % 10000 === 1231) {
    return year === yearOf(last) ? `${year}` : `${year}–${yearOf(last)}`;
  }
  const month = day(first).slice(0, -3);
  if (first % 100 === 1 && day(last).slice(0, -3) === month && last % 100 >= 28) return month;
  return `${day(first)}–${day(last)}`;
}
