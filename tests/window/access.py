"""What someone who cannot see the window is told of it: each control has a name and does something, and each is reached by keys."""

import glance
from glance import Atspi

# What people act on, by the names that AT-SPI has for the roles.
CONTROLS = {"push button", "button", "toggle button", "check box", "switch", "radio button", "combo box", "entry", "password text",
            "spin button", "slider", "menu item", "check menu item", "radio menu item", "page tab", "link", "search box", "text"}
# Names that say nothing: the type of a widget stands where there is no name.
EMPTY = ("Gtk", "Adw", "Np")


def is_named(node, text):
    name = node.name.strip()
    if node.role == "text" and not name:
        return bool(text)
    return bool(name) and not name.startswith(EMPTY)


def intersect(one, other):
    x, y = max(one[0], other[0]), max(one[1], other[1])
    right, bottom = min(one[0] + one[2], other[0] + other[2]), min(one[1] + one[3], other[1] + other[3])
    return x, y, max(right - x, 0), max(bottom - y, 0)


LABELS = {"label", "text", "heading", "static", "list item"}


def look_through(frame):
    """Everything below FRAME that is in sight and can be used: pairs of the controls that have no name, as sentences, and of the texts
    with their places in the window."""
    pairs = list(frame.look_through(lambda states: glance.has_state(states, Atspi.StateType.SENSITIVE)))
    nodes = [node for node, _ in pairs]
    boxes = {node.path: box for node, box in zip(nodes, glance.measure_all(nodes))}
    told = [node for node in nodes if node.role in LABELS or node.role in CONTROLS]
    texts = {node.path: text.strip() for node, text in zip(told, glance.read_all(told))}
    nameless, labels, waiting = [], [], [(pairs[0], boxes[frame.path])]
    while waiting:
        (node, below), clip = waiting.pop()
        box = intersect(boxes[node.path], clip)
        if node.path in texts and box[2] > 0 and box[3] > 0:
            text = texts[node.path]
            if node.role in LABELS and text:
                labels.append((text, box))
            if node.role in CONTROLS and not is_named(node, text) and Atspi.RelationType.LABELLED_BY not in node.relations():
                nameless.append(f"a {node.role} without a name ({text!r}) at {box}")
        if node.role == "scroll pane":
            clip = box
        waiting += [(pair, clip) for pair in below]
    return nameless, labels
