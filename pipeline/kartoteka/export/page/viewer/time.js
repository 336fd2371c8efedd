// The years: how many ties each has, which are chosen, and playing through them.

const STEP = 700;

function newTime(page) {
  const years = yearsOf(page.network);
  if (!years) return null;
  const [first, last] = years;
  const time = { page, first, last, playing: 0, tally: tally(page.network, first, last) };
  byId("time").hidden = false;
  for (const id of ["from", "to"]) {
    Object.assign(byId(id), { min: first, max: last, value: id === "from" ? first : last });
    byId(id).addEventListener("input", () => chooseYears(time, id));
  }
  byId("first-year").textContent = first;
  byId("last-year").textContent = last;
  byId("play").onclick = () => (time.playing ? stop(time) : play(time));
  const undated = page.network.size - page.network.dated.length;
  byId("undated-row").hidden = !undated;
  byId("undated-says").textContent = counted(undated, "undated");
  byId("undated").addEventListener("change", () => {
    page.choices.undated = byId("undated").checked;
    page.refilter();
  });
  new ResizeObserver(() => drawYears(time)).observe(byId("bars"));
  return time;
}

/** How many ties live in each year; years beyond a few thousand share a bar. */
function tally(network, first, last) {
  const bars = Math.min(last - first + 1, 600);
  const counts = new Float64Array(bars);
  const bar = (year) => Math.floor(((year - first) * bars) / (last - first + 1));
  for (const e of network.dated) {
    const spells = network.ties.spells[e];
    for (let s = 0; s < spells.length; s += 2) {
      for (let b = bar(yearOf(spells[s])); b <= bar(yearOf(spells[s + 1])); b++) counts[b] += 1;
    }
  }
  return counts;
}

/** A handle was moved: it takes the other along rather than pass it. */
function chooseYears(time, id) {
  stop(time);
  const { choices } = time.page;
  choices[id] = Number(byId(id).value);
  if (choices.from > choices.to) choices[id === "from" ? "to" : "from"] = choices[id];
  time.page.refilter();
}

function drawYears(time) {
  const { first, last, tally: counts, page: { choices } } = time;
  byId("from").value = choices.from;
  byId("to").value = choices.to;
  byId("years").textContent = choices.from === choices.to ? choices.from : say("years", choices);
  const canvas = byId("bars");
  const { clientWidth: width, clientHeight: height } = canvas;
  const context = clean(canvas.getContext("2d"), { width, height });
  if (!context) return;
  const most = counts.reduce((a, b) => Math.max(a, b), 1);
  const each = width / counts.length;
  counts.forEach((count, at) => {
    const year = first + (at * (last - first + 1)) / counts.length;
    const chosen = year >= Math.floor(choices.from) && Math.floor(year) <= choices.to;
    const tall = count ? Math.max(2, Math.sqrt(count / most) * (height - 2)) : 0;
    context.fillStyle = chosen ? "#0b5c8e" : "#cbd2da";
    context.fillRect(at * each, height - tall, Math.max(1, each - (each > 4 ? 1 : 0)), tall);
  });
  const span = Math.max(1, last - first);
  byId("rail").style.left = `${(100 * (choices.from - first)) / span}%`;
  byId("rail").style.right = `${(100 * (last - choices.to)) / span}%`;
}

/** Move the years chosen on, a year at a time; all years become a window of an eighth of them first. */
function play(time) {
  const { choices } = time.page;
  const all = time.last - time.first;
  if (choices.to - choices.from >= all) choices.to = choices.from + Math.max(0, Math.floor(all / 8));
  else if (choices.to >= time.last) {
    choices.to = time.first + (choices.to - choices.from);
    choices.from = time.first;
  }
  time.page.refilter();
  time.playing = setInterval(() => {
    if (choices.to >= time.last) return stop(time);
    choices.from += 1;
    choices.to += 1;
    return time.page.refilter();
  }, STEP);
  playButton(true);
}

function stop(time) {
  clearInterval(time.playing);
  time.playing = 0;
  playButton(false);
}

function playButton(playing) {
  const button = byId("play");
  const name = say(playing ? "pause" : "play");
  button.textContent = playing ? "❚❚" : "▶";
  button.title = name;
  button.setAttribute("aria-label", name);
  button.setAttribute("aria-pressed", String(playing));
}
