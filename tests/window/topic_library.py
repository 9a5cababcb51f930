"""A small library and somebody who sorts it: what the tests of topics have in common.

Every step looks at the files on disk. An operation on topics has to change topics.json and no story; one on stories has to
change what they have and no topic; and undoing either gives the first state back.
"""

import gettext
import json
import os
import pathlib
import re
import sys
import tempfile
import time
import traceback
import uuid

import person
from person import wait_for, xdotool

# Name and key; the first two come together on six of the twelve stories.
TOPICS = [("Harbour", "harbour"), ("Ferries", "ferries"), ("Bridges", "bridges"), ("Weather", "weather")]
SUGGESTED = "Mira Oldenburg"  # a name in the text that no topic has
TEXT = ("It rained, and the boat left late, said Mira Oldenburg on Monday. It was full, and Mira Oldenburg counted ninety of "
        "them at the pier. “They waited for an hour,” said Mira Oldenburg.")
# The choices of the small menu, in their order.
CHOICES = ("Put Inside %s", "Merge Into %s", "Relate to %s")


def write(path, document):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(document), encoding="utf-8")


def fill(library, more):
    """Twelve stories; MORE topics without stories come after the others."""
    names = TOPICS + [(f"Zone {number:02}", f"zone-{number:02}") for number in range(more)]
    write(library / "library.json", {"format": "newsprint-library", "version": 1, "id": str(uuid.uuid4())})
    write(library / "topics.json", {"format": "newsprint-topics", "version": 1, "topics": {
        key: {"name": name, "position": place} for place, (name, key) in enumerate(names)}})
    for number in range(12):
        topics = ["harbour", "ferries"] if number < 6 else ["bridges"] if number < 9 else ["weather"]
        story = str(uuid.uuid4())
        write(library / "articles" / "2026" / "11" / f"story-{number}-{story[:8]}.json", {
            "format": "newsprint-article", "version": 1, "id": story, "url": f"https://tide.example/{number}",
            "headline": f"Story number {number}", "site": {"name": "Tidewater Press", "domain": "tide.example"},
            "published": f"2018-05-{number + 1:02}", "saved": "2026-11-20T09:00:00Z", "authors": [],
            "body": [{"type": "paragraph", "text": TEXT}], "figures": [], "topics": topics,
            "suggestedTopics": [SUGGESTED] if number == 9 else [], "state": {"read": True, "starred": False, "archived": False, "place": 0.0},
            "provenance": {}})


