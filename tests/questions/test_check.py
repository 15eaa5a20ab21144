# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of check.py: small cards that must pass, be skipped or fail."""
import contextlib
import importlib.util
import io
import os
import re
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path
from unittest import mock

sys.dont_write_bytecode = True
import check

FLASK = "2.2.2"
PROGRAM = Path(check.__file__)
needs_jinja = unittest.skipUnless(importlib.util.find_spec("jinja2"), "Jinja is not installed")
needs_flask = unittest.skipUnless(check.installed_flask(), "Flask is not installed")


def fence(info, *lines):
    return "\n".join([f"```{info}", *lines, "```", ""])


class CardTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.bank = Path(folder.name, "questions")

    def write(self, *parts, header=(), name="card-under-test"):
        path = self.bank / "topic" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(["---", *header, "---", "# Title?", "", *parts]), encoding="utf-8")
        return path

    def checked(self, *parts, header=()):
        card = check.read_card(self.write(*parts, header=header))
        check.check_cards([card], FLASK)
        return card

    def passes(self, *parts, state="run", **options):
        card = self.checked(*parts, **options)
        self.assertEqual(card.faults, [])
        self.assertEqual(check.state(card), state)
        return card

    def fails(self, pattern, *parts, line=None, **options):
        card = self.checked(*parts, **options)
        self.assertEqual(check.state(card), "failed")
        text = "\n".join(card.faults)
        self.assertRegex(text, pattern)
        self.assertTrue(text.startswith("questions/topic/card-under-test.md:"), text)
        if line:
            self.assertEqual(int(re.match(r"[^:]*:(\d+):", text)[1]), line, text)
        return text


class PythonBlocks(CardTest):
    def test_blocks_share_a_namespace_in_order(self):
        self.passes(fence("python", "x = 1"), fence("python test", "assert x == 1"))

    def test_failing_test_names_the_line_in_the_card(self):
        self.fails("AssertionError: no", fence("python", "x = 1"), fence("python test", "", 'assert x == 2, "no"'), line=11)

    def test_traceback_and_output_are_shown(self):
        text = self.fails("ZeroDivisionError", fence("python", 'print("before")', "1 / 0"), line=7)
        self.assertIn("\n    before", text)
        self.assertIn('File "questions/topic/card-under-test.md", line 7', text)
        self.assertNotIn("check.py", text)

    def test_silent_end_before_the_test_fails(self):
        self.fails("SystemExit", fence("python", "raise SystemExit"))
        self.fails("left before its last line", fence("python", "import os", "os._exit(0)"))
        self.fails("killed by SIGKILL", fence("python", "import os", "os.kill(os.getpid(), 9)"))

    def test_forked_process_does_not_report(self):
        self.fails("killed by SIGKILL", fence("python", "import os, time", "parent = os.getpid()", "if os.fork():",
                                              "    time.sleep(0.2)", "    os.kill(parent, 9)"))

    def test_module_is_called_card_and_has_a_file(self):
        self.passes(fence("python", "import sys, inspect, importlib", "from pathlib import Path", "def f():", "    return 1"),
                    fence("python test", 'assert __name__ == "card" and sys.modules["card"].f is f',
                          'assert Path(__file__) == Path.cwd() / "card.py"', 'assert "return 1" in inspect.getsource(f)',
                          'assert importlib.util.find_spec("card") is __spec__'))

    def test_future_statement_in_a_later_block(self):
        self.passes(fence("python", "x = 1"), fence("python test", "from __future__ import annotations"))

    def test_norun_is_only_compiled(self):
        self.passes(fence("python norun", "raise SystemExit(1)"))
        self.fails("does not compile", fence("python norun", "x = 1", "x ="), line=7)

    def test_lines_at_fault_change_nothing(self):
        self.passes(fence("python bug=ZeroDivisionError fault=2", "x = 0", "1 / x"), fence("python", "x = 1"),
                    fence("python test", "assert x"))

    def test_syntax_error_and_syntax_warning(self):
        self.fails("does not compile", fence("python", "x = 1", "def"), line=7)
        self.fails("does not compile", fence("python", 'x = "\\d"'), line=6)
        self.fails("does not compile", fence("python", 'x = 1 is 1'), line=6)

    def test_indented_fence_counts(self):
        self.fails("AssertionError", "- point\n", "  ```python\n  assert False\n  ```")


