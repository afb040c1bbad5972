# SPDX-License-Identifier: Apache-2.0
"""Makes the wheel of nutgraf from this checkout (the build hooks of PEP 517, no network).

The wheel carries the library of ../build (or the folder that BUILD names), which `make` builds, and its declarations as the C
compiler reads them from ../include/nutgraf.h, so that the two can't drift apart. It needs cffi to
run, and of the system what the library needs. One wheel serves all Pythons on a platform.
"""
import base64
import hashlib
import os
import re
import subprocess
import sysconfig
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
BUILD = os.path.join(ROOT, os.environ.get("BUILD", "build"))
LIBRARIES = (os.path.join(BUILD, "libnutgraf.so"),
             os.path.join(ROOT, "third_party", "lib", "libyyjson.so.0"))


def version():
    """The version in nutgraf.h."""
    with open(os.path.join(ROOT, "include", "nutgraf.h"), encoding="utf-8") as header:
        parts = re.findall(r"#define NG_VERSION_(?:MAJOR|MINOR|PATCH) (\d+)", header.read())
    return ".".join(parts)


def declarations(header=os.path.join(ROOT, "include", "nutgraf.h")):
    """What nutgraf.h declares, without macros, comments and the headers that it includes."""
    done = subprocess.run([os.environ.get("CC", "cc"), "-E", "-U__GNUC__", "-xc", header],
                          check=True, capture_output=True, text=True)
    own, kept = False, []
    for line in done.stdout.splitlines():
        place = re.match(r'# \d+ "(.*)"', line)
        if place:
            own = os.path.basename(place.group(1)) == "nutgraf.h"
        elif own and line.strip():
            kept.append(line)
    return "\n".join(kept) + "\n"


def metadata():
    """METADATA and WHEEL, as the packaging standards want them."""
    tag = "py3-none-" + re.sub(r"[-.]", "_", sysconfig.get_platform())
    return tag, {
        "METADATA": f"Metadata-Version: 2.1\nName: nutgraf\nVersion: {version()}\n"
                    "Summary: Reads the news: pages, section pages and web archives to stories\n"
                    "License: Apache-2.0\nRequires-Python: >=3.9\nRequires-Dist: cffi>=1.15\n",
        "WHEEL": f"Wheel-Version: 1.0\nGenerator: nutgraf\nRoot-Is-Purelib: false\nTag: {tag}\n",
    }


def files():
    """Name in the wheel and bytes of everything but the metadata."""
    package = os.path.join(HERE, "nutgraf")
    for name in sorted(os.listdir(package)):
        if name.endswith((".py", ".typed")):
            with open(os.path.join(package, name), "rb") as file:
                yield "nutgraf/" + name, file.read()
    yield "nutgraf/declarations.h", declarations().encode()
    for path in LIBRARIES:
        if os.path.exists(path):  # yyjson may be the system's
            with open(path, "rb") as file:
                yield "nutgraf/" + os.path.basename(path), file.read()


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    """PEP 517: writes the wheel, returns its name."""
    del config_settings, metadata_directory
    if not os.path.exists(LIBRARIES[0]):
        raise SystemExit(f"nutgraf: {LIBRARIES[0]} is not there; run `make` in the checkout first")
    tag, about = metadata()
    info = f"nutgraf-{version()}.dist-info"
    record = []
    name = f"nutgraf-{version()}-{tag}.whl"
    with zipfile.ZipFile(os.path.join(wheel_directory, name), "w", zipfile.ZIP_DEFLATED) as wheel:
        for path, data in [*files(), *((f"{info}/{n}", t.encode()) for n, t in about.items())]:
            digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
            record.append(f"{path},sha256={digest},{len(data)}")
            wheel.writestr(zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0)), data,
                           zipfile.ZIP_DEFLATED)
        record.append(f"{info}/RECORD,,")
        wheel.writestr(zipfile.ZipInfo(f"{info}/RECORD", (1980, 1, 1, 0, 0, 0)),
                       "\n".join(record) + "\n", zipfile.ZIP_DEFLATED)
    return name


def build_sdist(sdist_directory, config_settings=None):
    """PEP 517: there is none; the sources are the checkout."""
    raise SystemExit("nutgraf: wheels are made from a checkout: pip wheel ./python")
