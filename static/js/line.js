// A socket that was cut. htmx opens it again after most accidents; here is what it leaves out.
// Whoever is signed out meanwhile gets no new line: the page's next question is answered with the way to the door.
const TRIED_AGAIN_BY_HTMX = [1006, 1011, 1012, 1013];
const PAUSE = 1000;

document.addEventListener("htmx:wsClose", ({ detail: { event, socketWrapper } }) => {
  if (!TRIED_AGAIN_BY_HTMX.includes(event.code)) setTimeout(socketWrapper.reconnect, PAUSE);
  const { unread } = document.body.dataset;
  if (unread && navigator.onLine) htmx.ajax("GET", unread, { source: "#unread", target: "#unread", swap: "outerHTML" });
});