class Files(CardTest):
    def test_files_are_written_first(self):
        self.passes(fence("python", "import shop.views", 'text = open("shop/a.txt").read()'),
                    fence("python test", 'assert shop.views.x == 1 and text == "hello\\n"'),
                    fence("python file=shop/views.py", "x = 1"), fence("text file=shop/a.txt", "hello"))

    def test_error_in_a_file_has_the_line_of_the_card(self):
        self.fails("KeyError", fence("python file=shop.py", "x = 1", "{}[x]"), fence("python", "import shop"), line=7)

    def test_file_must_stay_inside(self):
        for name in ("../x", "/tmp/x", "a/../../x", ""):
            self.fails("must stay inside", fence(f"text file={name}", "x"))

    def test_file_written_twice(self):
        self.fails("written twice", fence("text file=a", "x"), fence("text file=a", "y"))
        self.fails("written twice", fence("python file=card.py", "x = 1"))

    def test_file_is_no_test(self):
        self.fails("only written", fence("python test file=a.py", "assert False"))


class Bugs(CardTest):
    def test_named_error(self):
        self.passes(fence("python bug=KeyError", '{}["x"]'))
        self.fails("must raise KeyError, but raised nothing", fence("python bug=KeyError", "x = 1"), line=6)
        self.fails("must raise LookupError, but KeyError", fence("python bug=LookupError", '{}["x"]'))

    def test_bug_runs_alone_with_the_files(self):
        self.fails("must raise KeyError, but NameError", fence("python", "x = {}"), fence("python bug=KeyError", "x[1]"))
        self.passes(fence("python file=a.py", "x = {}"), fence("python bug=KeyError", "import a", "a.x[1]"))

    def test_bug_that_raises(self):
        self.passes(fence("python bug", "1 / 0"))

    def test_bug_that_fails_the_test(self):
        test = fence("python test", "assert x == 2")
        self.passes(fence("python bug", "x = 1"), fence("python", "x = 2"), test)
        self.fails("neither raises nor", fence("python bug", "x = 2"), fence("python", "x = 2"), test, line=6)

    def test_bug_without_proof(self):
        self.fails("neither raises nor", fence("python bug", "x = 1"))

    def test_bug_must_compile(self):
        self.fails("does not compile", fence("python bug", "x ="))
        self.passes(fence("python bug=SyntaxError", "x ="))

    def test_bug_that_kills_itself_proves_nothing(self):
        self.fails("killed by", fence("python bug", "import os", "os.kill(os.getpid(), 9)"))


