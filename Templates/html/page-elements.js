// The elements that the script uses. This file and the other page-*.js files are joined into one block.
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
/** Content around the codes, hidden while there are search results. */
const surroundings = [...document.querySelectorAll(".intro:not(.retired), .aside")];
const codes = new Set(entries.map((entry) => entry.code));
const retiredLists = [...document.querySelectorAll(".retired")].map((element) => ({
  element,
  codes: [...element.querySelectorAll("td:first-child")].map((cell) => cell.textContent.toLowerCase()),
}));
const retiredCodes = new Set(retiredLists.flatMap(({ codes }) => codes));
const sections = [...document.querySelectorAll(".surface")].map((element) => ({
  element,
  entries: entries.filter((entry) => element.contains(entry.element)),
  retired: retiredLists.find((list) => element.contains(list.element)),
}));
