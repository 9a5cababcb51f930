"""A person at the computer: eyes that see what AT-SPI tells a screen reader, a pointer, a keyboard and a clipboard.

Everything goes the way it goes for a user: xdotool's pointer and key events come from the X server, and the clipboard is the
X server's. Nothing sleeps for long; what is waited for is looked for again and again, PATIENCE seconds at most.
"""

import os
import pathlib
import re
import signal
import subprocess
import time

import glance
from glance import Atspi, Gio, GLib

PATIENCE = 20  # seconds
BLINK = 0.1  # seconds between two looks


class NotSeen(AssertionError):
    """Something that should be there did not come."""


def wait_for(what, look, patience=PATIENCE):
    """Gives the first answer of look() that is something; NotSeen after a while. WHAT is what it is, for the message."""
    end = time.monotonic() + patience
    while True:
        answer = look()
        if answer:
            return answer
        if time.monotonic() > end:
            raise NotSeen(what)
        time.sleep(BLINK)


def xdotool(*words):
    """Runs xdotool and gives what it prints."""
    return subprocess.run(["xdotool", *map(str, words)], check=True, capture_output=True, text=True).stdout.strip()


# Where each language is spoken: the C library asks for a true place before it looks for a translation.
PLACES = {"he": "he_IL"}


def make_environment(folder, language=None, **more):
    """What a program finds whose home is FOLDER: nothing of the user's, and words in LANGUAGE, or in English."""
    home = pathlib.Path(folder)
    environment = dict(os.environ, HOME=str(home), LC_ALL="C.UTF-8", LANGUAGE="C", GSETTINGS_BACKEND="memory")
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        environment[f"XDG_{name}_HOME"] = str(home / name.lower())
    if language is not None:
        place = PLACES[language]
        # It complains of what does not matter, and says so with its exit status.
        subprocess.run(["localedef", "-i", place, "-f", "UTF-8", home / f"{place}.UTF-8"], check=False, capture_output=True)
        assert (home / f"{place}.UTF-8").is_dir(), f"the package locales has no {place}"
        environment.update(LOCPATH=str(home), LC_ALL=f"{place}.UTF-8", LANGUAGE=language)
    environment.update(more)
    return environment


