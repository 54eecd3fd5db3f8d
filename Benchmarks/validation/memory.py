"""Sends the first lines of a file repeatedly to the standard input of a command, through a pipe, and prints the throughput and the
peak memory of the command.

Arguments: the file, the number of bytes to send, the memory limit in MB, and the command. Exits with 1 if the limit is exceeded.
"""

import resource
import subprocess
import sys
import time

path, total, limit, *command = sys.argv[1:]
# The memory of this process when it starts the command counts towards that of the command, so it must be small.
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
