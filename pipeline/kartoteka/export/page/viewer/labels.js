// Names beneath the marks, the most important first, none over another.

const INK = "#1c2430";
const FAMILY = '"Helvetica Neue", Helvetica, Arial, "Liberation Sans", "DejaVu Sans", sans-serif';

/** One name for about so many square pixels. */
const ROOM = 8500;
const WIDTHS = new Map();

function fontOf(px, bold = false) {
  return `${bold ? "600" : "400"} ${px}px ${FAMILY}`;
}

/** How large the name of a mark is written: with the mark, between 11 and 16 pixels. */
function fontSize(radius) {
  return Math.round(Math.min(16, 10.5 + radius / 4));
}

function textWidth(context, text, font) {
  const key = font + text;
  if (!WIDTHS.has(key)) {
    if (WIDTHS.size > 50000) WIDTHS.clear();
    context.font = font;
    WIDTHS.set(key, context.measureText(text).width);
  }
  return WIDTHS.get(key);
}

/**
 * Which of these places bear their names: (x, y, radius, text), in order of importance, as many as there is room for.
 * A name stands beneath its mark or, where that covers another name or mark, above it or at its side; the `sure` first
 * ones rather cover a mark than be left out.
 */
function placeNames(context, places, { width, height }, { most = 0, sure = 6, bold = false } = {}) {
  most ||= Math.ceil((width * height) / ROOM);
  const inside = places.filter((place) => place.x > 0 && place.y > 0 && place.x < width && place.y < height);
  const room = { names: new Map(), marks: new Map(), width, height };
  for (const place of inside) if (place.radius >= 3.5 || inside.length < 800) fill(room.marks, markBox(place));
  const named = [];
  for (const [n, place] of inside.entries()) {
    if (named.length >= most || n > 12 * most) break;
    const px = place.px || fontSize(place.radius);
    const half = textWidth(context, place.text, fontOf(px, bold)) / 2;
    const found = roomFor(room, place, half, px, n < sure);
    if (!found) continue;
    const [x, base] = found;
    fill(room.names, nameBox(x, base, half, px, place));
    named.push({ text: place.text, x, base, px, bold });
  }
  return named;
}

/** Where the middle and the foot of a name can stand, or nothing; an important one covers marks if it must, no name. */
function roomFor(room, { x, y, radius, node }, half, px, important) {
  const beside = radius + half + 4;
  const middle = y + 0.36 * px;
  const sides = [[x, y + radius + px], [x, y - radius - 0.35 * px], [x + beside, middle], [x - beside, middle]];
  const boxes = sides.map(([at, base]) => ({ at, base, ...nameBox(at, base, half, px, { node }) }))
    .filter((box) => box.left >= 0 && box.right <= room.width && box.top >= 0 && box.bottom <= room.height
      && isFree(room.names, box));
  const free = boxes.find((box) => isFree(room.marks, box));
  if (free || !important || !boxes.length) return free && [free.at, free.base];
  const covered = boxes.map((box) => coveredBy(room.marks, box));
  const best = boxes[covered.indexOf(Math.min(...covered))];
  return [best.at, best.base];
}

function nameBox(x, base, half, px, { node }) {
  return { left: x - half - 3, right: x + half + 3, top: base - 0.82 * px, bottom: base + 0.26 * px, node };
}

function markBox({ x, y, radius, node }) {
  const reach = 0.8 * radius;
  return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach, node };
}

/** The cells of a grid that a box lies in: they keep the search for neighbours short. */
function cellsOf(box) {
  const cells = [];
  for (let cx = Math.floor(box.left / 64); cx <= Math.floor(box.right / 64); cx++) {
    for (let cy = Math.floor(box.top / 32); cy <= Math.floor(box.bottom / 32); cy++) cells.push(cx * 65536 + cy);
  }
  return cells;
}

function fill(taken, box) {
  for (const cell of cellsOf(box)) {
    const boxes = taken.get(cell);
    if (boxes) boxes.push(box);
    else taken.set(cell, [box]);
  }
}

/** Whether two boxes do not meet; those of one card never stand in each other's way. */
function areApart(box, other) {
  return other.node === box.node || box.right < other.left || other.right < box.left
    || box.bottom < other.top || other.bottom < box.top;
}

function isFree(taken, box) {
  return cellsOf(box).every((cell) => (taken.get(cell) || []).every((other) => areApart(box, other)));
}

/** How much of the marks a box would cover, in square pixels. */
function coveredBy(taken, box) {
  const met = new Set(cellsOf(box).flatMap((cell) => taken.get(cell) || []).filter((other) => !areApart(box, other)));
  const shared = (other) => (Math.min(box.right, other.right) - Math.max(box.left, other.left))
    * (Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top));
  return [...met].reduce((sum, other) => sum + shared(other), 0);
}

/** Write names with a white rim that keeps them legible over lines. */
function drawNames(context, names) {
  context.textAlign = "center";
  context.lineJoin = "round";
  context.strokeStyle = "rgba(255, 255, 255, 0.9)";
  context.lineWidth = 3.5;
  context.fillStyle = INK;
  for (const name of names) {
    context.font = fontOf(name.px, name.bold);
    context.strokeText(name.text, name.x, name.base);
    context.fillText(name.text, name.x, name.base);
  }
}
