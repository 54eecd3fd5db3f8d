"""Drives a headless Chromium over its DevTools protocol, through a pipe: no port, no driver, no package.

Reads a JSON object from standard input:
  {"browser": PATH, "url": URL, "javascript": true, "viewport": [WIDTH, HEIGHT], "dark": false,
   "steps": [STEP, ...]}
and writes {"values": [VALUE, ...], "requests": [URL, ...], "problems": [TEXT, ...]}: the results of the "evaluate" steps, the
requests of the page other than for itself, and the problems reported by the browser: script errors, blocked content, console messages.

A STEP is one of
  {"evaluate": JAVASCRIPT}   its value, awaited: a string unchanged, anything else as JSON
  {"type": TEXT}             typed into the focused element
  {"paste": TEXT}            inserted there at once
  {"press": KEY}             "Enter", "Tab", "Shift+Tab", "ArrowDown", "Escape", "/" …
  {"go": URL}                navigates; the page is not reloaded if only the fragment differs
"""

import json
import os
import select
import shutil
import subprocess
import sys
import tempfile

# The timeout for messages from the browser, in seconds.
TIMEOUT = 60

KEYS = {
    "Enter": (13, "\r"), "Tab": (9, ""), "Escape": (27, ""), "Space": (32, " "), "ArrowDown": (40, ""), "ArrowUp": (38, ""),
    "/": (191, "/"),
}


class Browser:
    """One browser with one page."""

    def __init__(self, path):
        self.profile = tempfile.mkdtemp(prefix="errata-browser-")
        to_browser, self.output = os.pipe()
        self.input, from_browser = os.pipe()
        # The browser reads from its descriptor 3 and writes to 4.
        command = ["sh", "-c", f'exec "$0" "$@" 3<&{to_browser} 4>&{from_browser}', path, "--headless=new", "--remote-debugging-pipe"]
        command += [f"--user-data-dir={self.profile}", "--no-first-run", "--disable-gpu", "--disable-extensions",
                    "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage", "--no-sandbox"]
        self.process = subprocess.Popen(
            command, pass_fds=(to_browser, from_browser), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self.buffer = b""
        self.number = 0
        self.requests = []
        self.problems = []
        self.loads = 0
        self.session = None
        self.runs_scripts = True
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")

    def call(self, method, **parameters):
        """Sends a command, and waits for its response."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.output, json.dumps(message).encode() + b"\0")
        while True:
            response = self.receive()
            if response.get("id") == self.number:
                if "error" in response:
                    raise RuntimeError(f"{method}: {response['error']['message']}")
                return response["result"]

    def receive(self):
        while b"\0" not in self.buffer:
            if not select.select([self.input], [], [], TIMEOUT)[0]:
                raise RuntimeError(f"the browser has been silent for {TIMEOUT} seconds")
            chunk = os.read(self.input, 1 << 16)
            if not chunk:
                raise RuntimeError("the browser went away")
            self.buffer += chunk
        message, self.buffer = self.buffer.split(b"\0", 1)
        message = json.loads(message)
        self.note(message.get("method"), message.get("params"))
        return message

    def note(self, event, details):
        if event == "Network.requestWillBeSent":
            self.requests.append(details["request"]["url"])
        elif event == "Page.loadEventFired":
            self.loads += 1
        elif event == "Runtime.exceptionThrown":
            self.problems.append(details["exceptionDetails"].get("exception", {}).get("description", "an exception"))
        elif event == "Runtime.consoleAPICalled":
            self.problems.append(" ".join(str(value.get("value", value)) for value in details["args"]))
        elif event == "Log.entryAdded":
            self.problems.append(details["entry"]["text"])

    def go(self, url):
        loads = self.loads
        response = self.call("Page.navigate", url=url)
        # Changing only the fragment doesn't load a page.
        while "loaderId" in response and self.loads == loads:
            self.receive()
        self.wait_for_rendering()

    def wait_for_rendering(self):
        """Waits until the page has been rendered. Without scripts there is no way to tell, and nothing to wait for."""
        if self.runs_scripts:
            self.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")

    def evaluate(self, expression):
        response = self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True, userGesture=True)
        if "exceptionDetails" in response:
            raise RuntimeError(f"{expression}: {response['exceptionDetails']}")
        return response["result"].get("value")

    def press(self, key):
        *modifiers, name = key.split("+")
        code, text = KEYS[name]
        parameters = {"key": " " if name == "Space" else name, "code": name, "windowsVirtualKeyCode": code}
        parameters["modifiers"] = 8 if "Shift" in modifiers else 0
        self.call("Input.dispatchKeyEvent", type="keyDown", text=text, **parameters)
        self.call("Input.dispatchKeyEvent", type="keyUp", **parameters)

    def step(self, step):
        """Performs one step, and returns the value of an evaluation or None."""
        (kind, argument), = step.items()
        if kind == "evaluate":
            return self.evaluate(argument)
        if kind == "type":
            for character in argument:
                self.call("Input.insertText", text=character)
        elif kind == "paste":
            self.call("Input.insertText", text=argument)
        elif kind == "press":
            self.press(argument)
        elif kind == "go":
            self.go(argument)
        else:
            raise ValueError(f"unknown step: {kind}")
        self.wait_for_rendering()
        return None

    def close(self):
        self.process.terminate()
        self.process.wait()
        os.close(self.input)
        os.close(self.output)
        shutil.rmtree(self.profile, ignore_errors=True)


def run(browser, job):
    """Opens the page of the job, performs its steps, and returns the values of its "evaluate" steps."""
    width, height = job.get("viewport", [1440, 900])
    browser.runs_scripts = job.get("javascript", True)
    browser.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600)
    scheme = "dark" if job.get("dark") else "light"
    browser.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    browser.call("Emulation.setScriptExecutionDisabled", value=not browser.runs_scripts)
    browser.call("Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])
    browser.go(job["url"])
    values = [browser.step(step) for step in job["steps"]]
    return [value for step, value in zip(job["steps"], values) if "evaluate" in step]


def without_fragment(url):
    return url.split("#")[0].split("?")[0]


if __name__ == "__main__":
    job = json.load(sys.stdin)
    browser = Browser(job["browser"])
    try:
        values = run(browser, job)
        own = {without_fragment(job["url"])} | {without_fragment(step["go"]) for step in job["steps"] if "go" in step}
        requests = [url for url in browser.requests if without_fragment(url) not in own]
        values = [value if isinstance(value, str) else json.dumps(value) for value in values]
        json.dump({"values": values, "requests": requests, "problems": browser.problems}, sys.stdout)
    finally:
        browser.close()