class Person:
    """Uses one run of the program after another."""

    def __init__(self, program, environment):
        self.program = program
        self.environment = environment
        self.process = None
        self.complaints = None  # where the program's standard error goes; as this program's when None
        self.eyes = None  # the connection to AT-SPI
        self.app = None
        self.window = None

    # The program

    def start(self, *arguments):
        """Starts the program and waits for its window."""
        self.process = subprocess.Popen([self.program, *arguments], env=self.dress(), stderr=self.complaints)
        self.app = wait_for("the program on the bus of AT-SPI", self.find_app)
        self.window = wait_for("the window", self.find_window)
        xdotool("windowfocus", "--sync", self.window)

    def dress(self):
        """The environment of the program, with what has GTK tell true places, where it does not by itself."""
        modules = [self.environment.get("LD_PRELOAD"), os.environ.get("NP_TRUE_PLACES")]
        return dict(self.environment, LD_PRELOAD=":".join(filter(None, modules)))

    def find_app(self):
        if self.process.poll() is not None:
            raise NotSeen(f"the program, which ended with {self.process.returncode}")
        if self.eyes is None:
            self.eyes = glance.connect(Gio.bus_get_sync(Gio.BusType.SESSION, None))
        return glance.find_program(self.eyes, self.process.pid)

    def find_window(self):
        """The largest window of the program, as the number of the X server."""
        try:
            numbers = xdotool("search", "--onlyvisible", "--class", "newsprint").split()
        except subprocess.CalledProcessError:
            return None
        sizes = {}
        for number in numbers:
            shape = dict(line.split("=") for line in xdotool("getwindowgeometry", "--shell", number).splitlines())
            sizes[number] = int(shape["WIDTH"]) * int(shape["HEIGHT"])
        return max(sizes, key=sizes.get) if sizes and max(sizes.values()) > 200 * 200 else None

    def wait_for_end(self):
        """Waits for the program to end, and gives how it ended."""
        try:
            return self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            raise NotSeen("the end of the program") from None
        finally:
            self.app = self.window = None

    def stop(self):
        """Ends the program, if it still runs, whatever state it is in."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()

    # Eyes

    def find(self, words, roles=None):
        """The first thing that is seen whose text has WORDS (a string or a pattern) and is one of ROLES; else None."""
        pattern = re.compile(re.escape(words)) if isinstance(words, str) else words
        nodes = [node for node in self.app.everything() if roles is None or node.role in roles]
        for node, text in zip(nodes, glance.read_all(nodes)):
            if pattern.search(text) and node.is_drawn():
                return node
        return None

    def see(self, words, roles=None):
        """Waits until such a thing is seen, and gives it."""
        self.alive()
        try:
            return wait_for(f"“{words}”", lambda: self.find(words, roles))
        except NotSeen:
            print("\n".join(f"# {line}" for line in self.describe()))
            raise

    def see_no(self, words, roles=None):
        """Waits until no such thing is seen."""
        self.alive()
        wait_for(f"the end of “{words}”", lambda: self.find(words, roles) is None)

    def alive(self):
        if self.process.poll() is not None:
            raise NotSeen(f"the program, which ended with {self.process.returncode}")

    def describe(self):
        """Everything that is seen, a line each."""
        nodes = list(self.app.everything())
        for node, text, box in zip(nodes, glance.read_all(nodes), glance.measure_all(nodes)):
            yield f"{node.role}: {text[:300]!r} {box}"

    def middle(self, node):
        """Where to point at a thing on the screen, once it stands still: about its middle.

        What AT-SPI tells is relative to the window without its frame, in one GTK so, in another so: the frame is added.
        """
        previous = [None]

        def still():
            now = node.box()
            same, previous[0] = now == previous[0], now
            return now if same and now[2] > 0 and now[3] > 0 else None

        x, y, width, height = wait_for(f"“{node.name}” at rest", still)
        shape = dict(line.split("=") for line in xdotool("getwindowgeometry", "--shell", self.window).splitlines())
        frame = next(child for child in self.app.children() if child.role == "frame").box()
        left = (int(shape["WIDTH"]) - frame[2]) // 2 - frame[0]
        top = (int(shape["HEIGHT"]) - frame[3]) // 2 - frame[1]
        return int(shape["X"]) + left + x + width * 6 // 10, int(shape["Y"]) + top + y + height * 6 // 10

    # Hands

    def click(self, node, held=None):
        """Presses a thing; HELD is a key that is down meanwhile."""
        x, y = self.middle(node)
        keys = (["keydown", held], ["keyup", held]) if held else ([], [])
        xdotool("mousemove", x, y, *keys[0], "click", 1, *keys[1])

    def point_away(self):
        """Puts the pointer where it is over nothing, as that of somebody who types."""
        xdotool("mousemove", 0, 0)

    def carry(self, node, onto):
        """Takes one thing by the pointer and brings it over another, by a way that a hand would take; does not let go.

        Either may be a place on the screen instead.
        """
        (x1, y1), (x2, y2) = (thing if isinstance(thing, tuple) else self.middle(thing) for thing in (node, onto))
        xdotool("mousemove", x1, y1, "mousedown", 1)
        steps = 15
        for step in range(1, steps + 1):
            xdotool("mousemove", x1 + (x2 - x1) * step // steps, y1 + (y2 - y1) * step // steps)
            time.sleep(0.02)
        for shake in (2, 0, 1, 0):  # a hand is never quite still before it lets go
            xdotool("mousemove", x2 + shake, y2)
            time.sleep(BLINK)

    def let_go(self):
        xdotool("mouseup", 1)

    def drag(self, node, onto, held=None):
        """Takes one thing by the pointer and lets it go over the other; HELD is a key that is down meanwhile."""
        if held:
            xdotool("keydown", held)
        try:
            self.carry(node, onto)
            self.let_go()
            time.sleep(BLINK)
        finally:
            if held:
                xdotool("keyup", held)

    def press(self, *keys):
        """Presses keys, one after the other: "ctrl+v", "Return"."""
        xdotool("key", "--delay", 40, *keys)

    def write(self, text):
        xdotool("type", "--delay", 30, text)

    def copy(self, text):
        """Puts TEXT on the clipboard, as another program would."""
        holder = subprocess.Popen(["xclip", "-selection", "clipboard", "-in", "-quiet"], stdin=subprocess.PIPE,
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ)
        holder.stdin.write(text.encode())
        holder.stdin.close()
        self.holder, old = holder, getattr(self, "holder", None)
        wait_for("the text on the clipboard", lambda: self.clipboard() == text)
        if old is not None:
            old.wait(PATIENCE)

    def clipboard(self):
        return subprocess.run(["xclip", "-selection", "clipboard", "-out"], capture_output=True, text=True, check=False).stdout
