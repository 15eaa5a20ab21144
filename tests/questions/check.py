# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the code of the cards: check.py [--list] [BANK-FOLDER | CARD.md]...

Every card runs in a forked child with a folder, a process group and an environment of its own, without network.
Exit status: 0 all well, 1 something failed, 77 Flask is not installed.
"""
import argparse
import configparser
import contextlib
import faulthandler
import functools
import gc
import importlib
import importlib.metadata
import importlib.util
import json
import os
import re
import resource
import shutil
import signal
import socket
import sqlite3
import sys
import tempfile
import time
import tomllib
import traceback
import warnings
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

TIME_LIMIT = 20  # seconds per child
SHOWN_LINES = 30  # of what a failed card printed, with its traceback
MEBIBYTE = 1 << 20
LIMITS = {
    resource.RLIMIT_AS: 4096 * MEBIBYTE,
    resource.RLIMIT_FSIZE: 64 * MEBIBYTE,
    resource.RLIMIT_NOFILE: 512,
    resource.RLIMIT_CPU: TIME_LIMIT + 5,
    resource.RLIMIT_CORE: 0,
}
LANGUAGES = set("python jinja html sh sql nginx ini toml json http dockerfile text".split())
FLAGS = {"test", "norun", "bug"}
OPTIONS = {"bug", "needs", "file", "fault"}
# Slow to import and used by many cards; each may be missing.
WARM = """flask flask.cli flask.testing flask.views jinja2 sqlite3 asyncio concurrent.futures unittest.mock pytest asgiref.sync
sqlalchemy.orm flask_sqlalchemy flask_migrate wtforms flask_wtf flask_login flask_caching flask_restful marshmallow requests""".split()


@dataclass
class Block:
    language: str
    flags: set
    options: dict
    line: int  # of its first line of code in the card
    text: str

    @property
    def file(self):
        return self.options.get("file")

    @property
    def is_bug(self):
        return "bug" in self.flags or "bug" in self.options

    @property
    def runs(self):
        return self.language == "python" and not self.file and "norun" not in self.flags


@dataclass
class Card:
    name: str
    header: dict = field(default_factory=dict)
    blocks: list = field(default_factory=list)
    faults: list = field(default_factory=list)  # texts that start with "name:line: "
    skips: list = field(default_factory=list)

    def fault(self, line, text, details=""):
        indented = "".join(f"\n    {row}" for row in details.splitlines()[-SHOWN_LINES:])
        self.faults.append(f"{self.name}:{line}: {text}{indented}")


@dataclass
class Job:
    """Blocks that run in one child. `bug` is None, "" (must fail somehow) or the name of the error to be raised."""
    card: Card
    blocks: list
    bug: str | None = None

    @property
    def line(self):
        return self.blocks[0].line


# Reading cards

FENCE = re.compile(r"( *)(`{3,}|~{3,})([^`]*)")


def read_card(path):
    card = Card("/".join(path.resolve().parts[-3:]))
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        card.fault(1, str(error))
        return card
    if lines and lines[0] == "---" and "---" in lines[1:]:
        header = lines[1:lines.index("---", 1)]
        card.header = {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in header)}
    read_blocks(card, lines)
    return card


def read_blocks(card, lines):
    number = 0
    while number < len(lines):
        fence = FENCE.fullmatch(lines[number])
        number += 1
        if not fence:
            continue
        indent, marks, info = fence.groups()
        end = next((i for i in range(number, len(lines)) if closes(lines[i], marks)), None)
        if end is None:
            card.fault(number, "this fence is never closed")
            return
        text = "".join(line.removeprefix(indent) + "\n" for line in lines[number:end])
        add_block(card, info.split(), number + 1, text)
        number = end + 1


def closes(line, marks):
    line = line.strip()
    return len(line) >= len(marks) and set(line) == {marks[0]}


def add_block(card, words, line, text):
    language, *rest = words or [""]
    options = dict(word.split("=", 1) for word in rest if "=" in word)
    block = Block(language, {word for word in rest if "=" not in word}, options, line, text)
    unknown = sorted((block.flags - FLAGS) | (set(options) - OPTIONS))
    if language not in LANGUAGES:
        card.fault(line - 1, f"unknown language “{language}”")
    elif unknown:
        card.fault(line - 1, f"unknown flag “{unknown[0]}”")
    elif block.file is not None and (block.is_bug or "test" in block.flags):
        card.fault(line - 1, "a block with file= is only written, so it cannot be a test or a bug")
    elif block.file is not None and (reason := bad_file_name(card, block.file)):
        card.fault(line - 1, f"file={block.file}: {reason}")
    else:
        card.blocks.append(block)


def bad_file_name(card, name):
    path = PurePosixPath(name)
    if not path.name or path.is_absolute() or ".." in path.parts:
        return "must stay inside the card's folder"
    taken = {PurePosixPath("card.py")} | {PurePosixPath(block.file) for block in card.blocks if block.file}
    return "is written twice" if path in taken else None


# What is checked without running: every function returns None or (line within the block, text)

def python_fault(block):
    if block.options.get("bug") in ("SyntaxError", "IndentationError", "TabError"):
        return None
    try:
        with warnings.catch_warnings():
            for category in (SyntaxWarning, DeprecationWarning):  # the latter: unknown escapes before Python 3.12
                warnings.simplefilter("error", category)
            compile(block.text, "card.py", "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as error:
        return getattr(error, "lineno", None) or 1, f"does not compile: {getattr(error, 'msg', error)}"


def jinja_fault(block):
    import jinja2
    extensions = [f"jinja2.ext.{name}" for name in ("i18n", "do", "loopcontrols")]
    try:
        jinja2.Environment(extensions=extensions).parse(block.text)
    except jinja2.TemplateSyntaxError as error:
        return error.lineno, f"template: {error.message}"


def json_fault(block):
    try:
        json.loads(block.text)
    except json.JSONDecodeError as error:
        return error.lineno, f"JSON: {error.msg}"


def toml_fault(block):
    try:
        tomllib.loads(block.text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        return int(line[1]) if line else 1, f"TOML: {error}"


def ini_fault(block):
    """Tolerant: unit files repeat keys, .env files have no section."""
    return ini_text_fault(block.text, 0) if re.match(r"(\s|[#;].*\n)*\[", block.text) else ini_text_fault("[card]\n" + block.text, 1)


def ini_text_fault(text, added_lines):
    try:
        configparser.RawConfigParser(strict=False, allow_no_value=True).read_string(text)
    except configparser.ParsingError as error:
        line, code = error.errors[0]
        return line - added_lines, f"INI: cannot be read: {code}"


def sql_fault(block):
    database = sqlite3.connect(":memory:")
    try:
        for line, statement in sql_statements(block.text):
            if text := sql_statement_fault(database, statement):
                return line, f"SQL: {text}"
    finally:
        database.close()


def sql_statements(text):
    """Yields the line and the text of every statement that is not marked with a comment `-- norun`."""
    statement, start = "", 1
    for number, line in enumerate(text.splitlines(), 1):
        if not statement.strip():
            statement, start = "", number
        statement += line + "\n"
        if sqlite3.complete_statement(statement):
            yield from wanted_statement(start, statement)
            statement = ""
    yield from wanted_statement(start, statement)


def wanted_statement(line, statement):
    code = re.sub(r"--[^\n]*|/\*.*?\*/", "", statement, flags=re.S).strip(" \n;")
    if code and not re.search(r"--.*\bnorun\b", statement):
        yield line, statement


def sql_statement_fault(database, statement):
    explained = re.match(r"\s*EXPLAIN\b", statement, re.I)
    try:
        database.execute(statement if explained else "EXPLAIN " + statement)
    except sqlite3.OperationalError as error:
        if re.search("syntax error|unrecognized token|incomplete input", str(error)):
            return str(error)
    except (sqlite3.Error, sqlite3.Warning) as error:
        return str(error) if "one statement at a time" in str(error) else None


STATIC_CHECKS = {"python": python_fault, "jinja": jinja_fault, "html": jinja_fault, "json": json_fault,
                 "toml": toml_fault, "ini": ini_fault, "sql": sql_fault}


def static_check(block):
    """The function that checks this block, or None."""
    if block.language == "html" and not re.search(r"\{[%{#]", block.text):
        return None
    if block.language != "python" and "norun" in block.flags:
        return None
    return STATIC_CHECKS.get(block.language)


def check_statically(card):
    for block in card.blocks:
        check = static_check(block)
        if check and (found := check(block)):
            card.fault(block.line + found[0] - 1, found[1])


# What is run

def version_tuple(text):
    return tuple(int(part) for part in re.findall(r"\d+", text)[:3])


def check_version(card, flask_version):
    """Skips a card whose code belongs to another Flask."""
    here = version_tuple(flask_version)
    for key in ("since", "until"):
        if key not in card.header:
            continue
        bound = version_tuple(card.header[key])
        if not bound:
            card.fault(1, f"{key}: is no version")
        elif here < bound if key == "since" else here[:len(bound)] > bound:
            card.skips.append(f"{key} Flask {card.header[key]}")


def jobs_of(card):
    runnable = [block for block in card.blocks if block.runs]
    normal = [block for block in runnable if not block.is_bug]
    tests = [block for block in normal if "test" in block.flags]
    if normal:
        yield Job(card, normal)
    for block in runnable:
        if "bug" in block.options:
            yield Job(card, [block], block.options["bug"])
        elif block.is_bug:
            yield Job(card, [block, *tests], "")


def check_needs(card):
    needs = [name for block in card.blocks for name in block.options.get("needs", "").split(",") if name]
    reasons = {name: reason for name in needs if (reason := import_fault(name))}
    card.skips += [f"needs {name}: {reason}" for name, reason in reasons.items()]


@functools.cache
def import_fault(name):
    """Why the module cannot be imported, or None; tried in a child, as some cards prepare the first import."""
    sys.stdout.flush()
    sys.stderr.flush()
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.write(writer, import_trial(name).encode()[:1000])
        os._exit(0)
    os.close(writer)
    with open(reader, encoding="utf-8", errors="replace") as pipe:
        reason = pipe.read()
    status = os.waitpid(pid, 0)[1]
    return reason or ("the import ended the interpreter" if status else None)


def import_trial(name):
    forbid_network()
    signal.alarm(TIME_LIMIT)
    for descriptor in (1, 2):
        os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)
    try:
        importlib.import_module(name)
    except BaseException as error:
        return f"{type(error).__name__}: {error}" if not isinstance(error, ImportError) else str(error)
    return ""


class NetworkForbidden(PermissionError):
    pass


def refuse_network(*_, **__):
    raise NetworkForbidden("cards run without network: no connection, no name lookup, no bound port")


def local_only(method):
    def call(self, *arguments):
        return method(self, *arguments) if self.family == socket.AF_UNIX else refuse_network()
    return call


def numeric_only(lookup):
    """Numeric addresses need no network to be read."""
    def call(host, port, family=0, type=0, proto=0, flags=0):
        try:
            return lookup(host, port, family, type, proto, flags | socket.AI_NUMERICHOST)
        except socket.gaierror:
            refuse_network()
    return call


def forbid_network():
    socket.getaddrinfo = numeric_only(socket.getaddrinfo)
    for name in ("connect", "connect_ex", "bind", "sendto", "sendmsg"):
        setattr(socket.socket, name, local_only(getattr(socket.socket, name)))
    for name in ("create_connection", "create_server", "gethostbyname", "gethostbyname_ex", "gethostbyaddr"):
        setattr(socket, name, refuse_network)


def limit_resources():
    for what, wanted in LIMITS.items():
        hard = resource.getrlimit(what)[1]
        wanted = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(what, (wanted, wanted))


def base_environment():
    return {"PATH": f"{Path(sys.executable).parent}:/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "PYTHONHASHSEED": "0"}


class Sandbox:
    """The temporary folder of one job: card/ is where it runs; tmp, output and result lie outside."""

    def __init__(self, job):
        self.job = job
        self.root = Path(tempfile.mkdtemp(prefix="flaskcards-")).resolve()
        self.home, self.tmp = self.root / "card", self.root / "tmp"
        self.output, self.result, self.module = self.root / "output", self.root / "result", self.home / "card.py"
        self.offsets = {str(self.module): 0}
        self.home.mkdir()
        self.tmp.mkdir()
        for block in job.card.blocks:
            if block.file:
                self.write(block)
        self.write_module()

    def write(self, block):
        path = self.home / block.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.text, encoding="utf-8")
        self.offsets[str(path)] = block.line - 1

    def write_module(self):
        """card.py has its blocks on the lines they have in the card, so line numbers agree."""
        lines = []
        for block in sorted(self.job.blocks, key=lambda block: block.line):
            lines += [""] * (block.line - 1 - len(lines)) + block.text.splitlines()
        self.module.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def card_line(self, file, line):
        """The line in the card, or None for a file that is not the card's."""
        offset = self.offsets.get(os.path.join(self.home, file or ""))
        return None if offset is None or line is None else line + offset

    def in_terms_of_card(self, text):
        def replaced(match):
            line = self.card_line(match[1], int(match[2]))
            return f'File "{self.job.card.name}", line {line}' if line else match[0]
        return re.sub(r'File "([^"\n]+)", line (\d+)', replaced, text)

    def remove(self):
        shutil.rmtree(self.root, ignore_errors=True)


