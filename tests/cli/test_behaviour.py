#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How the command behaves as a process: pipes, interruption, threads, memory, terminals,
and whether the completion rules in the repository are those that it prints."""
import contextlib
import glob
import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import tempfile
import time

NUTGRAF = os.path.abspath(os.environ["NUTGRAF"])
with open(NUTGRAF, "rb") as binary:
    SANITIZED = b"__asan" in binary.read()
ENV = dict(os.environ, LC_ALL="C.UTF-8", TERM="xterm")
ENV.pop("NO_COLOR", None)
if SANITIZED:
    ENV["ASAN_OPTIONS"] = ENV.get("ASAN_OPTIONS", "") + ":quarantine_size_mb=1"

PARAGRAPH = ("<p>The ferry number %d sailed past the light at seven, for the %dth time since the "
             "old pier was closed, with two hundred people, a brass band and a dog on board.</p>")


def page(number, paragraphs):
    """A small page of news."""
    body = "".join(PARAGRAPH % (number, i) for i in range(paragraphs))
    return (f"<!doctype html><html lang=en><title>Ferry {number}</title><body><nav><a href=/>Home"
            f"</a></nav><article><h1>Ferry {number} sails again</h1>{body}</article></body></html>")


def make_pages(folder, count):
    """A folder of pages of differing size."""
    os.makedirs(folder)
    for i in range(count):
        with open(os.path.join(folder, f"{i:05}.html"), "w", encoding="utf-8") as file:
            file.write(page(i, 3 + i % 11))


def run(*arguments, **more):
    """Runs the command to its end."""
    return subprocess.run([NUTGRAF, *arguments], env=ENV, capture_output=True, timeout=250,
                          check=False, stdin=subprocess.DEVNULL, **more)


def in_terminal(arguments, columns=60, env=None, redirect=""):
    """What a terminal shows of a command, and its exit code."""
    pid, fd = pty.fork()
    if pid == 0:
        line = " ".join(f"'{a}'" for a in [NUTGRAF, *arguments])
        os.execve("/bin/sh", ["sh", "-c", f"stty cols {columns} -onlcr; exec {line} {redirect}"],
                  env or ENV)
    shown = b""
    while True:
        if not select.select([fd], [], [], 120)[0]:
            os.kill(pid, signal.SIGKILL)
        try:
            more = os.read(fd, 65536)
        except OSError:
            break
        if not more:
            break
        shown += more
    os.close(fd)
    return shown.decode("utf-8", "replace"), os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def test_threads_give_the_same_bytes(place):
    """-j 1, 2, 4 and 0"""
    make_pages(f"{place}/pages", 120)
    first = run("read", "--evidence", f"{place}/pages")
    assert first.returncode == 0 and first.stdout.count(b"\n") == 120, first.stderr
    for threads in ("2", "4", "0"):
        assert run("read", "--evidence", "-j", threads, f"{place}/pages").stdout == first.stdout


def test_rows_are_in_order_and_whole(place):
    """a row for each input"""
    make_pages(f"{place}/pages", 50)
    rows = [json.loads(line) for line in run("read", "-j2", f"{place}/pages").stdout.splitlines()]
    assert [row["file"] for row in rows] == [f"{place}/pages/{i:05}.html" for i in range(50)]
    assert all("sailed past the light" in row["text"] for row in rows)


def test_a_reader_that_goes_away(place):
    """nutgraf read pages | head -c 10: quietly by SIGPIPE; told where SIGPIPE is ignored"""
    make_pages(f"{place}/pages", 200)
    told = "nutgraf: standard output: cannot be written: Broken pipe; its reader has gone\n"
    for threads in ("1", "3"):
        for ignored, code, words in ((False, -signal.SIGPIPE, ""), (True, 3, told)):
            prefix = ["sh", "-c", 'trap "" PIPE; exec "$@"', "sh"] if ignored else []
            with subprocess.Popen([*prefix, NUTGRAF, "read", "-j", threads, f"{place}/pages"],
                                  env=ENV, stdout=subprocess.PIPE,
                                  stderr=subprocess.PIPE) as process:
                assert len(process.stdout.read(10)) == 10
                process.stdout.close()
                said = process.stderr.read().decode()
                assert (process.wait(60), said) == (code, words), (process.returncode, said)


def test_an_interruption_leaves_whole_rows(place):
    """SIGINT while a list is read from a pipe"""
    make_pages(f"{place}/pages", 3)
    for threads in ("1", "3"):
        with subprocess.Popen([NUTGRAF, "read", "-j", threads, "--files-from", "-"], env=ENV,
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE) as process:
            names = [f"{place}/pages/{i % 3:05}.html\n" for i in range(40)]
            process.stdin.write("".join(names).encode())
            process.stdin.flush()
            first = process.stdout.readline() if threads == "1" else b""
            time.sleep(0.5)
            process.send_signal(signal.SIGINT)
            rest = process.stdout.read()
            code = process.wait(60)
            assert code == 130, (code, process.stderr.read())
            rows = first + rest
            assert rows == b"" or rows.endswith(b"\n")
            for line in rows.splitlines():
                json.loads(line)


def catches(pid, number):
    """Whether the process has a handler for the signal by now."""
    with open(f"/proc/{pid}/status", encoding="ascii") as file:
        caught = re.search(r"^SigCgt:\s*(\w+)", file.read(), re.MULTILINE)
    return caught is not None and int(caught[1], 16) >> (number - 1) & 1 == 1


def test_an_interruption_ends_waiting(place):
    """SIGINT while nothing comes: from standard input, or from a pipe that nobody opens"""
    os.mkfifo(f"{place}/pipe")
    for arguments in (["-"], ["-j2", "-", "-"], ["--manifest", "-"], ["--files-from", "-"],
                      [f"{place}/pipe"]):
        with subprocess.Popen([NUTGRAF, "read", *arguments], env=ENV, stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            while not catches(process.pid, signal.SIGALRM):
                time.sleep(0.01)
            process.send_signal(signal.SIGINT)
            assert process.wait(60) == 130, arguments
            assert (process.stdout.read(), process.stderr.read()) == (b"", b""), arguments


def parts_of(out):
    """The names under which FILE of -o is being written."""
    return [name for name in glob.glob(out + "*") if name.endswith(".part")]


def feed_until_rows(process, place, out):
    """Names files until the first rows are written."""
    while not any(os.path.getsize(name) for name in parts_of(out)):
        for i in range(30):
            process.stdin.write(f"{place}/pages/{i % 3:05}.html\n".encode())
        process.stdin.flush()


def test_an_output_appears_when_it_is_complete(place):
    """FILE of -o: SIGKILL leaves a part with whole rows, SIGTERM nothing, the end all of it"""
    make_pages(f"{place}/pages", 3)
    out = f"{place}/out.jsonl"
    for threads, number in (("1", signal.SIGKILL), ("3", signal.SIGKILL), ("2", signal.SIGTERM)):
        with subprocess.Popen([NUTGRAF, "read", "-j", threads, "-o", out, "--files-from", "-"],
                              env=ENV, stdin=subprocess.PIPE) as process:
            feed_until_rows(process, place, out)
            process.send_signal(number)
            code = process.wait(60)
            with contextlib.suppress(BrokenPipeError):
                process.stdin.close()
        assert code == (-number if number == signal.SIGKILL else 130), code
        assert not os.path.exists(out)
        assert len(parts_of(out)) == (number == signal.SIGKILL)
        for name in parts_of(out):
            with open(name, "rb") as file:
                rows = file.read().split(b"\n")[:-1]
            assert rows and all(json.loads(row)["schema"] == 1 for row in rows)
            os.remove(name)
    with open(out, "w", encoding="utf-8") as file:
        file.write("what was there before")
    os.chmod(out, 0o640)
    link = f"{place}/link"
    os.symlink(out, link)
    assert run("read", "-o", link, f"{place}/pages").returncode == 0
    with open(out, "rb") as file:
        assert file.read().count(b"\n") == 3
    assert os.path.islink(link) and os.stat(out).st_mode & 0o777 == 0o640
    assert parts_of(out) == []


def peak(arguments):
    """Peak memory in kB."""
    with subprocess.Popen([NUTGRAF, *arguments], env=ENV, stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode == 0
    return usage.ru_maxrss


def test_memory_stays_flat(place):
    """3,000 pages take no more than 300"""
    count = 1000 if SANITIZED else 3000
    make_pages(f"{place}/pages", count)
    with open(f"{place}/few", "w", encoding="utf-8") as file:
        file.writelines(f"{place}/pages/{i:05}.html\n" for i in range(300))
    for threads in ("1", "2"):
        few = peak(["read", "-j", threads, "--files-from", f"{place}/few"])
        many = peak(["read", "-j", threads, f"{place}/pages"])
        assert many < few * 1.15 + (30000 if SANITIZED else 3000), (threads, few, many)


def test_a_terminal_gets_text(place):
    """wrapped to its width, with colours"""
    with open(f"{place}/a.txt", "w", encoding="utf-8") as file:
        file.write("The ferry sailed past the light at seven, for the first time since spring.")
    shown, code = in_terminal(["read", "--as", "plain", f"{place}/a.txt"], columns=40)
    assert code == 0
    assert shown == ("The ferry sailed past the light at\nseven, for the first time since spring.\n"
                     ), shown
    make_pages(f"{place}/pages", 1)
    shown, code = in_terminal(["read", f"{place}/pages/00000.html"])
    assert code == 0 and "sailed past" in shown and '"schema"' not in shown
    assert all(len(re.sub(r"\x1b\[\d*m", "", line)) <= 60 for line in shown.split("\n")), shown
    shown, _ = in_terminal(["read", "--format", "jsonl", f"{place}/a.txt"])
    assert shown.startswith('{"schema":1')


def test_no_color_is_obeyed(place):
    """NO_COLOR, TERM=dumb, a pipe"""
    with open(f"{place}/a.txt", "w", encoding="utf-8") as file:
        file.write("<p>The ferry sailed.</p>")
    place_shown = ["show", f"{place}/a.txt", "7-12"]
    assert "\033[7mferry" in in_terminal(place_shown)[0]
    assert "\033" not in in_terminal(place_shown, env=dict(ENV, NO_COLOR="1"))[0]
    assert "\033" not in in_terminal(place_shown, env=dict(ENV, TERM="dumb"))[0]
    assert b"\033" not in run(*place_shown).stdout


def test_progress_shows_on_a_terminal_alone(place):
    """after a second, and it is gone at the end"""
    make_pages(f"{place}/pages", 400)
    # A slow disk: a pipe that a writer fills after a while.
    os.mkfifo(f"{place}/slow")
    names = [f"{place}/slow"] + [f"{place}/pages/{i:05}.html" for i in range(400)]
    with subprocess.Popen(["sh", "-c", f"sleep 1.5; echo '<p>slow' > '{place}/slow'"]):
        shown, code = in_terminal(["read", *names], redirect=f"> {place}/out")
    assert code == 0, shown
    assert re.search(r"\r\x1b\[K\d+ of 401 pages, \d+ pages/s", shown), shown
    assert shown.endswith("\r\x1b[K"), shown
    with subprocess.Popen(["sh", "-c", f"sleep 1.2; echo '<p>slow' > '{place}/slow'"]):
        assert b"pages/s" not in run("read", *names).stderr


def test_a_list_from_a_pipe_is_read_once(place):
    """progress counts the names beforehand, but not those that would then be gone"""
    make_pages(f"{place}/pages", 20)
    for option, names in (("--files-from", [f"{place}/pages/{i:05}.html" for i in range(20)]),
                          ("--manifest", [json.dumps({"file": f"{place}/pages/{i:05}.html"})
                                          for i in range(20)])):
        with open(f"{place}/list", "w", encoding="utf-8") as file:
            file.writelines(name + "\n" for name in names)
        os.mkfifo(f"{place}/pipe")
        with subprocess.Popen(["cp", f"{place}/list", f"{place}/pipe"]):
            shown, code = in_terminal(["read", option, f"{place}/pipe"],
                                      redirect=f"> {place}/out")
        with open(f"{place}/out", "rb") as file:
            assert (code, file.read().count(b"\n")) == (0, 20), (option, code, shown)
        os.remove(f"{place}/pipe")


def test_a_bad_name_can_not_steer_the_terminal(place):
    """control characters in names"""
    done = run("read", f"{place}/\033[31mred")
    assert done.returncode == 1 and b"\033" not in done.stderr and b"\033" not in done.stdout


def test_completion_is_as_printed(place):
    """docs/completion holds what the command prints; bash takes it"""
    for shell, name in (("bash", "nutgraf.bash"), ("zsh", "_nutgraf"), ("fish", "nutgraf.fish")):
        printed = run("completion", shell).stdout
        path = os.path.join("docs", "completion", name)
        if os.environ.get("GOLDEN") == "write":
            with open(path, "wb") as file:
                file.write(printed)
        with open(path, "rb") as file:
            assert file.read() == printed, f"{path} is old: make golden"
    script = ("source docs/completion/nutgraf.bash; COMP_WORDS=(nutgraf read --form); COMP_CWORD=2;"
              "_nutgraf; echo ${COMPREPLY[@]}; COMP_WORDS=(nutgraf read --format m); COMP_CWORD=3;"
              "_nutgraf; echo ${COMPREPLY[@]}")
    done = subprocess.run(["bash", "-c", script], capture_output=True, check=False, cwd=".")
    assert done.stdout == b"--format\nmarkdown\n", (done, place)


def test_long_and_short_options_do_the_same(place):
    """and each of them does something"""
    with open("samples/section.html", encoding="utf-8") as file:
        html = file.read()
    html = re.sub(r'<link rel="?canonical[^>]*>|<meta property="?og:url[^>]*>', "", html)
    html = html.replace("</body>", "<section class=comments><div class=comment><p>Well done, said "
                        "nobody.</p></div></section></body>")
    name = f"{place}/page.html"
    with open(name, "w", encoding="utf-8") as file:
        file.write(html)
    with open(f"{place}/manifest", "w", encoding="utf-8") as file:
        file.write('{"file": "page.html", "now": "2026-03-04"}\n')
    with open(f"{place}/names", "w", encoding="utf-8") as file:
        file.write(f"{name}\0{name}\0")
    bare = run("read", name).stdout
    for long, short, value, files in (
            ("--format", "-f", "markdown", [name]), ("--url", "-u", "https://a.example/b", [name]),
            ("--now", "-n", "2026-03-04T10:00", [name]), ("--evidence", "-e", None, [name]),
            ("--comments", "-c", None, [name]), ("--manifest", "-m", f"{place}/manifest", []),
            ("--output", "-o", "/dev/stderr", [name]), ("--jobs", "-j", "2", [name, name]),
            ("--null", "-0", None, ["--files-from", f"{place}/names"])):
        spoken = [long] if value is None else [long, value]
        joined = [short] if value is None else [short + value]
        done = [run("read", *way, *files) for way in (spoken, [short, *spoken[1:]], joined)]
        assert all(d.returncode == 0 for d in done), (long, done[0].stderr)
        assert len({d.stdout + d.stderr for d in done}) == 1, long
        assert (done[0].stdout, done[0].stderr) != (bare, b""), long


def test_every_option_is_in_the_man_page(place):
    """docs/nutgraf-read.1 and docs/nutgraf-show.1"""
    for command in ("read", "show"):
        with open(f"docs/nutgraf-{command}.1", encoding="utf-8") as file:
            manual = file.read()
        options = re.findall(r"--([a-z-]+)", run("help", command).stdout.decode().split("\n\n")[2])
        assert options, place
        for option in options:
            assert f"Fl -{option}" in manual or f", -{option}" in manual, (command, option)


def main():
    """Runs every test in a folder of its own and prints a TAP line for each."""
    failed = 0
    tests = [(n, f) for n, f in sorted(globals().items()) if n.startswith("test_")]
    for number, (name, test) in enumerate(tests, 1):
        with tempfile.TemporaryDirectory() as place:
            try:
                test(place)
                print(f"ok {number} - {name}")
            except (AssertionError, subprocess.TimeoutExpired, ValueError, OSError) as why:
                failed += 1
                print(f"not ok {number} - {name}\n# {type(why).__name__}: {why}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