class Sorter:
    """Somebody who sorts topics and stories, in the colors and the direction of writing that are asked for."""

    more = 0  # topics without stories

    def __init__(self, program, folder, scheme, direction):
        self.home = pathlib.Path(folder)
        self.library = self.home / "data" / "newsprint" / "library"
        self.right_to_left = direction == "rtl"
        fill(self.library, self.more)
        po = pathlib.Path(program).parent.parent / "po"
        self.words = gettext.translation("newsprint", po, ["he"]) if self.right_to_left else gettext.NullTranslations()
        environment = person.make_environment(folder, "he" if self.right_to_left else None, NEWSPRINT_LOCALE_DIR=str(po),
                                              ADW_DEBUG_COLOR_SCHEME=f"prefer-{scheme}")
        self.person = person.Person(program, environment)
        self.lists = {}

    def opens(self):
        """Whether the window really is as it was asked for is seen by where the topics stand."""
        self.person.start()
        x, _, _, _ = self.topic("Harbour").box()
        assert (x > 300) == self.right_to_left, "the window is written in the other direction"
        self.first = self.state()

    def ends(self):
        self.person.press("ctrl+q")
        assert self.person.wait_for_end() == 0

    # What is on disk

    def topics(self):
        return json.loads((self.library / "topics.json").read_text(encoding="utf-8"))["topics"]

    def stories(self):
        """What each story has, by its number."""
        found = {}
        for path in (*self.library.glob("articles/*/*/*.json"), *self.library.glob("trash/articles/*/*/*.json")):
            story = json.loads(path.read_text(encoding="utf-8"))
            found[int(story["headline"].split()[-1])] = (story["topics"], story["state"]["starred"],
                                                         story["state"]["archived"], "trash" in path.parts)
        return found

    def state(self):
        return self.topics(), self.stories()

    def holds(self, what, look):
        wait_for(what, lambda: look(self.topics()))
        assert self.stories() == self.first[1], "a change of topics wrote a story"

    def has(self, what, look):
        """What is true of the stories; the topics are as they were."""
        wait_for(what, lambda: self.readable() and look(self.stories()))
        assert self.topics() == self.first[0], "a change of stories wrote the topics"

    def readable(self):
        """A story on its way from one folder to another is in none of them for a moment."""
        try:
            return len(self.stories()) == 12
        except (OSError, ValueError):
            return False

    def undo(self):
        """Takes the last step back: all is as it was at the start.

        A step is on disk a moment before it can be undone; there is no other, so to ask again does no harm.
        """
        for _ in range(4):
            self.person.press("ctrl+z")
            try:
                wait_for("the first state", lambda: self.readable() and self.state() == self.first, patience=5)
                return
            except person.NotSeen:
                continue
        raise person.NotSeen("the first state")

    def nothing_happens(self):
        time.sleep(0.6)
        assert self.state() == self.first, "something was changed"

    # What is seen

    def find_list(self, label):
        """The lists are there all the time; to look for them each time would take long."""
        if label not in self.lists:
            name = self.words.gettext(label)
            self.lists[label] = wait_for(f"the list “{name}”", lambda: next(
                (node for node in self.person.app.everything() if node.role == "list" and node.name == name), None))
        return self.lists[label]

    def find_row(self, label, pattern):
        return wait_for(f"a row “{pattern}”", lambda: next(
            (node for node in self.find_list(label).children() if re.search(pattern, node.name) and node.is_drawn()), None))

    def topic(self, name):
        return self.find_row("Places and topics", f"^{name}, ")

    def place(self, name):
        return self.find_row("Places and topics", f"^{self.words.gettext(name)}, ")

    def goes_to_the_top(self):
        """Turns the wheel over the sidebar until its first rows are in sight."""
        x, y = self.person.middle(self.topic("Harbour"))
        xdotool("mousemove", x, y, "click", "--repeat", 12, "--delay", 20, 4)
        time.sleep(0.4)

    def heading(self):
        return self.find_row("Places and topics", f"^{self.words.gettext('Topics')}$")

    def story(self, number):
        return self.find_row("Stories", f"^Story number {number}, ")

    def edge(self, node, upper):
        """Just inside the upper or lower edge of a row: between it and the next."""
        x, y = self.person.middle(node)
        height = node.box()[3]
        return x, y - height * 6 // 10 + 3 if upper else y + height * 4 // 10 - 4

    def reader(self):
        """A place in the reader."""
        shape = dict(line.split("=") for line in xdotool("getwindowgeometry", "--shell", self.person.window).splitlines())
        x, width = int(shape["X"]), int(shape["WIDTH"])
        return x + width * (20 if self.right_to_left else 80) // 100, int(shape["Y"]) + int(shape["HEIGHT"]) * 60 // 100

    # What is done

    def choose(self, onto, choice):
        """The small menu has a window of its own, whose place AT-SPI does not tell: it is used by keys."""
        self.person.see(self.words.gettext(CHOICES[choice]) % onto, {"push button", "button"})
        self.person.press(*["Tab"] * choice, "Return")

    def pick_from_menu(self, steps):
        """Opens the menu of what has the focus by its key and goes down to an item."""
        self.person.point_away()
        self.person.press("Menu")
        time.sleep(0.6)
        self.person.press(*["Down"] * steps, "Return")
        time.sleep(0.4)


def main(kind):
    """Runs the steps of KIND in the colors and the direction that the command line says, and prints TAP."""
    program, scheme, direction = os.path.abspath(sys.argv[1]), sys.argv[2], sys.argv[3]
    print(f"1..{len(kind.STEPS)}")
    with tempfile.TemporaryDirectory(prefix="newsprint-window.", ignore_cleanup_errors=True) as folder:
        test = kind(program, folder, scheme, direction)
        try:
            for number, step in enumerate(kind.STEPS, 1):
                name = step.__name__.replace("_", " ")
                try:
                    step(test)
                    print(f"ok {number} {name}", flush=True)
                except Exception:  # a step of a person may fail in any way
                    print("\n".join(f"# {line}" for line in traceback.format_exc().splitlines()))
                    print(f"not ok {number} {name}\nBail out!", flush=True)
                    return 1
        finally:
            test.person.stop()
    return 0
