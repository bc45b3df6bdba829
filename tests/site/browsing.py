"""A server like GitHub Pages on the loopback, and pages opened in headless Chromium."""

import functools
import gzip
import threading
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]
COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml")


class Handler(SimpleHTTPRequestHandler):
    """Serves files, compressed where that helps, and the site's own page where there is nothing."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        """Stay quiet."""

    def send_error(self, code, *_):
        """Answer with 404.html, as GitHub Pages does."""
        with open(f"{self.directory}/404.html", "rb") as page:
            self.answer(code, "text/html", page.read())

    def send_head(self):
        """Answer with a file, compressed."""
        path = self.translate_path(self.path)
        if path.endswith("/") or not self.path.split("?")[0].endswith(COMPRESSED):
            path = f"{path}index.html" if path.endswith("/") else path
            if not path.endswith("index.html"):
                return super().send_head()
        try:
            with open(path, "rb") as file:
                return self.answer(200, self.guess_type(path), file.read())
        except OSError:
            return self.send_error(404)

    def answer(self, code, kind, content):
        """Send headers and return the body, or send both where an error is answered."""
        body = gzip.compress(content, mtime=0)
        self.send_response(code)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if code == 200:
            return BytesIO(body)
        self.wfile.write(body)
        return None


@contextmanager
def served(folder):
    """Serve a folder on a free port of the loopback; give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


class Visit:
    """One browser page, with everything that it requested, refused or complained about."""

    def __init__(self, browser, address, **options):
        self.address = address
        self.context = browser.new_context(**options)
        self.page = self.context.new_page()
        self.requests, self.troubles = [], []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("response", self.note_response)
        self.page.on("requestfailed", self.note_failure)
        self.page.on("console", self.note_message)
        self.page.on("pageerror", lambda error: self.troubles.append(f"script error: {error}"))

    def note_response(self, response):
        """Remember a response that is an error."""
        if response.status >= 400:
            self.troubles.append(f"{response.url} answered {response.status}")

    def note_failure(self, request):
        """Remember a request that failed, unless it was given up because the reader went on."""
        if request.failure != "net::ERR_ABORTED":
            self.troubles.append(f"{request.url} could not be loaded: {request.failure}")

    def note_message(self, message):
        """Remember errors and warnings of the console."""
        if message.type in {"error", "warning"}:
            self.troubles.append(f"console {message.type}: {message.text}")

    def open(self, path, until="load"):
        """Open one page of the site."""
        self.page.goto(self.address + path.removesuffix("index.html"), wait_until=until)
        return self.page

    def close(self):
        """Close the page."""
        self.context.close()
