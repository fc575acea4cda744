// A socket that was cut. htmx opens it again after most accidents; here is what it leaves out.
// Whoever is signed out meanwhile gets no new line: the page's next question is answered with the way to the door.
const TRIED_AGAIN_BY_HTMX = [1006, 1011, 1012, 1013];
const PAUSE = 1000;

// A page on its way out (signing out closes the line too) does not ask where to go.
let leaving = false;
addEventListener("beforeunload", () => { leaving = true; });

document.addEventListener("htmx:wsClose", ({ detail: { event, socketWrapper } }) => {
  if (!leaving && !TRIED_AGAIN_BY_HTMX.includes(event.code)) setTimeout(socketWrapper.reconnect, PAUSE);
  const { unread } = document.body.dataset;
  if (unread && navigator.onLine && !leaving) htmx.ajax("GET", unread, { source: "#unread", target: "#unread", swap: "outerHTML" });
});
