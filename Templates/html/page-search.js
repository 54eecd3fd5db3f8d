/** The text to search for a code. Not the guidance, often its category's, nor the example, which only repeats other text. */
function searchable(element) {
  const surface = element.closest(".surface").querySelector("h2").textContent;
  const titles = [...element.querySelectorAll(".badge[title]")].map((badge) => badge.title);
  const parts = ["summary", ".causes", "dl"].map((selector) => element.querySelector(selector));
  return [...parts.map((part) => part?.textContent ?? ""), ...titles, surface].join("\n").toLowerCase();
}

/**
 * The entries that `text` matches, and the part of it that matched. If no entry has all the words, `text` may be a pasted error, and the
 * codes in it count.
 */
function search(text) {
  const words = text.toLowerCase().split(/\s+/).filter((word) => word !== "");
  const phrase = words.join(" ");
  if (codes.has(phrase)) return { isMatch: (entry) => entry.code.includes(phrase), matched: phrase };
  if (words.length > 1 && words.every((word) => codes.has(word))) return { isMatch: (entry) => words.includes(entry.code), matched: phrase };
  const hasAll = (entry) => words.every((word) => entry.text.includes(word));
  if (entries.some(hasAll)) return { isMatch: hasAll, matched: phrase };
  const named = [...new Set(codesIn(text))];
  return { isMatch: (entry) => named.includes(entry.code), matched: named.join(" ") };
}

/** The codes in `text`, including retired ones: among the strings and numbers of a response, or else among all words. */
function codesIn(text) {
  const values = codesAmong(jsonValues(text));
  return values.length > 0 ? values : codesAmong(text.toLowerCase().split(/[^\p{L}\p{M}\p{N}_\-.:/]+/u));
}

/** The codes among `values`, or in the parts of a value such as `https://example.com/problems/code` or `namespace#code:details`. */
function codesAmong(values) {
  const isCode = (word) => codes.has(word) || retiredCodes.has(word);
  return values.flatMap((value) => (isCode(value) ? [value] : value.split(/[#:/]/).filter(isCode)));
}

/** The strings and numbers in `text` if it is JSON, in lower case. */
function jsonValues(text) {
  const values = [];
  try {
    JSON.parse(text, (name, value) => {
      if (typeof value === "string" || typeof value === "number") values.push(String(value).toLowerCase());
    });
  } catch {
    // Not JSON, or only a part of it.
  }
  return values;
}

let shown = entries;
let openedBySearch = new Set();

/** Shows the entries that match the search and all filters. */
function update() {
  document.documentElement.classList.remove("linked");
  const { isMatch } = search(query.value);
  const chosen = selects.filter((select) => select.value !== "");
  const isNarrowed = query.value.trim() !== "" || chosen.length > 0;
  shown = entries.filter((entry) => isMatch(entry) && chosen.every(({ value, dataset }) => entry.facets[dataset.filter].includes(value)));

  const isShown = new Set(shown);
  const matchingLists = new Set(chosen.length > 0 ? [] : retiredLists.filter(isRetiredHere));
  for (const entry of entries) setHidden(entry.element, !isShown.has(entry));
  for (const list of retiredLists) setHidden(list.element, isNarrowed && !matchingLists.has(list));
  for (const section of sections) {
    const hasResults = matchingLists.has(section.retired) || section.entries.some((entry) => isShown.has(entry));
    setHidden(section.element, isNarrowed && !hasResults);
  }
  // One by one: a class on the page would make the browser restyle every element.
  for (const element of surroundings) setHidden(element, isNarrowed);
  nothing.hidden = shown.length > 0 || matchingLists.size > 0 || !isNarrowed;
  clear.hidden = !isNarrowed;
  const all = `${entries.length} code${entries.length === 1 ? "" : "s"}`;
  count.textContent = isNarrowed ? `${shown.length} of ${all}` : all;

  openResult();
  writeAddress();
}

/** Retired codes match only by their full names. */
function isRetiredHere({ codes }) {
  return codesIn(query.value).some((word) => codes.includes(word));
}

function setHidden(element, isHidden) {
  if (element.hidden !== isHidden) element.hidden = isHidden;
}

/** Opens the only result, or the code that was typed in full. Closes it again when the search changes. */
function openResult() {
  const typed = query.value.trim().toLowerCase();
  const results = new Set(typed === "" ? [] : shown.length === 1 ? shown : shown.filter((entry) => entry.code === typed));
  for (const entry of openedBySearch) if (!results.has(entry)) entry.element.open = false;
  const opened = [...results].filter((entry) => openedBySearch.has(entry) || !entry.element.open);
  for (const entry of opened) entry.element.open = true;
  openedBySearch = new Set(opened);
}

function clearAll() {
  query.value = "";
  for (const select of selects) select.value = "";
  update();
}
