// A request that did not get through says so in one place, and nothing that was typed is touched.
const region = document.getElementById("trouble");
const say = (sentence) => {
  region.className = sentence ? "notice warning" : "";
  region.textContent = sentence || "";
  if (sentence) region.scrollIntoView({ block: "nearest" });
};
// The count of unread notes asks by itself: nobody waits for it.
const asked = ({ elt }) => elt.id !== "unread";
const reading = ({ requestConfig }) => requestConfig?.verb === "get";

function failed({ detail }) {
  const { unsaved, unloaded, offline, gone } = region.dataset;
  if (!asked(detail)) return;
  if (!navigator.onLine) say(offline);
  else if ([403, 404, 410].includes(detail.xhr?.status)) say(gone);
  else say(reading(detail) ? unloaded : unsaved);
}

for (const name of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) document.addEventListener(name, failed);
document.addEventListener("htmx:afterRequest", ({ detail }) => detail.successful && asked(detail) && say());
window.addEventListener("online", () => region.textContent === region.dataset.offline && say());

// A whole page sent while offline would end on the browser's own error page.
document.addEventListener("submit", (event) => {
  if (event.defaultPrevented || navigator.onLine || event.target.method !== "post") return;
  event.preventDefault();
  say(region.dataset.offline);
});