# In the child

def enter(sandbox):
    os.setpgid(0, 0)
    os.chdir(sandbox.home)
    os.environ.clear()
    os.environ.update(base_environment(), HOME=str(sandbox.home), TMPDIR=str(sandbox.tmp))
    tempfile.tempdir = None
    redirect_output(sandbox.output)
    limit_resources()
    forbid_network()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)


def redirect_output(path):
    out = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(out, 1)
    os.dup2(out, 2)
    sys.stdin = open(0, encoding="utf-8", closefd=False)
    sys.stdout = sys.__stdout__ = open(1, "w", encoding="utf-8", buffering=1, closefd=False)
    sys.stderr = sys.__stderr__ = open(2, "w", encoding="utf-8", buffering=1, closefd=False)
    faulthandler.register(signal.SIGUSR1)  # shows where a card hangs


def card_module(path):
    """One module for all blocks; Flask(__name__) finds its folder."""
    spec = importlib.util.spec_from_file_location("card", path)
    module = importlib.util.module_from_spec(spec)
    module.__builtins__ = __builtins__
    sys.modules["card"] = module
    sys.path[:] = [str(path.parent), *(entry for entry in sys.path if entry not in ("", str(Path(__file__).resolve().parent)))]
    sys.argv[:] = [str(path)]
    importlib.invalidate_caches()
    return module


