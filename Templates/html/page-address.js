let addressTimer;

/**
 * What was found and the filters stand in the address, so that it can be kept and sent. What else was typed or pasted does not: it may
 * be a token. Browsers let the address change a few times a second.
 */
function writeAddress() {
  clearTimeout(addressTimer);
  addressTimer = setTimeout(replaceAddress, 250);
}

function replaceAddress() {
  const parameters = new URLSearchParams();
  const { found } = lookUp(query.value);
  if (found !== "") parameters.set("q", found);
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

/** The element that the address names, or null. */
function target() {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null;
  }
}

/** Brings what the address names into view, whatever is searched for, and opens it where it is a code. CSS marks it. */
function showTarget() {
  const element = target();
  if (element === null) return;
  if (element.closest("[hidden]") !== null) clearAll();
  // From here on every height is exact, until the next search.
  document.documentElement.classList.add("linked");
  const entry = entries.find((entry) => entry.element === element);
  if (entry !== undefined) element.open = true;
  element.scrollIntoView();
  entry?.summary.focus({ preventScroll: true });
}