class Surroundings(CardTest):
    def test_network_is_refused(self):
        for code in ('socket.create_connection(("127.0.0.1", 9))', 'socket.socket().connect(("127.0.0.1", 9))',
                     'socket.socket().bind(("127.0.0.1", 0))', 'socket.getaddrinfo("localhost", 80)',
                     'socket.gethostbyname("localhost")', 'socket.create_server(("", 0))',
                     'socket.socket(type=socket.SOCK_DGRAM).sendto(b"", ("127.0.0.1", 9))'):
            self.fails("cards run without network", fence("python", "import socket", code), line=7)

    def test_local_sockets_stay(self):
        self.passes(fence("python", "import asyncio, socket", "a, b = socket.socketpair()", 'a.send(b"x")',
                          'socket.socket(socket.AF_UNIX).bind("door")', "asyncio.run(asyncio.sleep(0))",
                          'assert socket.getaddrinfo("127.1", 80)[0][4] == ("127.0.0.1", 80)'))

    def test_environment_and_folder(self):
        with mock.patch.dict(os.environ, {"FLASK_DEBUG": "1"}):
            self.passes(fence("python", "import os, tempfile", 'assert "FLASK_DEBUG" not in os.environ',
                              'assert os.environ["HOME"] == os.getcwd() and os.listdir() == ["card.py"]',
                              'assert os.environ["LANG"] == "C.UTF-8" and os.environ["PYTHONHASHSEED"] == "0"',
                              'assert os.getpgid(0) == os.getpid()', "tempfile.mkdtemp()"))

    def test_nothing_is_left_behind(self):
        with tempfile.TemporaryDirectory() as folder, mock.patch.object(tempfile, "tempdir", folder):
            self.passes(fence("python", "import tempfile", 'open("x", "w").close()', "tempfile.mkstemp()"))
            self.assertEqual(os.listdir(folder), [])

    def test_time_limit_ends_the_whole_group(self):
        note = self.bank.parent / "pid"
        with mock.patch.object(check, "TIME_LIMIT", 1):
            text = self.fails("ran longer than 1 s", fence(
                "python", "import subprocess, time", 'child = subprocess.Popen(["sleep", "60"])',
                f'open("{note}", "w").write(str(child.pid))', "time.sleep(60)"))
        self.assertIn('card-under-test.md", line 9', text)
        self.assertTrue(ended(int(note.read_text())))

    def test_time_limit_holds_for_a_bug(self):
        with mock.patch.object(check, "TIME_LIMIT", 1):
            self.fails("ran longer", fence("python bug", "while True: pass"))

    def test_memory_is_limited(self):
        self.fails("MemoryError", fence("python", "x = bytearray(5 << 30)"))

    def test_cards_do_not_see_each_other(self):
        first = self.write(fence("python", "import os, flask_mark", 'os.environ["X"] = "1"'), fence("python file=flask_mark.py"),
                           name="first")
        second = self.write(fence("python", "import os, sys", 'assert "X" not in os.environ',
                                  'assert "flask_mark" not in sys.modules'), name="second")
        cards = [check.read_card(path) for path in (first, second)]
        check.check_cards(cards, FLASK)
        self.assertEqual([card.faults for card in cards], [[], []])


def ended(pid):
    """Killed; a container without init may keep it as a zombie."""
    for _ in range(50):
        try:
            if Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except OSError:
            return True
        time.sleep(0.05)
    return False


class Skips(CardTest):
    def test_missing_module(self):
        card = self.passes(fence("python needs=json,no_such_module", "1 / 0"), state="skipped")
        self.assertEqual(card.skips, ["needs no_such_module: No module named 'no_such_module'"])

    def test_present_module_is_not_imported_beforehand(self):
        self.passes(fence("python needs=this", "import sys", 'assert "this" not in sys.modules'))

    def test_versions(self):
        code = fence("python", "x = 1")
        for header, state in (("since: 2.2", "run"), ("since: 2.3", "skipped"), ("since: 3.1", "skipped"), ("until: 2.2", "run"),
                              ("until: 2.2.1", "skipped"), ("until: 2", "run"), ("until: 2.1", "skipped")):
            with self.subTest(header):
                self.passes(code, header=[header], state=state)

    def test_version_that_is_none(self):
        self.fails("since: is no version", header=["since: soon"])

    def test_skipped_card_is_still_compiled(self):
        self.fails("does not compile", fence("python", "x ="), header=["since: 9"])


class OtherLanguages(CardTest):
    def test_unchecked_languages(self):
        self.passes(*(fence(language, "{% <( [") for language in ("sh", "http", "nginx", "dockerfile", "text")),
                    fence("html", "<p>"), state="without code")

    def test_no_code_at_all(self):
        self.passes("text", state="without code")

    @needs_jinja
    def test_jinja(self):
        self.passes(fence("jinja", "{% trans %}a{% endtrans %}{% do x.append(1) %}{% for a in b %}{% break %}{% endfor %}",
                          "{{ x | unknown }}"))
        self.fails("template: ", fence("jinja", "", "{% if x %}"), line=7)
        self.fails("template: ", fence("html", "{{ x }"), line=6)
        self.fails("template: ", fence("jinja file=templates/a.html", "{% endif %}"))

    def test_json(self):
        self.passes(fence("json", '{"a": [1]}'))
        self.fails("JSON: ", fence("json", "{", '"a": 1,', "}"), line=8)

    def test_toml(self):
        self.passes(fence("toml", "[a]", "b = 1"))
        self.fails("TOML: ", fence("toml", "[a]", "b = "), line=7)

    def test_ini(self):
        self.passes(fence("ini", "[a]", "b = %d", "b = 2", "c"))
        self.passes(fence("ini file=.env", "# [a]", "A=1", "B=2"))
        self.fails("INI: ", fence("ini", "A=1", "=2"), line=7)
        self.fails("INI: ", fence("ini", "[a]", "= 2"), line=7)

    def test_sql(self):
        self.passes(fence("sql", "-- all", "SELECT x FROM nowhere", "WHERE a = ?;", "INSERT INTO t VALUES (1);", "EXPLAIN SELECT 1;"))
        self.fails('near "y": syntax error', fence("sql", "SELECT 1;", "", "SELECT x", "FORM y;"), line=8)
        self.fails("incomplete input", fence("sql", "SELECT x FROM"))

    def test_sql_norun(self):
        self.passes(fence("sql norun", "FORM"), state="without code")
        self.passes(fence("sql", "FORM x; -- norun", "SELECT 1;"))


