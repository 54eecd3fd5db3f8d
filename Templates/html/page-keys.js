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
