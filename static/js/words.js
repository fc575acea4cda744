// The few words of a moment: how many characters are left, and details of a customer pointed out while typing.
// Without it the form works the same; a check that fails says nothing and stops nobody.
const words = document.querySelector("form[data-check-url] textarea[name=words]");
const left = document.getElementById("words-left");
const found = document.getElementById("words-found");
const PAUSE = 600;
let timer;
let asked = 0;

// The server counts whole characters and one for the end of a line; a browser's maxlength counts halves.
const characters = () => [...words.value];

function count() {
  left.hidden = !words.value;
  left.textContent = `${left.dataset.left} ${words.dataset.limit - characters().length}`;
}

function show(details) {
  const typed = characters();
  const quotes = details.map(({ start, end }) => `“${typed.slice(start, end).join("")}”`);
  found.hidden = !quotes.length;
  found.textContent = quotes.length ? `${found.dataset.found} ${[...new Set(quotes)].join(", ")}` : "";
}

async function check() {
  const question = ++asked;
  if (!words.value.trim()) return show([]);
  const answer = await fetch(words.form.dataset.checkUrl, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": words.form.elements.csrfmiddlewaretoken.value },
    body: JSON.stringify({ text: words.value, language: document.documentElement.lang }),
  }).catch(() => null);
  // An answer about an older text would point at the wrong words.
  if (!answer?.ok || question !== asked) return;
  const { details } = await answer.json();
  if (question === asked) show(details);
}

words.addEventListener("input", () => {
  asked += 1;
  count();
  clearTimeout(timer);
  timer = setTimeout(check, PAUSE);
});
if (words.value) {
  count();
  check();
}
