let areAllOpen = false;

function setAllOpen(isOpen) {
  for (const entry of entries) entry.element.open = isOpen;
  openedBySearch.clear();
  expand.textContent = isOpen ? "Close all" : "Open all";
  areAllOpen = isOpen;
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-copy]");
  if (button !== null) copy(button);
});
document.querySelector(".finder").addEventListener("submit", (event) => event.preventDefault());
query.addEventListener("input", () => {
  update();
  // Scroll up to the results if they are out of view.
  const top = document.getElementById("_codes").offsetTop;
  if (scrollY > top) scrollTo(0, top);
});
for (const select of selects) select.addEventListener("change", update);
clear.addEventListener("click", () => {
  clearAll();
  focusSearch();
});
expand.addEventListener("click", () => setAllOpen(!areAllOpen));
addEventListener("hashchange", showTarget);
addEventListener("popstate", () => {
  readAddress();
  update();
});

// Print everything, including closed entries.
let openedForPrint = [];
addEventListener("beforeprint", () => {
  openedForPrint = [...document.querySelectorAll("details:not([open])")];
  for (const element of openedForPrint) element.open = true;
});
addEventListener("afterprint", () => {
  for (const element of openedForPrint) element.open = false;
});

// Without this script all entries are open and the search is hidden.
document.documentElement.classList.add("scripted");
for (const element of document.querySelectorAll("details")) element.open = false;
readAddress();
update();
showTarget();
