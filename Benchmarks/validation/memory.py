"""Sends the first lines of a file over and over through a pipe to a command's standard input, until so many bytes are through, and says how fast
that went and how much memory the command took at most.

Arguments: the file, how many bytes, how many MB the command may take, and the command. Exits with 1 where it took more.
"""

import resource
import subprocess
import sys
import time

path, total, limit, *command = sys.argv[1:]
# What this process has in memory when it starts the command would count as the command's.
with open(path, "rb") as file:
    text = file.read(4_000_000)
text = text[: text.rindex(b"\n") + 1]
start = time.monotonic()
process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
sent = 0
while sent < int(total):
    process.stdin.write(text)
    sent += len(text)
process.stdin.close()
process.wait()
seconds = time.monotonic() - start
megabytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
print(f"{sent / 1e9:.2f} GB in {seconds:.1f} s, {sent / 1e6 / seconds:.0f} MB/s, {megabytes:.1f} MB of memory")
sys.exit(1 if megabytes > float(limit) else 0)
