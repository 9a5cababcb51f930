"""A site on loopback with one path for each thing that can come of it, and what the tests share."""

import http.server
import json
import os
import pathlib
import shutil
import socket
import struct
import subprocess
import tempfile
import threading
import time
import zlib

PARAGRAPHS = [
    "The harbour council of Port Ardent voted on Tuesday to reopen the old ferry line to the outer islands after eleven years.",
    "Ferries will leave twice a day from May, the council said, and the fare will stay where it was when the line was closed.",
    "Islanders had asked for the line since the bridge was given up, and filled the hall to hear how the vote would go.",
    "“We have waited for this longer than some of our children have lived,” said Mara Lindqvist, who keeps the school there.",
    "The boats are being painted in the yard this month; a first crossing without passengers is planned for the last week of April.",
]


def png(width=64, height=48):
    """A small picture without a library."""
    rows = b"".join(b"\0" + b"".join(bytes((x * 4 % 256, y * 5 % 256, 128)) for x in range(width)) for y in range(height))

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def jpeg(caption, creator, credit):
    """The head of a photo that says what it shows and whose it is (IPTC-IIM); nobody decodes its pixels here."""

    def segment(marker, data):
        return struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data

    sets = b"".join(struct.pack(">BBBH", 0x1C, 2, number, len(text.encode())) + text.encode() for number, text in ((120, caption), (80, creator), (110, credit)))
    resource = b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + struct.pack(">I", len(sets)) + sets + b"\0" * (len(sets) % 2)
    frame = struct.pack(">BHHB", 8, 48, 64, 1) + b"\x01\x11\0"
    return b"\xff\xd8" + segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0") + segment(0xED, resource) + segment(0xC0, frame) + b"\xff\xd9"