def outcome(sandbox):
    module = card_module(sandbox.module)
    try:
        for block in sandbox.job.blocks:
            code = compile("\n" * (block.line - 1) + block.text, sandbox.module, "exec", dont_inherit=True)
            exec(code, module.__dict__)
    except BaseException as error:
        return described(error, sandbox)
    return {}


def described(error, sandbox):
    places = [(frame.filename, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    if isinstance(error, SyntaxError):
        places.append((error.filename, error.lineno))
    lines = [line for place in places if (line := sandbox.card_line(*place))]
    trace = error.__traceback__
    while trace and trace.tb_frame.f_code.co_filename == __file__:
        trace = trace.tb_next
    summary = traceback.format_exception_only(error)[-1].strip()
    details = "".join(traceback.format_exception(type(error), error, trace))
    return {"raised": type(error).__name__, "line": lines[-1] if lines else sandbox.job.line, "summary": summary, "trace": details}


def child(sandbox):
    """Never returns. A process which the card forks and forgets to end leaves no result."""
    own = os.getpid()
    try:
        enter(sandbox)
        result = outcome(sandbox)
        if os.getpid() == own:
            sys.stdout.flush()
            sys.stderr.flush()
            sandbox.result.write_text(json.dumps(result), encoding="utf-8")
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(0)


# In the parent

class Running:
    def __init__(self, job):
        self.job, self.sandbox = job, Sandbox(job)
        self.end = time.monotonic() + TIME_LIMIT
        sys.stdout.flush()
        sys.stderr.flush()
        self.pid = os.fork()
        if self.pid == 0:
            child(self.sandbox)
        with contextlib.suppress(OSError):
            os.setpgid(self.pid, self.pid)

    def finished(self):
        ended = os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT)
        late = not ended and time.monotonic() > self.end
        if not ended and not late:
            return False
        if late:
            os.kill(self.pid, signal.SIGUSR1)
            time.sleep(0.1)
        status = self.stop()
        self.judge("ran longer than %g s" % TIME_LIMIT if late else status)
        self.sandbox.remove()
        return True

    def stop(self):
        """Ends the child and all it started; its number is free for others only afterwards."""
        with contextlib.suppress(OSError):
            os.killpg(self.pid, signal.SIGKILL)
        status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        return f"killed by {signal.Signals(-status).name}" if status < 0 else "left before its last line"

    def judge(self, end):
        card, bug = self.job.card, self.job.bug
        try:
            result = json.loads(self.sandbox.result.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            result = {"raised": None, "line": self.job.line, "summary": end, "trace": ""}
        raised = result.get("raised")
        if "raised" in result and (raised is None or bug is None):
            card.fault(result["line"], result["summary"], self.details(result))
        elif bug and raised != bug:
            card.fault(self.job.line, f"must raise {bug}, but {result.get('summary', 'raised nothing')}", self.details(result))
        elif bug == "" and not raised:
            card.fault(self.job.line, "the bug neither raises nor makes a test fail", self.details(result))

    def details(self, result):
        with contextlib.suppress(OSError):
            output = self.sandbox.output.read_bytes()[-20000:].decode("utf-8", "replace")
            return self.sandbox.in_terms_of_card(output + result.get("trace", ""))
        return ""


def run_jobs(jobs):
    waiting, running = list(reversed(jobs)), []
    try:
        while waiting or running:
            while waiting and len(running) < (os.cpu_count() or 1):
                running.append(Running(waiting.pop()))
            running = [one for one in running if not one.finished()]
            time.sleep(0.002)
    finally:
        for one in running:
            with contextlib.suppress(OSError):
                one.stop()
            one.sandbox.remove()


def check_cards(cards, flask_version):
    for card in cards:
        check_version(card, flask_version)
        check_needs(card)
        check_statically(card)
    run_jobs([job for card in cards if not card.faults and not card.skips for job in jobs_of(card)])


def state(card):
    if card.faults:
        return "failed"
    if card.skips:
        return "skipped"
    return "run" if any(map(static_check, card.blocks)) else "without code"


def report(cards, flask_version, seconds):
    for card in cards:
        if state(card) == "skipped":
            print(f"skipped {card.name}: {'; '.join(card.skips)}")
    for card in cards:
        print(*card.faults, sep="\n", end="\n" if card.faults else "")
    count = Counter(map(state, cards))
    parts = ", ".join(f"{count[name]} {name}" for name in ("run", "without code", "skipped", "failed"))
    print(f"{len(cards)} cards: {parts} (Flask {flask_version}, {seconds:.1f} s)")


def installed_flask():
    try:
        return importlib.metadata.version("flask")
    except importlib.metadata.PackageNotFoundError:
        return None


def warm_up():
    for name in WARM:
        with contextlib.suppress(Exception):
            importlib.import_module(name)
    gc.freeze()


def card_paths(places):
    return [path for place in places for path in (sorted(place.glob("*/*.md")) if place.is_dir() else [place])]


def list_cards(cards):
    for card in cards:
        count = Counter(block.language for block in card.blocks if static_check(block))
        print(card.name, *(f"{language}:{number}" for language, number in sorted(count.items())))


def main(arguments):
    parser = argparse.ArgumentParser(description="Runs the code of the cards.")
    parser.add_argument("--list", action="store_true", help="only list the cards and their checked blocks")
    parser.add_argument("places", nargs="*", type=Path, default=[Path(__file__).resolve().parents[2] / "questions"],
                        metavar="PLACE", help="folder of a bank, or a card")
    options = parser.parse_args(arguments)
    start, flask_version = time.monotonic(), installed_flask()
    cards = [read_card(path) for path in card_paths(options.places)]
    if options.list:
        list_cards(cards)
        return 0
    if flask_version is None:
        print("Flask is not installed: the cards' code is not checked")
        return 77
    if not cards:
        print("no cards in", *options.places)
        return 1
    warm_up()
    check_cards(cards, flask_version)
    report(cards, flask_version, time.monotonic() - start)
    return 1 if any(card.faults for card in cards) else 0


def in_clean_interpreter():
    """Starts this program again with a fixed hash seed, no inherited environment and no packages of the user."""
    if os.environ.get("PYTHONHASHSEED") == "0" and sys.flags.no_user_site:
        return
    kept = {"TMPDIR": os.environ["TMPDIR"]} if "TMPDIR" in os.environ else {}
    os.execve(sys.executable, [sys.executable, "-s", "-B", *sys.argv], base_environment() | kept)


if __name__ == "__main__":
    in_clean_interpreter()
    sys.exit(main(sys.argv[1:]))
