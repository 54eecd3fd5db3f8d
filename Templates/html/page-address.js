let addressTimer;

/**
 * Keeps the matched text and the filters in the address, so that it can be bookmarked and shared. Other typed or pasted text stays out:
 * it may be a token. Delayed, since browsers limit how often the address may change.
 */
function writeAddress() {
  clearTimeout(addressTimer);
  addressTimer = setTimeout(replaceAddress, 250);
}

function replaceAddress() {
  const parameters = new URLSearchParams();
  const { matched } = search(query.value);
  if (matched !== "") parameters.set("q", matched);
  for (const { value, dataset } of selects) if (value !== "") parameters.set(dataset.filter, value);
  const queryString = parameters.size > 0 ? `?${parameters}` : "";
  if (queryString === location.search) return;
  try {
    history.replaceState(null, "", location.pathname + queryString + location.hash);
  } catch {
    // Some browsers don't let local files change the address. Search still works.
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

/** The element that the address names, or null. */
function target() {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null;
  }
}

/** Scrolls to the element that the address names, clears a search that hides it, and opens it if it is a code. */
function showTarget() {
  const element = target();
  if (element === null) return;
  if (element.closest("[hidden]") !== null) clearAll();
  // Lays out every code with its exact height, until the next search.
  document.documentElement.classList.add("linked");
  const entry = entries.find((entry) => entry.element === element);
  if (entry !== undefined) element.open = true;
  element.scrollIntoView();
  entry?.summary.focus({ preventScroll: true });
}
