"""Runs blazon with a terminal for its standard error, and prints what that showed, escapes made visible."""
import os
import pty
import subprocess
import sys

main, side = pty.openpty()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=side)
os.close(side)
shown = b""
while True:
    try:
        piece = os.read(main, 1024)
    except OSError:
        break
    if not piece:
        break
    shown += piece
process.wait()
print(shown.replace(b"\r\n", b"\n").decode().replace("\r", "^M").replace("\x1b", "^["), end="")
sys.exit(process.returncode)
