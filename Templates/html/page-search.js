/** What a search looks through: all that is said of a code alone. Guidance is often its category's, and an example says it again. */
function searchable(element) {
  const surface = element.closest(".surface").querySelector("h2").textContent;
  const titles = [...element.querySelectorAll(".badge[title]")].map((badge) => badge.title);
  const parts = [element.querySelector("summary"), element.querySelector("dl")];
  return [...parts.map((part) => part?.textContent ?? ""), ...titles, surface].join("\n").toLowerCase();
}

/**
 * Which entries a search means, and what of its text was found: words that stand in them, or codes. Somebody who pastes a whole error
 * means the codes in it.
 */
function lookUp(text) {
  const words = text.toLowerCase().split(/\s+/).filter((word) => word !== "");
  const wanted = words.join(" ");
  if (codes.has(wanted)) return { isMeant: (entry) => entry.code.includes(wanted), found: wanted };
  if (words.length > 1 && words.every((word) => codes.has(word))) return { isMeant: (entry) => words.includes(entry.code), found: wanted };
  const hasAll = (entry) => words.every((word) => entry.text.includes(word));
  if (entries.some(hasAll)) return { isMeant: hasAll, found: wanted };
  const named = [...new Set(codesIn(text))];
  return { isMeant: (entry) => named.includes(entry.code), found: named.join(" ") };
}

/** The codes that stand in `text`, those that are gone too. */
function codesIn(text) {
  return text.toLowerCase().split(/[^\p{L}\p{M}\p{N}_\-.:/]+/u).filter((word) => codes.has(word) || retiredCodes.has(word));
}

let shown = entries;
let openedBySearch = new Set();

/** Shows the entries that the search and all filters let through. */
function update() {
  document.documentElement.classList.remove("linked");
  const { isMeant } = lookUp(query.value);
  const chosen = selects.filter((select) => select.value !== "");
  const isNarrowed = query.value.trim() !== "" || chosen.length > 0;
  shown = entries.filter((entry) => isMeant(entry) && chosen.every(({ value, dataset }) => entry.facets[dataset.filter].includes(value)));

  const isShown = new Set(shown);
  const found = new Set(chosen.length > 0 ? [] : retiredLists.filter(isRetiredHere));
  for (const entry of entries) setHidden(entry.element, !isShown.has(entry));
  for (const list of retiredLists) setHidden(list.element, isNarrowed && !found.has(list));
  for (const section of sections) {
    const hasResults = found.has(section.retired) || section.entries.some((entry) => isShown.has(entry));
    setHidden(section.element, isNarrowed && !hasResults);
  }
  // One by one: a class on the page would have the browser look at every element again.
  for (const element of surroundings) setHidden(element, isNarrowed);
  nothing.hidden = shown.length > 0 || found.size > 0 || !isNarrowed;
  clear.hidden = !isNarrowed;
  const all = `${entries.length} code${entries.length === 1 ? "" : "s"}`;
  count.textContent = isNarrowed ? `${shown.length} of ${all}` : all;

  openAnswers();
  writeAddress();
}

/** Codes that are gone are found by their names, so that nobody looks for them in vain. */
function isRetiredHere({ codes }) {
  return codesIn(query.value).some((word) => codes.includes(word));
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