def story(headline="Port Ardent brings back its island ferry", photo="/photo.png", extra="", words="A ferry leaves the harbour. Photo: Ana Reyes/Ardent Post"):
    body = "".join(f"<p>{text}</p>\n" for text in PARAGRAPHS)
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{headline} - The Ardent Post</title>
<meta property="og:type" content="article"><meta property="og:title" content="{headline}">
<meta property="og:site_name" content="The Ardent Post"><meta property="article:published_time" content="2019-03-12T08:30:00+01:00">
<meta name="description" content="Two crossings a day from May."></head>
<body><article><h1>{headline}</h1>
<figure><img src="{photo}" width="640" height="480" alt="A ferry"><figcaption>{words}</figcaption></figure>
{body}{extra}</article></body></html>""".encode()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def answer(self, body, kind="text/html; charset=utf-8", status=200, headers=()):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        self.server.seen.append(self.path)
        path = self.path.split("?")[0]
        try:
            if path.startswith("/story"):
                self.answer(story(f"Port Ardent brings back its island ferry {path[6:]}".strip(), extra=self.server.extra))
            elif path == "/photo.png":
                self.answer(png(), "image/png")
            elif path == "/photo-with-words.jpg":
                self.answer(jpeg("Die Fähre <b>Ostwind</b> läuft aus. (Photo by Ana Reyes/AFP)", "Ana Reyes", "AFP"), "image/jpeg")
            elif path in ("/told-by-page", "/told-by-photo", "/told-by-both"):
                words = {"page": "A ferry leaves. Photo: Jon Weil", "photo": "", "both": "A ferry leaves the harbour."}[path[9:]]
                self.answer(story(f"A photo is told by the {path[9:]}", "/photo-with-words.jpg", words=words))
            elif path == "/bare":
                self.answer(story("A story whose photo is gone", "/gone.png"))
            elif path == "/pdf":
                self.answer(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "application/pdf")
            elif path == "/empty":
                self.answer(b"")
            elif path == "/nothing":
                self.answer(b"<html><head><title>Home</title></head><body><nav><a href='/a'>A</a> <a href='/b'>B</a></nav></body></html>")
            elif path == "/huge":
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.send_header("Connection", "close")
                self.end_headers()
                for _ in range(50):
                    self.wfile.write(b"<p>" + b"x" * (1 << 20) + b"</p>")
            elif path == "/bad-utf8":
                self.answer(story("Broken letters").replace(b"Port Ardent", b"Port \xff\xfe\xc3Ardent"))
            elif path == "/circle":
                self.answer(b"", status=302, headers=[("Location", "/circle?" + self.path[-1:])])
            elif path == "/to-file":
                self.answer(b"", status=302, headers=[("Location", "file:///etc/passwd")])
            elif path == "/moved":
                self.answer(b"", status=301, headers=[("Location", "/story-moved")])
            elif path == "/silent":
                self.server.stopping.wait(30)
            elif path == "/500":
                self.answer(b"broken", status=500)
            elif path == "/403":
                self.answer(b"no", status=403)
            else:
                self.answer(b"<html><body>Not found</body></html>", status=404)
        except (BrokenPipeError, ConnectionResetError):
            pass


class FeedHandler(Handler):
    """/feed has `server.items` stories and can be asked whether it changed; `server.broken` is what it says instead."""

    def do_GET(self):
        path = self.path.split("?")[0]
        if path == "/":
            self.answer(b"<!doctype html><title>Ardent Post</title><link rel=alternate type=application/rss+xml href=/feed>")
        elif path == "/feed":
            self.server.seen.append(self.path)
            self.feed()
        elif path == "/atom":
            self.answer(b"<feed xmlns='http://www.w3.org/2005/Atom'><title>Quay</title><entry><id>urn:q:1</id><title>One &lt;b&gt;bold&lt;/b&gt;</title>"
                        b"<link href='/story-atom'/><summary type='html'>&lt;script&gt;alert(1)&lt;/script&gt;&lt;p onclick='x()'&gt;Safe.&lt;/p&gt;</summary></entry></feed>",
                        "application/atom+xml")
        elif path == "/json":
            self.answer(json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Pier", "items": [{"id": "1", "url": "/story-json", "title": "J"}]}).encode(), "application/feed+json")
        elif path == "/moved-feed":
            self.answer(b"", status=301, headers=[("Location", "/feed")])
        else:
            super().do_GET()

    def feed(self):
        if self.server.broken:
            status, body = self.server.broken
            self.answer(body, "application/rss+xml", status)
            return
        tag = f'"{self.server.items}"'
        if self.headers.get("If-None-Match") == tag:
            self.server.seen.append("304")
            self.send_response(304)
            self.end_headers()
            return
        host, port = self.server.server_address
        items = "".join(f"<item><guid isPermaLink='false'>n{number}</guid><title>Ferry story {number}</title><link>http://{host}:{port}/story-{number}</link>"
                        f"<pubDate>Tue, {number:02} Mar 2019 08:30:00 +0100</pubDate><description>Deck of {number}.</description></item>" for number in range(1, self.server.items + 1))
        self.answer(f"<rss version='2.0'><channel><title>Ardent Post</title>{items}</channel></rss>".encode(), "application/rss+xml", headers=[("ETag", tag)])


class Server(http.server.ThreadingHTTPServer):
    """Says nothing of those who hung up."""

    daemon_threads = True

    def handle_error(self, request, client_address):
        pass


class Site:
    """The server, in threads of its own."""

    def __init__(self, address="127.0.0.1", handler=Handler):
        self.server = Server((address, 0), handler)
        self.server.seen = []
        self.server.extra = ""
        self.server.stopping = threading.Event()
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def seen(self):
        return self.server.seen

    def url(self, path):
        address, port = self.server.server_address
        return f"http://{address}:{port}{path}"

    def stop(self):
        self.server.stopping.set()
        self.server.shutdown()
        self.server.server_close()


def unused_port():
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return sock.getsockname()[1]


class Home:
    """A user's folders, and the program run in them without display and bus."""

    def __init__(self, program):
        self.program = os.path.abspath(program)
        self.top = pathlib.Path(tempfile.mkdtemp(prefix="newsprint-cli-"))
        self.library = self.top / "data" / "newsprint" / "library"
        self.environment = {
            "PATH": os.environ.get("PATH", ""),
            "HOME": str(self.top),
            "XDG_DATA_HOME": str(self.top / "data"),
            "XDG_CACHE_HOME": str(self.top / "cache"),
            "XDG_STATE_HOME": str(self.top / "state"),
            "XDG_CONFIG_HOME": str(self.top / "config"),
            "LC_ALL": "C.UTF-8",
            "GIO_USE_VFS": "local",
            "GIO_USE_PROXY_RESOLVER": "dummy",
            "G_DEBUG": "fatal-criticals",
        }
        for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"):
            if name in os.environ:
                self.environment[name] = os.environ[name]

    def start(self, *words, preexec=None, environment=None):
        return subprocess.Popen([self.program, *map(str, words)], env={**self.environment, **(environment or {})}, cwd=self.top, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=preexec)

    def run(self, *words, stdin=b"", preexec=None, environment=None):
        """Runs a command to its end: (status, output, complaints)."""
        process = self.start(*words, preexec=preexec, environment=environment)
        out, err = process.communicate(stdin, timeout=60)
        return process.returncode, out.decode("utf-8"), err.decode("utf-8")

    def lines(self, *words, **keywords):
        """Runs a command with --json: (status, objects, complaints)."""
        status, out, err = self.run(*words, "--json", **keywords)
        return status, [json.loads(line) for line in out.splitlines()], err

    def snapshot(self):
        """Every file that may not be lost or changed."""
        return {path.relative_to(self.library): path.read_bytes() for kind in ("articles", "media", "pages", "damaged") for path in (self.library / kind).rglob("*") if path.is_file()}

    def drop(self):
        for path in [self.top, *self.top.rglob("*")]:
            if path.is_dir() and not path.is_symlink():
                path.chmod(0o755)
        shutil.rmtree(self.top)


def wait_for(condition, seconds=10):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)