class Fences(CardTest):
    def test_unknown_words(self):
        self.fails("unknown language “py”", fence("py", "x"))
        self.fails("unknown language “”", fence("", "x"))
        self.fails("unknown flag “tset”", fence("python tset", "x = 1"))
        self.fails("unknown flag “need”", fence("python need=a", "x = 1"))

    def test_open_fence(self):
        self.fails("never closed", "```python\nx = 1", line=5)

    def test_longer_fence_holds_a_shorter_one(self):
        self.passes("`````text\n```python\n1 / 0\n```\n`````\n", state="without code")

    def test_unreadable_card(self):
        path = self.write()
        path.write_bytes(b"\xff")
        self.assertRegex(check.read_card(path).faults[0], "utf-8")
        self.assertEqual(check.state(check.read_card(self.bank / "topic" / "none.md")), "failed")


class Program(CardTest):
    def run_program(self, *arguments):
        return subprocess.run([sys.executable, "-B", PROGRAM, *arguments], capture_output=True, text=True, timeout=60)

    @needs_flask
    def test_summary_and_exit_status(self):
        self.write(fence("python", "from flask import Flask", "app = Flask(__name__)"), name="good")
        self.write("text", name="prose")
        self.write(fence("python needs=no_such_module", "x = 1"), name="skipped")
        run = self.run_program(self.bank)
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        lines = run.stdout.splitlines()
        self.assertEqual(lines[0], "skipped questions/topic/skipped.md: needs no_such_module: No module named 'no_such_module'")
        summary = f"3 cards: 1 run, 1 without code, 1 skipped, 0 failed (Flask {check.installed_flask()}, "
        self.assertRegex(lines[1], re.escape(summary) + r"\d+\.\d s\)$")
        bad = self.write(fence("python", "1 / 0"), name="bad")
        run = self.run_program(self.bank)
        self.assertEqual(run.returncode, 1)
        self.assertIn("questions/topic/bad.md:6: ZeroDivisionError", run.stdout)
        self.assertIn("4 cards: 1 run, 1 without code, 1 skipped, 1 failed", run.stdout.splitlines()[-1])
        self.assertIn("1 cards: 0 run, 0 without code, 0 skipped, 1 failed", self.run_program(bad).stdout)

    @needs_flask
    def test_hash_seed_is_fixed(self):
        path = self.write(fence("python", 'print(hash("x"))', "1 / 0"))
        outputs = {self.run_program(path).stdout.splitlines()[1] for _ in range(2)}
        self.assertEqual(len(outputs), 1)

    @needs_flask
    def test_empty_bank_fails(self):
        self.assertEqual(self.run_program(self.bank.parent).returncode, 1)

    def test_list_runs_nothing(self):
        self.write(fence("python", "1 / 0"), fence("json", "{}"), fence("sh", "ls"))
        run = self.run_program("--list", self.bank)
        self.assertEqual((run.returncode, run.stdout), (0, "questions/topic/card-under-test.md json:1 python:1\n"))

    def test_without_flask(self):
        output = io.StringIO()
        with mock.patch.object(check, "installed_flask", return_value=None), contextlib.redirect_stdout(output):
            self.assertEqual(check.main([str(self.bank)]), 77)
        self.assertEqual(len(output.getvalue().splitlines()), 1)


if __name__ == "__main__":
    unittest.main()
