// What was saved, or what belongs to somebody who signed out, is no longer kept by keep.js.
const { person, signOut } = document.body.dataset;
const place = ({ dataset }) => `keep:${person}:${dataset.keep || dataset.keepOn}`;
const forget = (key) => sessionStorage.removeItem(key);
const forgetAll = (but) => Object.keys(sessionStorage).filter((key) => /^keep:/.test(key) && !key.startsWith(but)).forEach(forget);
const here = location.href.split("#")[0];
const target = (form) => new URL(form.getAttribute("action") || here, here).pathname;

// Errors, words still in the form, or one more step (a preview's form says data-keep-on) mean that it is not saved yet.
const goesOn = (form) => "keepOn" in form.dataset || form.querySelector(".errors, [role=alert]") ||
  [...form.querySelectorAll("textarea")].some((area) => area.defaultValue);

// A post that was taken leads on to another page. Signing in, an error page and coming back are not that.
function arrive() {
  const sent = JSON.parse(sessionStorage.getItem("sent") || "null");
  forget("sent");
  if (!sent || !person || sent.from !== document.referrer) return;
  const back = performance.getEntriesByType("navigation")[0]?.type === "back_forward";
  const failed = document.querySelector("[data-failed]");
  const unfinished = [...document.forms].some((form) => place(form) === sent.key && goesOn(form));
  if (!back && !failed && !unfinished) forget(sent.key);
}

const remember = (form) => sessionStorage.setItem("sent", JSON.stringify({ key: place(form), from: here }));

arrive();
if (person) forgetAll(`keep:${person}:`);

document.addEventListener("submit", (event) => {
  if (target(event.target) === signOut) forgetAll("nobody");
  else if (event.target.matches("[data-keep], [data-keep-on]") && !event.defaultPrevented) remember(event.target);
});
document.addEventListener("click", ({ target }) => target.closest("a[href]") && forget("sent"));
document.addEventListener("htmx:afterRequest", ({ detail: { elt, xhr, successful, requestConfig } }) => {
  const own = elt.matches("form[data-keep]") && requestConfig.verb !== "get" &&
    new URL(requestConfig.path, here).pathname === target(elt);
  if (!own || !successful) return;
  if (xhr.getResponseHeader("HX-Redirect")) remember(elt);
  else forget(place(elt));
});
