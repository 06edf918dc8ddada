#!/usr/bin/env python3
"""Stands between a scanner and the portal, both on this machine: signs in with a demonstration account, adds the
session's cookies to every request, signs in again when the session ended, and refuses what would end it. It plays the
proxy that ends TLS, so that the portal runs as in production. Every answer of 500 and above is written down.

    session_proxy.py <own port> <portal's port> <report> <e-mail>      the password comes from SCAN_PASSWORD
"""
import collections
import html
import http.client
import http.server
import os
import re
import signal
import sys
import threading
import time
import urllib.parse

OWN, PORTAL, REPORT, EMAIL = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4]
PASSWORD = os.environ["SCAN_PASSWORD"]
HOP = {"connection", "keep-alive", "transfer-encoding", "te", "upgrade", "proxy-connection", "content-length", "host", "cookie", "accept-encoding"}
# Signing in and out is the proxy's own affair; a new password would shut it out.
REFUSED = re.compile(r"^/(dang-xuat|dang-nhap|doi-mat-khau)\b", re.IGNORECASE)
# An administrator's scan would give itself another password, and lock everybody else out.
REFUSED_FORMS = re.compile(r"^/quan-tri/tai-khoan/\d+", re.IGNORECASE)
# Not loopback's, for which the portal leaves HSTS out.
HOST = os.environ["SCAN_HOST"]

jar: dict[str, str] = {}
counts: collections.Counter = collections.Counter()
lock = threading.Lock()
last_sign_in = 0.0


def ask(method, path, body=None, headers=None):
    """One request to the portal; the cookies it sets stay here."""
    portal = http.client.HTTPConnection("127.0.0.1", PORTAL, timeout=60)
    try:
        sent = {name: value for name, value in (headers or {}).items() if name.lower() not in HOP}
        sent |= {
            "Host": HOST, "X-Forwarded-Proto": "https", "X-Forwarded-For": "127.0.0.1", "Accept-Encoding": "identity",
            "Cookie": "; ".join(f"{name}={value}" for name, value in jar.items()),
        }
        portal.request(method, path, body=body, headers=sent)
        answer = portal.getresponse()
        content = answer.read()
        for header in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = header.split(";", 1)[0].partition("=")
            if value:
                jar[name.strip()] = value
        return answer, content
    finally:
        portal.close()


def sign_in():
    """At most once in five seconds, so that a lost account does not become a flood."""
    global last_sign_in
    with lock:
        if time.monotonic() - last_sign_in < 5:
            return
        last_sign_in = time.monotonic()
        for name in [name for name in jar if name.endswith("phien")]:
            del jar[name]
        _, page = ask("GET", "/dang-nhap")
        token = re.search(r'name="__RequestVerificationToken"[^>]*value="([^"]+)"', page.decode("utf-8"))
        form = {"Email": EMAIL, "Password": PASSWORD, "__RequestVerificationToken": html.unescape(token.group(1)) if token else ""}
        answer, _ = ask("POST", "/dang-nhap", urllib.parse.urlencode(form), {"Content-Type": "application/x-www-form-urlencoded"})
        if not any(name.endswith("phien") for name in jar):
            raise RuntimeError(f"{EMAIL} could not sign in: {answer.status}")
        counts["sign-ins"] += 1


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def serve(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)) or None
        if REFUSED.match(self.path) or (self.command != "GET" and REFUSED_FORMS.match(self.path)):
            self.answer(404, {"Content-Type": "text/plain"}, b"not part of the scan")
            return
        try:
            answer, content = ask(self.command, self.path, body, dict(self.headers))
            if self.lost(answer):
                sign_in()
                answer, content = ask(self.command, self.path, body, dict(self.headers))
                if self.lost(answer):
                    raise RuntimeError("the session was lost")
        except (OSError, RuntimeError, http.client.HTTPException) as failure:
            self.note("no answer", body, repr(failure))
            self.answer(502, {"Content-Type": "text/plain"}, b"the portal does not answer")
            return
        with lock:
            counts[answer.status] += 1
        if answer.status >= 500:
            self.note(answer.status, body, "")
        # Scanners judge what a browser would get; the session itself stays with the proxy.
        headers = {name: value for name, value in answer.headers.items() if name.lower() not in HOP | {"set-cookie"}}
        place = headers.get("Location")
        if place:
            headers["Location"] = place.replace(f"https://{HOST}", f"http://127.0.0.1:{OWN}")
        self.answer(answer.status, headers, content)

    @staticmethod
    def lost(answer):
        return answer.status == 302 and "/dang-nhap" in (answer.headers.get("Location") or "")

    def __getattr__(self, name):
        """Every method goes through, those that nobody ever named included."""
        if name.startswith("do_"):
            return self.serve
        raise AttributeError(name)

    def answer(self, status, headers, content):
        self.send_response_only(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            try:
                self.wfile.write(content)
            except OSError:
                self.close_connection = True

    def note(self, status, body, more):
        with lock, open(REPORT, "a", encoding="utf-8") as report:
            report.write(f"{status} {self.command} {self.path} {more} {(body or b'')[:2000]!r}\n")

    def log_message(self, format, *args):
        """Nothing: the summary at the end is enough."""


def leave(*_):
    print("requests by answer:", ", ".join(f"{key}: {value}" for key, value in sorted(counts.items(), key=str)), flush=True)
    os._exit(0)


signal.signal(signal.SIGTERM, leave)
sign_in()
print(f"signed in as {EMAIL}", flush=True)


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request, client_address):
        """Scanners hang up as they please."""


Server(("127.0.0.1", OWN), Handler).serve_forever()
