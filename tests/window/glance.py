"""What AT-SPI tells of a program's windows, asked for on the bus itself: many questions are sent at once and their answers awaited
together, so that a look at hundreds of things takes as long as a few of them one after the other."""

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402  (the version comes first)

ACCESSIBLE, COMPONENT, TEXT = (f"org.a11y.atspi.{name}" for name in ("Accessible", "Component", "Text"))
PATIENCE = 20000  # milliseconds
MENU_ITEMS = {"menu item", "check menu item", "radio menu item"}


class Bus:
    """The bus of AT-SPI, and one program on it."""

    def __init__(self, connection, program):
        self.connection, self.program = connection, program

    def start(self, path, interface, method, words, done):
        self.connection.call(self.program, path, interface, method, words, None, Gio.DBusCallFlags.NO_AUTO_START, PATIENCE, None, done)

    def ask_all(self, questions):
        """The answers to QUESTIONS (path, interface, method, words), in their order; None for what is not there any more."""
        answers, left = [None] * len(questions), len(questions)
        loop = GLib.MainLoop()

        def done(connection, result, number):
            nonlocal left
            try:
                answers[number] = connection.call_finish(result).unpack()[0]
            except GLib.Error:
                pass
            left -= 1
            if left == 0:
                loop.quit()

        for number, question in enumerate(questions):
            self.start(*question, lambda connection, result, number=number: done(connection, result, number))
        if questions:
            loop.run()
        return answers

    def ask(self, path, interface, method, words=None):
        """One answer; None of what is not there any more: the window goes on while it is looked at."""
        return self.ask_all([(path, interface, method, words)])[0]


def connect(session):
    """The connection to the bus of AT-SPI of a SESSION bus."""
    address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, Gio.DBusCallFlags.NONE, -1,
                                None).unpack()[0]
    flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
    return Gio.DBusConnection.new_for_address_sync(address, flags, None, None)


def find_program(connection, number):
    """The root of the program whose process has NUMBER, once it has a window; else None."""
    flags = Gio.DBusCallFlags.NONE
    programs = connection.call_sync("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root", ACCESSIBLE, "GetChildren", None, None,
                                    flags, PATIENCE, None).unpack()[0]
    for name, path in programs:
        try:
            owner = connection.call_sync("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "GetConnectionUnixProcessID",
                                         GLib.Variant("(s)", (name,)), None, flags, PATIENCE, None).unpack()[0]
            node = Node(Bus(connection, name), path)
            if owner == number and any(True for _ in node.children()):
                return node
        except GLib.Error:
            continue
    return None


def get_property(path, interface, name):
    return path, "org.freedesktop.DBus.Properties", "Get", GLib.Variant("(ss)", (interface, name))


class Node:
    """One thing in the window. What it says is what is there when it is asked, but for what it is."""

    def __init__(self, bus, path, role=None):
        self.bus, self.path = bus, path
        self.known_role = role

    @property
    def role(self):
        if self.known_role is None:
            self.known_role = Atspi.role_get_name(Atspi.Role(self.bus.ask(self.path, ACCESSIBLE, "GetRole") or 0))
        return self.known_role

    @property
    def name(self):
        return self.bus.ask(*get_property(self.path, ACCESSIBLE, "Name")) or ""

    @property
    def description(self):
        return self.bus.ask(*get_property(self.path, ACCESSIBLE, "Description")) or ""

    @property
    def text(self):
        """What stands in it: its text, and where it has none its name."""
        return read_all([self])[0]

    def has(self, state):
        return has_state(self.bus.ask(self.path, ACCESSIBLE, "GetState"), state)

    def children(self):
        for _, path in self.bus.ask(self.path, ACCESSIBLE, "GetChildren") or []:
            yield Node(self.bus, path)

    def everything(self):
        """This node and all below it that can be seen, from the top."""
        return (node for node, _ in self.look_through(lambda states: True))

    def look_through(self, wanted):
        """This node and all below it that can be seen and whose states are WANTED: pairs of a node and the pairs below it, from the top."""
        whole = [(self, [])]
        level = whole
        while level:
            kids = self.bus.ask_all([(node.path, ACCESSIBLE, "GetChildren", None) for node, _ in level])
            found = [(below, path) for (_, below), paths in zip(level, kids) for _, path in paths or []]
            states = self.bus.ask_all([(path, ACCESSIBLE, "GetState", None) for _, path in found])
            seen = [pair for pair, states in zip(found, states) if has_state(states, Atspi.StateType.VISIBLE) and wanted(states)]
            roles = self.bus.ask_all([(path, ACCESSIBLE, "GetRole", None) for _, path in seen])
            level = []
            for (below, path), role in zip(seen, roles):
                pair = (Node(self.bus, path, Atspi.role_get_name(Atspi.Role(role or 0))), [])
                below.append(pair)
                level.append(pair)
        return flatten(whole)

    def is_drawn(self):
        """Whether it has a place: GTK 4.8 says only of windows that they are showing."""
        _, _, width, height = self.box()
        return width > 0 and height > 0

    def box(self):
        """x, y, width, height in the window."""
        return measure_all([self])[0]

    def relations(self):
        """The kinds of relations that it has to others."""
        return [Atspi.RelationType(kind) for kind, _ in self.bus.ask(self.path, ACCESSIBLE, "GetRelationSet") or []]


def has_state(states, state):
    """Whether two words of bits have the one of STATE."""
    number = int(state)
    return states is not None and bool(states[number // 32] >> (number % 32) & 1)


def flatten(pairs):
    for node, below in pairs:
        yield node, below
        yield from flatten(below)


def read_all(nodes):
    """What stands in each of NODES: its text, and where it has none its name."""
    if not nodes:
        return []
    bus = nodes[0].bus
    names = bus.ask_all([get_property(node.path, ACCESSIBLE, "Name") for node in nodes])
    counts = bus.ask_all([get_property(node.path, TEXT, "CharacterCount") for node in nodes])
    texts = bus.ask_all([(node.path, TEXT, "GetText", GLib.Variant("(ii)", (0, count or 0))) for node, count in zip(nodes, counts)])
    found = [text if count and text else name or "" for name, count, text in zip(names, counts, texts)]
    unnamed = [number for number, node in enumerate(nodes) if not found[number] and node.known_role in MENU_ITEMS]
    for number, label in zip(unnamed, find_labels([nodes[number] for number in unnamed])):
        found[number] = label
    return found


def find_labels(nodes):
    """What stands in the label of each of NODES. GTK 4.18 tells no name of what is in a menu, but where its label is."""
    if not nodes:
        return []
    bus = nodes[0].bus
    relations = bus.ask_all([(node.path, ACCESSIBLE, "GetRelationSet", None) for node in nodes])
    labels = [[path for kind, targets in relation or [] if kind == Atspi.RelationType.LABELLED_BY for _, path in targets]
              for relation in relations]
    return [" ".join(read_all([Node(bus, path, "label") for path in paths])) for paths in labels]


def measure_all(nodes):
    """x, y, width, height of each of NODES in the window; all 0 for what is not there any more."""
    if not nodes:
        return []
    words = GLib.Variant("(u)", (int(Atspi.CoordType.WINDOW),))
    return [tuple(box) if box else (0, 0, 0, 0)
            for box in nodes[0].bus.ask_all([(node.path, COMPONENT, "GetExtents", words) for node in nodes])]
