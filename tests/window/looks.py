"""What a picture of the window shows: words that stand out from what is behind them, measured on the pixels themselves.

Contrast is that of WCAG 2.1 (relative luminance of sRGB): 4.5 for text, 3 for large text. A line of text is told from the picture:
its background is the color that most of its pixels have, its ink the pixel that differs most. What is antialiased only differs less,
so what passes here passes.
"""

import mmap
import os
import struct
import subprocess
import zlib

LEAST = 4.5
LEAST_LARGE = 3.0
LARGE = 26  # height of a line's ink, pixels, from which its text is large (24 px, with what hangs below the line)


class Picture:
    """A picture of the screen's left upper corner, as it is now: WIDTH and HEIGHT are its size, and SCREEN is that of the screen. Xvfb
    keeps it in a file as xwd does."""

    def __init__(self, path, width, height):
        with open(os.environ["NEWSPRINT_SCREEN"], "rb") as file, mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ) as screen:
            header = struct.unpack(">25I", screen[:100])
            start, line = header[0] + header[19] * 12, header[12]
            self.path, self.width, self.height = path, min(width, header[4]), min(height, header[5])
            self.pixels = b"".join(screen[start + top * line:start + top * line + self.width * 4] for top in range(self.height))
        self.colors = None

    def __eq__(self, other):
        return isinstance(other, Picture) and self.pixels == other.pixels

    @property
    def data(self):
        """Three bytes a pixel: red, green, blue."""
        if self.colors is None:
            self.colors = bytearray(self.width * self.height * 3)
            for number in range(3):
                self.colors[number::3] = self.pixels[2 - number::4]
            self.colors = bytes(self.colors)
        return self.colors

    def save(self):
        """As PNG, which is small enough with the least of effort."""
        def chunk(kind, data):
            return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

        line = self.width * 3
        lines = b"".join(b"\0" + self.data[top * line:(top + 1) * line] for top in range(self.height))
        with open(self.path, "wb") as file:
            file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", self.width, self.height, 8, 2, 0, 0, 0))
                       + chunk(b"IDAT", zlib.compress(lines, 1)) + chunk(b"IEND", b""))

    def piece(self, box):
        """Something that is the same for the same pixels."""
        x, y, width, height = (max(value, 0) for value in box)
        return hash(b"".join(self.data[(top * self.width + x) * 3:(top * self.width + x + width) * 3]
                             for top in range(y, min(y + height, self.height))))

    def row(self, x, y, width):
        start = (y * self.width + x) * 3
        data = self.data[start:start + width * 3]
        return [data[i:i + 3] for i in range(0, len(data), 3)]


def luminance(color):
    """Relative luminance of a color of three bytes."""
    parts = [value / 255 for value in color]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def count_turns(row, background):
    """How often ROW turns from background to ink and back: often in text, seldom at the edge of a row or a circle."""
    return sum((one == background) != (other == background) for one, other in zip(row, row[1:]))


def find_lines(picture, box, turns):
    """The lines of text in BOX of a picture: for each its background, its ink, and the ink's height. What turns less often than TURNS
    is no text."""
    x, y, width, height = box
    x, y = max(x, 0), max(y, 0)
    width, height = min(width, picture.width - x), min(height, picture.height - y)
    if width < 4 or height < 4:
        return
    rows = [picture.row(x, top, width) for top in range(y, y + height)]
    counts = {}
    for row in rows:
        for color in row:
            counts[color] = counts.get(color, 0) + 1
    background = max(counts, key=counts.get)
    # A photo, a gradient, the end of a page: no background to speak of.
    if counts[background] < width * height * 0.4:
        return
    known = {color: contrast(color, background) for color in counts}
    begun, most, ink, turned = None, 1.0, None, 0
    for number, row in enumerate(rows + [[background]]):
        here = max(set(row), key=known.__getitem__)
        if known[here] > 1.15:
            begun = number if begun is None else begun
            turned = max(turned, count_turns(row, background))
            if known[here] > most:
                most, ink = known[here], here
        elif begun is not None:
            if number - begun >= 4 and turned >= turns:
                yield background, ink, number - begun
            begun, most, ink, turned = None, 1.0, None, 0


def find_faint(picture, box, text):
    """The lines of TEXT in BOX that do not stand out enough, as sentences."""
    for background, ink, height in find_lines(picture, box, min(8, len(text))):
        found = contrast(background, ink)
        if found < (LEAST_LARGE if height >= LARGE else LEAST):
            yield f"contrast {found:.2f} of #{ink.hex()} on #{background.hex()}, {height} px high"


def find_font():
    """The file of a font with all letters; none where fontconfig does not tell."""
    try:
        return subprocess.run(["fc-match", "-f", "%{file}", "sans"], check=True, capture_output=True, text=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return ""


def make_sheet(pictures, path, columns=5):
    """One picture of many: PICTURES are pairs of a name and a file."""
    font = find_font()
    words = ["montage", "-background", "#777777", "-fill", "white", "-pointsize", "16"] + (["-font", font] if font else [])
    for name, file in pictures:
        words += ["-label", name if font else "", str(file)]
    subprocess.run(words + ["-tile", f"{columns}x", "-geometry", "480x400>+8+8", str(path)], check=True)
