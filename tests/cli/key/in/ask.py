"""Runs blazon on a terminal of its own and types; prints what the terminal showed, and whether it shows letters again
afterwards: ask.py ANSWER... -- COMMAND...; the answer ^C interrupts."""
import os
import pty
import sys
import termios

split = sys.argv.index("--")
answers, command = sys.argv[1:split], sys.argv[split + 1:]
child, terminal = pty.fork()
if child == 0:
    os.execvp(command[0], command)
shown = b""
while True:
    try:
        piece = os.read(terminal, 1024)
    except OSError:
        break
    shown += piece
    if shown.endswith(b": ") and answers:
        answer = answers.pop(0)
        os.write(terminal, b"\x03" if answer == "^C" else answer.encode() + b"\n")
status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
echo = termios.tcgetattr(terminal)[3] & termios.ECHO
print(shown.replace(b"\r\n", b"\n").decode() + f"exit {status}, terminal {'shows' if echo else 'hides'} letters")
