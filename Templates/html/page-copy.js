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
