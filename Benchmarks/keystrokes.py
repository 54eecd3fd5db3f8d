"""Measures the time from a keystroke in the HTML page to the frame that shows its results, in headless Chromium.

Usage: keystrokes.py PAGE [BROWSER]. Types a query into the page and deletes it, one character at a time, and prints the median and
the maximum in milliseconds. The times include script, style, layout and painting.
"""

import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "Tests/Tools"))
import browser  # noqa: E402

page = pathlib.Path(sys.argv[1]).resolve().as_uri()
chromium = browser.Browser(sys.argv[2] if len(sys.argv) > 2 else "chromium")
try:
    browser.run(chromium, {"url": page, "steps": []})
    times = chromium.evaluate("""
      (async () => {
        const input = document.getElementById("_query");
        const words = "number 199 missing";
        const texts = [...words].map((_, index) => words.slice(0, index + 1));
        const times = [];
        for (const text of [...texts, ...texts.toReversed().slice(1), ""]) {
          await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
          const start = performance.now();
          input.value = text;
          input.dispatchEvent(new InputEvent("input", { bubbles: true }));
          // A task that is posted in the callback of a frame runs after the frame is laid out and painted.
          await new Promise((done) => requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = done;
            port2.postMessage(null);
          }));
          times.push(performance.now() - start);
        }
        return times;
      })()
    """)
    times.sort()
    count = chromium.evaluate("document.querySelectorAll('.entry').length")
    print(json.dumps({"codes": count, "keystrokes": len(times), "median": times[len(times) // 2], "slowest": times[-1]}))
finally:
    chromium.close()
