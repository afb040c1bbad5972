#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the source to the rules of the house (ARCHITECTURE.md).

    python3 tools/lint.py [BUILDDIR]

Checked: which room includes which, third-party headers in their rooms alone, each header on
its own (the public one under strict flags, as C and C++, by each compiler that is there), the
symbols that the shared library shows against nutgraf.h, banned functions outside the library,
an SPDX line and a sane length of each file, no unfinished thoughts, the model card against the
models; asked for by name (--only format), clang-format. Each fault is a line "FILE:LINE: what"; exit code 1 when there is one.
"""
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile

# Who may include whom; a room may always include itself and nutgraf.h.
ROOMS = {
    "base": set(),
    "bytes": {"base"},
    "parsed": {"base"},
    "stories": {"base", "parsed"},
    "record": {"base", "stories"},
    "provenance": {"base", "parsed", "stories", "record"},
    "views": {"base", "parsed", "stories", "record", "provenance"},
    "api": {"base", "bytes", "parsed", "stories", "record", "provenance", "views"},
}
# Third-party headers by how they begin, and the rooms that may see them.
THIRD_PARTY = {
    "lexbor/encoding/": {"parsed", "bytes"},
    "lexbor/": {"parsed"},
    "yyjson": {"parsed", "views"},
    "libxml/": {"parsed"},
    "libstemmer": {"provenance"},
    "utf8proc": {"base"},
    "xxhash": {"base"},
    "zlib": {"bytes"},
    "zstd": {"bytes"},
    "libdeflate": {"bytes"},
    "brotli/": {"bytes"},
    "openssl/": {"bytes"},
    "sanitizer/": {"base"},  # the compiler's own
}
STANDARD = re.compile(r"(sys/|netinet/|arpa/)?[a-z0-9_]+\.h$")
BANNED = re.compile(r"(?<![\w.>])(strcpy|stpcpy|strcat|strncpy|strncat|sprintf|vsprintf|gets|strtok"
                    r"|strtok_r|atoi|atol|atoll|atof|scanf|sscanf)\s*\(")
# Spelled apart, so that this file does not find itself.
UNFINISHED = re.compile("TO" + "DO|FIX" + r"ME|\bXX" + r"X\b")
INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]')
LONGEST = 600

faults = []


def fault(path, line, text):
    """Notes a fault."""
    faults.append(f"{path}:{line}: {text}")


def files(*patterns):
    """Files by pattern, sorted."""
    return sorted(f for p in patterns for f in glob.glob(p, recursive=True))


def check_include(path, number, mark, name):
    """One #include line against the rooms."""
    top = path.split("/")[0]
    room = path.split("/")[1] if top == "src" else top
    if name == "nutgraf.h":
        return
    if mark == "<":
        for start, rooms in THIRD_PARTY.items():
            if name.startswith(start):
                if top in ("src", "cli", "include") and room not in rooms:
                    fault(path, number, f"<{name}> belongs to {' and '.join(sorted(rooms))}")
                return
        if top in ("src", "cli", "include") and not STANDARD.match(name):
            fault(path, number, f"<{name}> is of no known library: see tools/lint.py")
    elif top == "src":
        other = name.split("/")[0] if "/" in name else room
        if other != room and other not in ROOMS.get(room, set()):
            fault(path, number, f"{room} may not include {name}")
    elif top == "cli" and "/" in name:
        fault(path, number, f"the command lives on nutgraf.h, not on {name}")


def check_lines():
    """All that can be seen line by line."""
    for path in files("src/**/*.[ch]", "cli/*.[ch]", "include/*.h", "tests/**/*.[ch]",
                      "fuzz/*.c", "bench/*.c", "tools/*"):
        if os.path.isdir(path):
            continue
        with open(path, encoding="utf-8") as text:
            lines = text.read().split("\n")
        if not any("SPDX-License-Identifier: Apache-2.0" in line for line in lines[:3]):
            fault(path, 1, "no SPDX line")
        for number, line in enumerate(lines, 1):
            found = INCLUDE.match(line)
            if found and path.endswith((".c", ".h")):
                check_include(path, number, *found.groups())
            if UNFINISHED.search(line):
                fault(path, number, "an unfinished thought is an issue, not a comment")
            code = re.sub(r'"(\\.|[^"\\])*"', '""', line)
            if path.startswith(("cli/", "bench/", "fuzz/")) and BANNED.search(code):
                fault(path, number, "banned: " + BANNED.search(code).group(1))


