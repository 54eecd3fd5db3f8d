import ErrataCatalog

extension Catalog {
  /// The name in lower case, for packages and modules; with the suffix `_errors` if it is a keyword of Kotlin, Python or Go.
  var moduleName: String {
    let name = name.lowercased()
    return keywords.contains(name) ? name + "_errors" : name
  }

  /// The same for a Python module, with `_errors` also if it would shadow a module of the standard library.
  var pythonModuleName: String {
    standardModules.contains(moduleName) ? moduleName + "_errors" : moduleName
  }
}

/// The hard keywords of Kotlin ("Keywords and operators"), Python's `keyword.kwlist`, and those of Go, in which `main` is a program.
private let keywords: Set<String> = [
  "and", "as", "assert", "async", "await", "break", "case", "chan", "class", "const", "continue", "def", "default",
  "defer", "del", "do",
  "elif", "else", "except", "fallthrough", "false", "finally", "for", "from", "fun", "func", "global", "go", "goto",
  "if",
  "import", "in", "interface", "is", "lambda", "main", "map", "nonlocal", "not", "null", "object", "or", "package",
  "pass",
  "raise", "range", "return", "select", "struct", "super", "switch", "this", "throw", "true", "try", "type",
  "typealias",
  "typeof", "val", "var", "when", "while", "with", "yield",
]

/// `sys.stdlib_module_names` of Python 3.11 to 3.14, as far as a catalogue can have the name: lower-case letters and digits.
private let standardModules: Set<String> = [
  "abc", "aifc", "annotationlib", "antigravity", "argparse", "array", "ast", "asynchat", "asyncio", "asyncore",
  "atexit", "audioop", "base64", "bdb", "binascii", "bisect", "builtins", "bz2", "calendar", "cgi", "cgitb",
  "chunk", "cmath", "cmd", "code", "codecs", "codeop", "collections", "colorsys", "compileall", "compression",
  "concurrent", "configparser", "contextlib", "contextvars", "copy", "copyreg", "crypt", "csv", "ctypes", "curses",
  "dataclasses", "datetime", "dbm", "decimal", "difflib", "dis", "distutils", "doctest", "email", "encodings",
  "ensurepip", "enum", "errno", "faulthandler", "fcntl", "filecmp", "fileinput", "fnmatch", "fractions", "ftplib",
  "functools", "gc", "genericpath", "getopt", "getpass", "gettext", "glob", "graphlib", "grp", "gzip", "hashlib",
  "heapq", "hmac", "html", "http", "idlelib", "imaplib", "imghdr", "imp", "importlib", "inspect", "io", "ipaddress",
  "itertools", "json", "keyword", "lib2to3", "linecache", "locale", "logging", "lzma", "mailbox", "mailcap",
  "marshal", "math", "mimetypes", "mmap", "modulefinder", "msilib", "msvcrt", "multiprocessing", "netrc", "nis",
  "nntplib", "nt", "ntpath", "nturl2path", "numbers", "opcode", "operator", "optparse", "os", "ossaudiodev",
  "pathlib", "pdb", "pickle", "pickletools", "pipes", "pkgutil", "platform", "plistlib", "poplib", "posix",
  "posixpath", "pprint", "profile", "pstats", "pty", "pwd", "pyclbr", "pydoc", "pyexpat", "queue", "quopri",
  "random", "re", "readline", "reprlib", "resource", "rlcompleter", "runpy", "sched", "secrets", "select",
  "selectors", "shelve", "shlex", "shutil", "signal", "site", "smtpd", "smtplib", "sndhdr", "socket",
  "socketserver", "spwd", "sqlite3", "ssl", "stat", "statistics", "string", "stringprep", "struct", "subprocess",
  "sunau", "symtable", "sys", "sysconfig", "syslog", "tabnanny", "tarfile", "telnetlib", "tempfile", "termios",
  "textwrap", "threading", "time", "timeit", "tkinter", "token", "tokenize", "tomllib", "trace", "traceback",
  "tracemalloc", "tty", "turtle", "turtledemo", "types", "typing", "unicodedata", "unittest", "urllib", "uu",
  "uuid", "venv", "warnings", "wave", "weakref", "webbrowser", "winreg", "winsound", "wsgiref", "xdrlib", "xml",
  "xmlrpc", "zipapp", "zipfile", "zipimport", "zlib", "zoneinfo",
]
