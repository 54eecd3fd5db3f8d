"""Wraps the bodies of make_bodies.py, one per line on standard input, into exchanges or into a recording (HTTP Archive 1.2), as a
gateway or a browser writes them. Every second body of an exchange is a string.

Arguments: the catalogue, the surface, and `exchanges` or `har`.
"""

import json
import sys

import yaml

path, name, form = sys.argv[1:]
with open(path, encoding="utf-8") as file:
    surface = yaml.load(file, Loader=yaml.CSafeLoader)["surfaces"][name]
write = sys.stdout.write


def compact(value):
    return json.dumps(value, separators=(",", ":"))


def request_path(number):
    return surface["endpoints"][number % len(surface["endpoints"])].replace("*", f"{number:06}")


def status(number):
    errors = list(surface["errors"].values())
    status = errors[number % len(errors)].get("status", 400)
    return status if isinstance(status, int) else status[0]


def time(number):
    return f"2026-11-28T{number // 3600 % 24:02}:{number // 60 % 60:02}:{number % 60:02}.{number % 1000:03}Z"


def exchange(number, body):
    members = {
        "time": time(number),
        "request_id": f"{number:08x}-4f2c-4a8e-9d3b-0a1b2c3d4e5f",
        "method": "POST",
        "path": request_path(number),
        "status": status(number),
        "headers": {
            "content-type": "application/json;charset=UTF-8",
            "cache-control": "no-store",
            "date": "Sat, 28 Nov 2026 16:36:44 GMT",
            "server": "nginx/1.27.2",
            "strict-transport-security": "max-age=31536000; includeSubDomains",
        },
    }
    return f'{compact(members)[:-1]},"body":{body if number % 2 else compact(body)}}}'


def entry(number, body):
    request_headers = [
        ("Host", "gateway.example"),
        ("Accept", "application/json"),
        ("Accept-Encoding", "gzip, deflate, br"),
        ("Content-Type", "application/json"),
        ("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36"),
        ("Authorization", f"Bearer {number:064x}"),
    ]
    response_headers = [
        ("Content-Type", "application/json;charset=UTF-8"),
        ("Cache-Control", "no-store"),
        ("Date", "Sat, 28 Nov 2026 16:36:44 GMT"),
        ("Server", "nginx/1.27.2"),
        ("Strict-Transport-Security", "max-age=31536000; includeSubDomains"),
        ("X-Request-Id", f"{number:08x}-4f2c-4a8e-9d3b-0a1b2c3d4e5f"),
    ]

    def listed(headers):
        return [{"name": name, "value": value} for name, value in headers]

    return {
        "_initiator": {"type": "script"},
        "_priority": "High",
        "_resourceType": "fetch",
        "cache": {},
        "connection": "443",
        "request": {
            "method": "POST",
            "url": f"https://gateway.example{request_path(number)}",
            "httpVersion": "http/2.0",
            "headers": listed(request_headers),
            "queryString": [],
            "cookies": [],
            "headersSize": -1,
            "bodySize": 43,
            "postData": {"mimeType": "application/json", "text": f'{{"credentialID":"C{number:06}","lang":"nb-NO"}}'},
        },
        "response": {
            "status": status(number),
            "statusText": "",
            "httpVersion": "http/2.0",
            "headers": listed(response_headers),
            "cookies": [],
            "content": {"size": len(body), "mimeType": "application/json", "text": body},
            "redirectURL": "",
            "headersSize": -1,
            "bodySize": -1,
            "_transferSize": 421,
            "_error": None,
        },
        "serverIPAddress": "203.0.113.7",
        "startedDateTime": time(number),
        "time": 61.20499999815365,
        "timings": {
            "blocked": 2.1129999942295254,
            "dns": -1,
            "ssl": -1,
            "connect": -1,
            "send": 0.23199999999999998,
            "wait": 57.62500000240654,
            "receive": 1.2350000015176367,
            "_blocked_queueing": 1.7269999942295253,
        },
    }


bodies = (line.rstrip("\n") for line in sys.stdin)
if form == "exchanges":
    for number, body in enumerate(bodies):
        write(exchange(number, body) + "\n")
else:
    creator = {"name": "WebInspector", "version": "537.36"}
    write(f'{{\n  "log": {{\n    "version": "1.2",\n    "creator": {compact(creator)},\n    "pages": [],\n    "entries": [\n')
    for number, body in enumerate(bodies):
        # Browsers indent their recordings.
        indented = json.dumps(entry(number, body), indent=2).replace("\n", "\n      ")
        write((",\n" if number else "") + "      " + indented)
    write("\n    ]\n  }\n}\n")