def compiles(command, path):
    """Whether a source compiles; its first error is a fault."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        words = [w for w in done.stderr.splitlines() if "error" in w or "warning" in w]
        fault(path, 1, " ".join(command[:2]) + ": " + (words or [done.stderr.strip()])[0])


def check_headers():
    """Each header alone."""
    strict = ["-Wall", "-Wextra", "-Wpedantic", "-Wshadow", "-Wconversion", "-Werror",
              "-fsyntax-only", "-Iinclude"]
    with tempfile.TemporaryDirectory() as folder:
        public_c = os.path.join(folder, "alone.c")
        public_cxx = os.path.join(folder, "alone.cc")
        for path in (public_c, public_cxx):
            with open(path, "w", encoding="utf-8") as out:
                out.write('#include "nutgraf.h"\nint alone(void);\n'
                          "int alone(void) { return NG_OK; }\n")
        for compiler in filter(shutil.which, ("gcc", "clang")):
            for standard in ("c99", "c11", "c17"):
                compiles([compiler, "-std=" + standard, *strict, "-Wstrict-prototypes", public_c],
                         "include/nutgraf.h")
        for compiler in filter(shutil.which, ("g++", "clang++")):
            for standard in ("c++11", "c++17"):
                compiles([compiler, "-std=" + standard, *strict, public_cxx], "include/nutgraf.h")
        flags = subprocess.run(["pkg-config", "--cflags", "lexbor", "yyjson"], capture_output=True,
                               text=True, check=False).stdout.split()
        for path in files("src/**/*.h", "cli/*.h"):
            alone = os.path.join(folder, "inner.c")
            with open(alone, "w", encoding="utf-8") as out:
                out.write(f'#include "{os.path.abspath(path)}"\n')
            compiles(["cc", "-std=c17", "-D_GNU_SOURCE", "-Wall", "-Wextra", "-Werror",
                      "-fsyntax-only", "-Iinclude", "-Isrc", "-Icli", *flags, alone], path)


def check_symbols(build):
    """What the shared library shows is what the header declares."""
    library = os.path.join(build, "libnutgraf.so")
    with open("include/nutgraf.h", encoding="utf-8") as text:
        header = re.sub(r"/\*.*?\*/", "", text.read(), flags=re.DOTALL)
    declared = set(re.findall(r"NG_API\b[^;(]*?\b(ng_\w+)\s*\(", header))
    listed = subprocess.run(["nm", "-D", "--defined-only", library], capture_output=True,
                            text=True, check=False)
    if listed.returncode:
        fault(library, 1, "not built, so its symbols were not looked at")
        return
    shown = {line.split()[-1] for line in listed.stdout.splitlines() if line}
    shown = {name for name in shown if not re.match(r"_*(asan|odr_asan|ubsan|sanitizer)", name)}
    for name in sorted(declared - shown):
        fault("include/nutgraf.h", 1, f"{name} is declared and not in the library")
    for name in sorted(shown - declared):
        fault(library, 1, f"{name} is shown and not declared")


def check_length():
    """Files of one idea. Generated ones and tables of words may be longer."""
    for path in files("src/**/*.[ch]", "cli/*.[ch]", "include/*.h", "bench/*.c"):
        with open(path, encoding="utf-8") as text:
            lines = text.read().split("\n")
        if len(lines) > LONGEST and not path.endswith("_words.c"):
            print(f"{path}: note: {len(lines)} lines; look for the second idea")


def check_card():
    """The table in models/blocks.md is that of the models."""
    done = subprocess.run([sys.executable, "tools/train/card.py", "--check"], capture_output=True,
                          text=True, check=False)
    if done.returncode:
        fault("models/blocks.md", 1, "its table is not that of the models: make card")


def check_format():
    """clang-format, where it is installed."""
    if not shutil.which("clang-format"):
        print("lint: clang-format is not installed, so the layout was not looked at")
        return
    for path in files("src/**/*.[ch]", "cli/*.[ch]", "include/*.h", "tests/**/*.[ch]", "fuzz/*.c",
                      "bench/*.c"):
        done = subprocess.run(["clang-format", "--dry-run", "-Werror", path], capture_output=True,
                              text=True, check=False)
        if done.returncode:
            line = re.search(r":(\d+):", done.stderr)
            fault(path, line.group(1) if line else 1, "clang-format lays this out in another way")


def main(arguments):
    """Runs all checks, or those named before the build folder by --only."""
    only = arguments[1].split(",") if arguments[:1] == ["--only"] else None
    rest = arguments[2:] if only else arguments
    build = rest[0] if rest else "build"
    checks = {"lines": check_lines, "headers": check_headers,
              "symbols": lambda: check_symbols(build), "length": check_length,
              "card": check_card, "format": check_format}
    if only is None:  # the layout is asked for by name: versions of clang-format differ
        only = [name for name in checks if name != "format"]
    for name, check in checks.items():
        if name in only:
            check()
    for text in faults:
        print(text)
    print(f"lint: {len(faults)} faults" if faults else "lint: no fault")
    return 1 if faults else 0


if __name__ == "__main__":
    os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
    os.environ["PKG_CONFIG_PATH"] = os.pathsep.join(
        filter(None, [os.path.abspath("third_party/lib/pkgconfig"),
                      os.environ.get("PKG_CONFIG_PATH")]))
    sys.exit(main(sys.argv[1:]))
