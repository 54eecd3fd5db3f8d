// The texts on the page whose contrast with their background is below the 4.5 to 1 of WCAG 2.2 (success criterion 1.4.3), or 3 to 1
// for large text, as a list of texts with their colours and the ratio.
(() => {
  const channels = (color) => color.match(/[\d.]+/g).map(Number);
  const luminance = ([red, green, blue]) => {
    const linear = [red, green, blue].map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  };
  const background = (element) => {
    for (let current = element; current !== null; current = current.parentElement) {
      const [red, green, blue, alpha = 1] = channels(getComputedStyle(current).backgroundColor);
      if (alpha === 1) return [red, green, blue];
      if (alpha > 0) throw new Error(`half-transparent: ${current.outerHTML}`);
    }
    throw new Error("nothing is behind the page");
  };

  const failures = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    const element = text.parentElement;
    if (text.data.trim() === "" || element.closest("script, style, .unseen, .skip") || !element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const [one, other] = [luminance(channels(style.color)), luminance(background(element))];
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (isLarge ? 3 : 4.5)) failures.push([text.data.trim().slice(0, 40), style.color, background(element), ratio]);
  }
  return failures;
})();
