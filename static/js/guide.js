// The guide on the page: offers words, puts a suggestion in, and drops answers to older text.
(() => {
  const form = document.querySelector("form[data-guide]");
  if (!form) return;
  const slot = (name) => form.elements[name];

  const say = (area, words) => {
    area.value = words;
    area.dispatchEvent(new Event("input", { bubbles: true }));
    area.focus();
  };

  // Places are counted in code points, a textarea counts in UTF-16 units.
  const replaced = (text, { start, quote, suggestion }) => {
    const letters = Array.from(text);
    const end = Number(start) + Array.from(quote).length;
    if (letters.slice(start, end).join("") !== quote) return null;
    return letters.slice(0, start).join("") + suggestion + letters.slice(end).join("");
  };

  // Every change of the text gets a number before htmx sends it.
  form.addEventListener("input", () => { form.elements.draft.value = Number(form.elements.draft.value) + 1; }, true);

  // The answer "it is in Dutch" belongs to what is kept on this page, or the old language would come back.
  form.addEventListener("click", ({ target }) => {
    const { value } = target.closest("[data-language]") || {};
    if (!value) return;
    form.elements.language.value = value;
    form.elements.language.dispatchEvent(new Event("input", { bubbles: true }));
  });

  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-use], [data-add]");
    if (!button) return;
    const area = slot(button.dataset.use || button.dataset.add);
    const words = button.dataset.use
      ? replaced(area.value, button.dataset)
      : [area.value.trim(), button.textContent].filter(Boolean).join(" ");
    event.preventDefault();
    if (words !== null) say(area, words);
  });

  form.addEventListener("change", (event) => {
    const { name, dataset } = event.target;
    if (name !== "reader") return;
    form.elements.called.value = dataset.name;
    // What was asked for is there: nothing goes on asking.
    for (const asking of form.querySelectorAll("[data-until-reader]")) asking.remove();
    for (const said of ["aria-invalid", "aria-describedby"]) form.elements.q.removeAttribute(said);
  });

  document.body.addEventListener("htmx:oobBeforeSwap", ({ detail }) => {
    const number = detail.fragment.firstElementChild?.dataset.draft;
    if (number !== undefined && Number(number) < Number(form.elements.draft.value)) detail.shouldSwap = false;
  });
})();
