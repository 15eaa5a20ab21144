# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a person's code and the hidden check of the card, then ends whatever they have started.

runner.py JOB SECONDS: JOB/job.json says what to run, JOB/work is the folder it runs in, JOB/result.json tells how
it went. The code runs in a child; this process only waits. It inherits the orphans of its children, so that nothing
outlives it, and stops everything at the time limit or when it is asked to end.
"""
import ctypes
import faulthandler
import importlib.util
import json
import os
import re
import signal
import site
import sys
import time
from pathlib import Path

JOB, SECONDS = Path(sys.argv[1]), float(sys.argv[2])
WORK, CHECK, CODE = JOB / "work", JOB / "check.py", JOB / "work" / "card.py"
NOTED = "sides_of_the_check"
RESULT, HANG, HOME = JOB / "result.json", JOB / "hang", JOB / "home"
WATCHED = {signal.SIGCHLD, signal.SIGTERM, signal.SIGINT}
MEBIBYTE = 1 << 20
PROCESSES = 512  # beyond those the person has already
LONGEST = 2000   # characters of one text of the result
MOST_SHOWN = 200  # characters of a value
PR_SET_PDEATHSIG, PR_SET_CHILD_SUBREAPER = 1, 36


def process_control(option, value):
    try:
        ctypes.CDLL(None).prctl(option, int(value), 0, 0, 0)
    except (OSError, AttributeError):
        pass


# The child

def tasks_of_user():
    """Processes and threads, as the limit counts them."""
    count = 0
    for path in Path("/proc").glob("[0-9]*"):
        try:
            if path.stat().st_uid == os.getuid():
                count += int((path / "stat").read_text(errors="replace").rpartition(")")[2].split()[17])
        except (OSError, ValueError, IndexError):
            pass
    return count


def limit_resources():
    """The soft limits only, so that there is room to tell of an error that they caused."""
    import resource
    limits = {resource.RLIMIT_AS: 2048 * MEBIBYTE, resource.RLIMIT_FSIZE: 64 * MEBIBYTE, resource.RLIMIT_NOFILE: 512,
              resource.RLIMIT_CORE: 0}
    if tasks := tasks_of_user():
        limits[resource.RLIMIT_NPROC] = tasks + PROCESSES
    for what, wanted in limits.items():
        hard = resource.getrlimit(what)[1]
        resource.setrlimit(what, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))
    try:  # where memory runs out all the same, this goes before the desktop does
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")
    except OSError:
        pass


def lift_limits():
    import resource
    for what in (resource.RLIMIT_AS, resource.RLIMIT_FSIZE, resource.RLIMIT_NOFILE):
        hard = resource.getrlimit(what)[1]
        resource.setrlimit(what, (hard, hard))


def leave_home():
    """Modules that the person installed for themselves are still found, by what the code starts too."""
    if site.ENABLE_USER_SITE:
        os.environ["PYTHONUSERBASE"] = site.getuserbase()
    HOME.mkdir()
    os.environ["HOME"] = str(HOME)


def card_module():
    """One module for code and check, with a file, so that Flask(__name__) finds its folder."""
    spec = importlib.util.spec_from_file_location("card", CODE)
    module = importlib.util.module_from_spec(spec)
    module.__builtins__ = __builtins__
    sys.modules["card"] = module
    sys.path[0] = str(WORK)
    sys.argv[:] = [str(CODE)]
    return module


def add_imports(imports, names):
    """What the example imports, the check may use without having imported it."""
    import ast
    for node in ast.parse(imports).body:
        for alias in node.names:
            if (alias.asname or alias.name.partition(".")[0]) in names:
                continue
            node.names = [alias]
            try:
                exec(compile(ast.Module([node], []), "imports", "exec"), names)
            except Exception:
                pass


def noting_sides(text):
    """The check, with both sides of each asserted comparison kept under a name, to be told if it does not hold."""
    import ast

    def part(side):
        return f"{NOTED}[{side}][1]"

    class Noting(ast.NodeTransformer):
        def visit_Assert(self, node):
            several = isinstance(node.test, ast.BoolOp) and isinstance(node.test.op, ast.And)
            return [new for test in (node.test.values if several else [node.test]) for new in self.noted(node, test)]

        def noted(self, node, test):
            sides = [test.left, *test.comparators] if isinstance(test, ast.Compare) and len(test.ops) == 1 else []
            pairs = [ast.Tuple([ast.Constant(None if is_literal(side) else ast.unparse(side)), side], ast.Load())
                     for side in sides]
            note = ast.Assign([ast.Name(NOTED, ast.Store())], ast.Tuple(pairs, ast.Load()))
            if sides:
                left, right = (ast.parse(part(side), mode="eval").body for side in (0, 1))
                test = ast.Compare(left, test.ops, [right])
            for new in note, ast.Assert(test, node.msg):
                yield ast.fix_missing_locations(ast.copy_location(new, node))

    return Noting().visit(ast.parse(text, str(CHECK)))


def shortened(text):
    line = " ".join(text.split("\n"))
    return line if len(line) <= MOST_SHOWN else line[:MOST_SHOWN] + "\u2026"


def is_literal(side):
    import ast
    try:
        ast.literal_eval(side)
        return True
    except ValueError:
        return False


def sides(error):
    """What the sides of the comparison came to, a comment each; none for a literal."""
    place = error.__traceback__
    while place.tb_next:
        place = place.tb_next
    try:
        noted = place.tb_frame.f_locals.get(NOTED, ())
        return [f"# {source} \u2192 {shortened(repr(value))}" for source, value in noted if source]
    except BaseException:  # a value may do anything when it is asked how it looks
        return []


def described(error):
    """The error in a line, where in the person's code it arose, and which statement of the check saw it."""
    import linecache
    import traceback
    lines = traceback.format_exception_only(error)  # of a syntax error the place comes first, notes come last
    summary = next((line for line in lines if not line.startswith("  ")), lines[-1]).strip()[:LONGEST]
    found = {"summary": summary, "line": 0, "source": ""}
    for frame in traceback.extract_tb(error.__traceback__):
        if frame.filename == str(CODE):
            found["line"] = frame.lineno
        elif frame.filename == str(CHECK):
            last = getattr(frame, "end_lineno", None) or frame.lineno
            lines = [linecache.getline(str(CHECK), number).rstrip() for number in range(frame.lineno, last + 1)]
            if type(error) is AssertionError:
                lines += sides(error)
            found["source"] = "\n".join(lines)[:LONGEST]
    if isinstance(error, SyntaxError) and error.filename == str(CODE):
        found["line"] = error.lineno or 0
    if isinstance(error, ModuleNotFoundError) and error.name:
        found["module"] = error.name.partition(".")[0]
    return found


