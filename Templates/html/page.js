"use strict";
{
  const root = document.documentElement;
  const query = document.getElementById("_query");
  const selects = [...document.querySelectorAll("select[data-filter]")];
  const count = document.getElementById("_count");
  const nothing = document.getElementById("_nothing");
  const clear = document.getElementById("_clear");
  const expand = document.getElementById("_expand");

  const entries = [...document.querySelectorAll(".entry")].map((element) => ({
    element,
    summary: element.querySelector("summary"),
    code: element.dataset.code.toLowerCase(),
    facets: Object.fromEntries(selects.map(({ dataset: { filter } }) => [filter, (element.dataset[filter] ?? "").split(" ")])),
    text: searchable(element),
  }));
  const codes = new Set(entries.map((entry) => entry.code));
  const sections = [...document.querySelectorAll(".surface")].map((element) => ({
    element,
    entries: entries.filter((entry) => entry.element.parentElement.parentElement === element),
  }));

  // MARK: Searching

  /** What a search looks through: all that is said of a code alone. Guidance is often its category's, and an example says it again. */
  function searchable(element) {
    const surface = element.closest(".surface").querySelector("h2").textContent;
    const titles = [...element.querySelectorAll(".badge[title]")].map((badge) => badge.title);
    const parts = [element.querySelector("summary"), element.querySelector("dl")];
    return [...parts.map((part) => part?.textContent ?? ""), ...titles, surface].join("\n").toLowerCase();
  }

  /** Whether an entry is meant by the words of a search. Somebody who pastes a whole error means the code in it. */
  function matcher(text) {
    const wanted = text.trim().toLowerCase();
    if (wanted === "") return () => true;
    if (codes.has(wanted)) return (entry) => entry.code.includes(wanted);
    if (/[{}"=&]/.test(wanted)) {
      const pasted = wanted.split(/[^\p{L}\p{M}\p{N}_\-.:/]+/u).filter((word) => codes.has(word));
      if (pasted.length > 0) return (entry) => pasted.includes(entry.code);
    }
    const words = wanted.split(/\s+/);
    return (entry) => words.every((word) => entry.text.includes(word));
  }

  let shown = entries;
  let openedBySearch = new Set();

  /** Shows the entries that the search and all filters let through. */
  function update() {
    const isMeant = matcher(query.value);
    const chosen = selects.filter((select) => select.value !== "");
    const isNarrowed = query.value.trim() !== "" || chosen.length > 0;
    shown = entries.filter((entry) => isMeant(entry) && chosen.every(({ value, dataset }) => entry.facets[dataset.filter].includes(value)));

    const isShown = new Set(shown);
    for (const entry of entries) setHidden(entry.element, !isShown.has(entry));
    for (const section of sections) setHidden(section.element, isNarrowed && !section.entries.some((entry) => isShown.has(entry)));
    root.classList.toggle("narrowed", isNarrowed);
    nothing.hidden = shown.length > 0 || !isNarrowed;
    clear.hidden = !isNarrowed;
    const all = `${entries.length} code${entries.length === 1 ? "" : "s"}`;
    count.textContent = isNarrowed ? `${shown.length} of ${all}` : all;

    openAnswers();
    writeAddress();
  }

  function setHidden(element, isHidden) {
    if (element.hidden !== isHidden) element.hidden = isHidden;
  }

  /** Opens what a search was for: the one result, or the code that was typed out. Closes it again when the search goes on. */
  function openAnswers() {
    const wanted = query.value.trim().toLowerCase();
    const answers = new Set(wanted === "" ? [] : shown.length === 1 ? shown : shown.filter((entry) => entry.code === wanted));
    for (const entry of openedBySearch) if (!answers.has(entry)) entry.element.open = false;
    const opened = [...answers].filter((entry) => openedBySearch.has(entry) || !entry.element.open);
    for (const entry of opened) entry.element.open = true;
    openedBySearch = new Set(opened);
  }

  function clearAll() {
    query.value = "";
    for (const select of selects) select.value = "";
    update();
  }

  // MARK: The address

  let addressTimer;

  /** The search and the filters stand in the address, so that it can be kept and sent. Browsers let it change a few times a second. */
  function writeAddress() {
    clearTimeout(addressTimer);
    addressTimer = setTimeout(replaceAddress, 250);
  }

  function replaceAddress() {
    const parameters = new URLSearchParams();
    if (query.value.trim() !== "") parameters.set("q", query.value.trim());
    for (const { value, dataset } of selects) if (value !== "") parameters.set(dataset.filter, value);
    const search = parameters.size > 0 ? `?${parameters}` : "";
    if (search === location.search) return;
    try {
      history.replaceState(null, "", location.pathname + search + location.hash);
    } catch {
      // Some browsers let no page from a disk change its address. The search works all the same.
    }
  }

  function readAddress() {
    const parameters = new URLSearchParams(location.search);
    query.value = parameters.get("q") ?? "";
    for (const select of selects) {
      const value = parameters.get(select.dataset.filter) ?? "";
      select.value = [...select.options].some((option) => option.value === value) ? value : "";
    }
  }

  /** The entry that the address names, or null. */
  function target() {
    try {
      const id = decodeURIComponent(location.hash.slice(1));
      return entries.find((entry) => entry.element.id === id) ?? null;
    } catch {
      return null;
    }
  }

  /** Opens the code that the address names, whatever is searched for, and brings it into view. CSS marks it. */
  function showTarget() {
    const entry = target();
    if (entry === null) return;
    if (entry.element.hidden) clearAll();
    entry.element.open = true;
    entry.element.scrollIntoView();
    entry.summary.focus({ preventScroll: true });
  }

  // MARK: Copying

  function linkTo(entry) {
    return location.href.replace(/[?#].*$/, "") + "#" + encodeURI(entry.id);
  }

  async function copy(button) {
    const entry = button.closest(".entry");
    const text = button.dataset.copy === "code" ? entry.dataset.code : linkTo(entry);
    const label = button.textContent;
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = "Copied";
    } catch {
      button.textContent = "Could not copy";
    }
    button.setAttribute("aria-live", "polite");
    setTimeout(() => (button.textContent = label), 1500);
  }

  // MARK: Keys

  function focusSummary(index) {
    const entry = shown[index];
    if (entry === undefined) return;
    entry.summary.focus({ preventScroll: true });
    entry.summary.scrollIntoView({ block: "nearest" });
  }

  function focusSearch() {
    query.focus();
    query.select();
  }

  const isTyping = (element) => element.matches("input, textarea, select, [contenteditable]");

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const current = shown.findIndex((entry) => entry.summary === event.target);
    if (event.key === "/" && !isTyping(event.target)) {
      focusSearch();
    } else if (event.key === "Escape") {
      if (!clear.hidden) clearAll();
      else if (event.target === query) query.blur();
      else focusSearch();
    } else if (event.key === "Enter" && event.target === query) {
      if (shown.length > 0) {
        shown[0].element.open = true;
        focusSummary(0);
      }
    } else if (event.key === "ArrowDown" && event.target === query) {
      focusSummary(0);
    } else if (event.key === "ArrowDown" && current >= 0) {
      focusSummary(current + 1);
    } else if (event.key === "ArrowUp" && current >= 0) {
      if (current === 0) focusSearch();
      else focusSummary(current - 1);
    } else {
      return;
    }
    event.preventDefault();
  });

  // MARK: Everything else

  function setAllOpen(isOpen) {
    for (const entry of entries) entry.element.open = isOpen;
    openedBySearch.clear();
    expand.textContent = isOpen ? "Close all" : "Open all";
    expand.setAttribute("aria-pressed", String(isOpen));
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-copy]");
    if (button !== null) copy(button);
  });
  document.querySelector(".finder").addEventListener("submit", (event) => event.preventDefault());
  query.addEventListener("input", () => {
    update();
    // Results that come where nobody looks would be no results.
    const top = document.getElementById("_codes").offsetTop;
    if (scrollY > top) scrollTo(0, top);
  });
  for (const select of selects) select.addEventListener("change", update);
  clear.addEventListener("click", () => {
    clearAll();
    focusSearch();
  });
  expand.addEventListener("click", () => setAllOpen(expand.getAttribute("aria-pressed") !== "true"));
  addEventListener("hashchange", showTarget);
  addEventListener("popstate", () => {
    readAddress();
    update();
  });

  // Paper cannot be clicked.
  let openedForPrint = [];
  addEventListener("beforeprint", () => {
    openedForPrint = [...document.querySelectorAll("details:not([open])")];
    for (const element of openedForPrint) element.open = true;
  });
  addEventListener("afterprint", () => {
    for (const element of openedForPrint) element.open = false;
  });

  // Without this script everything stands open and there is nothing to search with.
  root.classList.add("scripted");
  for (const element of document.querySelectorAll("details")) element.open = false;
  readAddress();
  update();
  showTarget();
}
