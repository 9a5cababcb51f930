"""What someone who cannot see the window is told of it: each control has a name and does something, and each is reached by keys."""

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  (the version comes first)

# What people act on, by the names that AT-SPI has for the roles.
CONTROLS = {"push button", "button", "toggle button", "check box", "switch", "radio button", "combo box", "entry", "password text",
            "spin button", "slider", "menu item", "check menu item", "radio menu item", "page tab", "link", "search box", "text"}
# Names that say nothing: the type of a widget stands where there is no name.
EMPTY = ("Gtk", "Adw", "Np")


def is_named(node):
    name = node.name.strip()
    if node.role == "text" and not name:
        return bool(node.text.strip())
    return bool(name) and not name.startswith(EMPTY)


def describes_by_label(node):
    for relation in node.accessible.get_relation_set() or []:
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
            return True
    return False


def intersect(one, other):
    x, y = max(one[0], other[0]), max(one[1], other[1])
    right, bottom = min(one[0] + one[2], other[0] + other[2]), min(one[1] + one[3], other[1] + other[3])
    return x, y, max(right - x, 0), max(bottom - y, 0)


LABELS = {"label", "text", "heading", "static"}


def look_through(frame):
    """Everything below FRAME that is in sight and can be used: pairs of the controls that have no name, as sentences, and of the texts
    with their places in the window."""
    nameless, labels, waiting = [], [], [(frame, frame.box())]
    while waiting:
        node, clip = waiting.pop()
        try:
            states, role = node.accessible.get_state_set(), node.role
            if not states.contains(Atspi.StateType.VISIBLE) or not states.contains(Atspi.StateType.SENSITIVE):
                continue
            box = intersect(node.box(), clip)
            if role in LABELS or role in CONTROLS:
                if box[2] > 0 and box[3] > 0:
                    text = node.text.strip()
                    if role in LABELS and text:
                        labels.append((text, box))
                    if role in CONTROLS and not is_named(node) and not describes_by_label(node):
                        nameless.append(f"a {role} without a name ({node.name!r}) at {node.box()}")
            if role == "scroll pane":
                clip = box
            waiting += [(child, clip) for child in node.children()]
        except (GLib.Error, AttributeError):
            continue
    return nameless, labels
