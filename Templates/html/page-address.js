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
