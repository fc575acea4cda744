// Moves the gain with the slider: sentence, range and dots, from numbers that the page brought along.
const gain = document.querySelector("[data-gain]");
const slider = gain?.querySelector("[data-slider]");

function money(amount) {
  const two = Number(amount.toPrecision(2));
  const style = { style: "currency", currency: gain.dataset.currency, maximumFractionDigits: 0 };
  return new Intl.NumberFormat(document.documentElement.lang, style).format(two);
}

function say(part, text) {
  gain.querySelector(`[data-say="${part}"]`).textContent = text;
}

// The same stacking as `dots` in speakup/reports/charts.py.
function place(values, most) {
  const circles = [...gain.querySelectorAll("circle")];
  const radius = Number(circles[0].getAttribute("r"));
  const svg = circles[0].ownerSVGElement.viewBox.baseVal;
  const base = svg.height - 26;
  const inside = (part) => Math.min(Math.max(part, 0), 1);
  const columns = values.map((value) => Math.floor(((svg.width - 4 * radius) * inside(value / most)) / (2 * radius)));
  const height = new Map();
  for (const column of columns) height.set(column, (height.get(column) ?? 0) + 1);
  const step = Math.min(2 * radius, (base - 2 * radius) / Math.max(...height.values()));
  height.clear();
  columns.forEach((column, index) => {
    const below = height.get(column) ?? 0;
    circles[index].setAttribute("cx", 2 * radius + column * 2 * radius);
    circles[index].setAttribute("cy", base - radius - step * below);
    height.set(column, below + 1);
  });
}

function move() {
  const change = Number(slider.value) / 100 - Number(gain.dataset.share);
  say("target", gain.dataset.percent.replace("0", slider.value));
  for (const part of ["low", "best", "high"]) say(part, money(Number(gain.dataset[part]) * change));
  const pool = gain.dataset.dots.split(" ").map(Number);
  place(pool.map((value) => value * change), Number(gain.dataset.most));
}

slider?.addEventListener("input", move);
