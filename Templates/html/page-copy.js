function linkTo(entry) {
  return location.href.replace(/[?#].*$/, "") + "#" + encodeURI(entry.id);
}

/** Copies the code or link of `button`, and confirms it in the button's label. */
async function copy(button) {
  const entry = button.closest(".entry");
  const isCopied = await write(button.dataset.copy === "code" ? entry.dataset.code : linkTo(entry));
  button.dataset.label ??= button.textContent;
  button.setAttribute("aria-live", "polite");
  button.textContent = isCopied ? "Copied" : "Could not copy";
  setTimeout(() => (button.textContent = button.dataset.label), 1500);
}

/** Copies `text` to the clipboard; false if that fails. The Clipboard API needs https, so there is a fallback. */
async function write(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement("textarea");
    const focused = document.activeElement;
    field.value = text;
    field.className = "unseen";
    document.body.append(field);
    field.select();
    const isCopied = document.execCommand("copy");
    field.remove();
    focused?.focus();
    return isCopied;
  }
}