def outcome(job):
    module = card_module()
    names = module.__dict__

    def run(text, path):
        exec(compile(text, str(path), "exec", dont_inherit=True), names)

    step = "raised"
    try:
        run(job["setUp"], CHECK)
        run(job["code"], CODE)
        if not job["test"].strip():
            return {"verdict": "ran"}
        for module_name in job["needs"]:
            if importlib.util.find_spec(module_name) is None:
                return {"verdict": "raised", "module": module_name, "summary": "the check needs " + module_name}
        step = "failed"
        add_imports(job["imports"], names)
        CHECK.write_text(job["test"], encoding="utf-8")
        run(noting_sides(job["test"]), CHECK)
    except BaseException as error:
        lift_limits()
        try:
            return {"verdict": step, **described(error)}
        except BaseException:
            return {"verdict": step, "summary": type(error).__name__}
    return {"verdict": "passed"}


def flush(stream):
    """The code may have closed it, or taken it away."""
    try:
        stream.flush()
    except Exception:
        pass


def child(runner):
    own = os.getpid()
    try:
        os.setpgid(0, 0)
        process_control(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != runner:
            return
        signal.pthread_sigmask(signal.SIG_UNBLOCK, WATCHED)
        os.chdir(WORK)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        sys.stdout.reconfigure(line_buffering=True)
        faulthandler.register(signal.SIGUSR1, open(HANG, "w"))
        leave_home()
        limit_resources()
        job = json.loads((JOB / "job.json").read_text(encoding="utf-8"))
        result = outcome(job)
        if os.getpid() == own:  # not in a process that the code has forked
            lift_limits()
            flush(sys.stdout)
            flush(sys.stderr)
            RESULT.write_text(json.dumps(result), encoding="utf-8")
    finally:
        os._exit(0)


# The parent

def descendants():
    parents = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(path.parent.name)] = int(path.read_text(errors="replace").rpartition(")")[2].split()[1])
        except (OSError, ValueError, IndexError):
            pass
    found = {os.getpid()}
    while more := {pid for pid, parent in parents.items() if parent in found} - found:
        found |= more
    return found - {os.getpid()}


def kill(function, number):
    try:
        function(number, signal.SIGKILL)
    except OSError:
        pass


def reap():
    """Collects the dead; False when there are no children any more."""
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        return False
    return True


def end_with_group(pid):
    """A group goes at one blow, however quickly its processes make others."""
    try:
        group = os.getpgid(pid)
    except OSError:
        return
    if group == os.getpgrp():
        kill(os.kill, pid)
    else:
        kill(os.killpg, group)


def end_all(pid):
    kill(os.killpg, pid)
    for _ in range(200):
        for other in descendants():
            end_with_group(other)
        if not reap():
            return
        time.sleep(0.005)


def hanging_line():
    """Where in the code it is now; a busy machine takes its time to say."""
    os.kill(worker, signal.SIGUSR1)
    for _ in range(50):
        time.sleep(0.02)
        place = re.search(rf'File "{re.escape(str(CODE))}", line (\d+) in', HANG.read_text(errors="replace"))
        if place:
            return int(place[1])
    return 0


def wait():
    """How it ended: None if the child has left its own result."""
    end = time.monotonic() + SECONDS
    while (left := end - time.monotonic()) > 0:
        signalled = signal.sigtimedwait(WATCHED, left)
        if signalled and signalled.si_signo != signal.SIGCHLD:
            return {"verdict": "stopped"}
        ended = os.waitid(os.P_PID, worker, os.WEXITED | os.WNOHANG | os.WNOWAIT)
        if ended:
            status = ended.si_status
            how = f"exit {status}" if ended.si_code == os.CLD_EXITED else signal.Signals(status).name
            return None if RESULT.exists() else {"verdict": "ended", "summary": how}
    return {"verdict": "late", "line": hanging_line()}


signal.pthread_sigmask(signal.SIG_BLOCK, WATCHED)
process_control(PR_SET_CHILD_SUBREAPER, 1)
runner = os.getpid()
worker = os.fork()
if worker == 0:
    child(runner)
verdict = wait()
end_all(worker)
if verdict:
    RESULT.write_text(json.dumps(verdict), encoding="utf-8")
