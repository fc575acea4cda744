// What was typed survives a reload, a dead network and signing in again: forms with data-keep are kept in this tab.
// Not kept: passwords, files, hidden fields (unless data-kept), and anything marked data-keep-not.
const { person, kept: keptSentence, restored: restoredSentence } = document.body.dataset;
const place = (form) => `keep:${person}:${form.dataset.keep}`;
const ticked = (field) => /radio|checkbox/.test(field.type);
const worth = (field) => field.name && !field.matches(
  "button, [data-keep-not], [type=password], [type=file], [type=submit], [type=hidden]:not([data-kept])");
const fields = (form) => [...form.elements].filter(worth);

function keep(form) {
  const kept = fields(form).filter((field) => !ticked(field) || field.checked).map(({ name, value }) => [name, value]);
  sessionStorage.setItem(place(form), JSON.stringify(kept));
  say(form, keptSentence);
}

function say(form, sentence) {
  const status = form.querySelector("[data-keep-status]");
  if (status.textContent !== sentence) status.textContent = sentence;
}

// The sentence is heard only if its place stood there before.
function prepare(form) {
  if (form.querySelector("[data-keep-status]")) return;
  const status = document.createElement("p");
  status.className = "small muted";
  status.setAttribute("role", "status");
  status.dataset.keepStatus = "";
  form.append(status);
  restore(form);
}

function restore(form) {
  const kept = JSON.parse(sessionStorage.getItem(place(form)) || "null");
  if (!kept || form.querySelector(".errors, [role=alert]")) return;
  const changed = fields(form).filter((field) => putBack(field, kept));
  for (const field of changed) {
    field.closest("details")?.setAttribute("open", "");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
  if (changed.length) say(form, restoredSentence);
}

function putBack(field, kept) {
  const values = kept.filter(([name]) => name === field.name).map(([, value]) => value);
  if (ticked(field)) return field.checked !== (field.checked = values.includes(field.value));
  if (!values.length || field.value === values[0]) return false;
  field.value = values[0];
  return true;
}

if (person) {
  const prepareAll = () => document.querySelectorAll("form[data-keep]").forEach(prepare);
  document.addEventListener("input", ({ target }) => target.form?.dataset.keep && keep(target.form));
  document.addEventListener("htmx:load", prepareAll);
  prepareAll();
}
