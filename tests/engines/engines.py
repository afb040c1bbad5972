#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The jobs of engines/, on a real Slurm and a real Dask on loopback, each with one worker killed in
the middle: the union of their outputs must be what one machine reads, nothing lost, nothing twice.

Run by `make test-engines`.
"""
import collections
import gzip
import glob
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import traceback

COMMAND = os.path.abspath(os.environ["NUTGRAF"])
ARCHIVES = 4
PAGES_AN_ARCHIVE = 1000
WAIT = 240  # seconds until a test gives up: it hangs then
OPTIONS = ("--with", "all")


def write_archives(folder):
    """Archives of the pages of the tests, each with an address of its own. Their paths."""
    pages = sorted(glob.glob("tests/pages/**/*.html", recursive=True))
    paths = []
    for number in range(ARCHIVES):
        path = os.path.join(folder, f"news-{number}.warc.gz")
        with open(path, "wb") as file:
            for i in range(PAGES_AN_ARCHIVE):
                with open(pages[(number + i) % len(pages)], "rb") as page:
                    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page.read()
                head = (f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:n:{number}-{i}>\r\n"
                        f"WARC-Date: 2026-03-04T10:00:00Z\r\n"
                        f"WARC-Target-URI: https://daily.example/{number}/{i}\r\n"
                        f"Content-Type: application/http; msgtype=response\r\n"
                        f"Content-Length: {len(body)}\r\n\r\n").encode()
                file.write(gzip.compress(head + body + b"\r\n\r\n", 1))
        paths.append(path)
    return paths


def lines_of(paths):
    """How often each line stands in these files."""
    counted = collections.Counter()
    for path in paths:
        with open(path, "rb") as file:
            counted.update(file)
    return counted


def expect_the_same(wanted, out):
    """Every row once."""
    given = lines_of(glob.glob(os.path.join(out, "*.jsonl")))
    lost, more = wanted - given, given - wanted
    if lost or more:
        raise AssertionError(f"{sum(lost.values())} rows lost, {sum(more.values())} too many")
    left = glob.glob(os.path.join(out, "*.state"))
    if left:
        raise AssertionError(f"left behind: {left}")


def until(what, process=None):
    """Waits for what() to be true; its value."""
    end = time.monotonic() + WAIT
    while time.monotonic() < end:
        value = what()
        if value:
            return value
        if process is not None and process.poll() is not None:
            raise AssertionError(f"ended too early, with {process.returncode}")
        time.sleep(0.05)
    raise AssertionError("nothing happened")


def children(pid):
    """All processes below one."""
    found = []
    for path in glob.glob(f"/proc/{pid}/task/*/children"):
        try:
            with open(path, encoding="ascii") as file:
                for child in map(int, file.read().split()):
                    found += [child, *children(child)]
        except OSError:
            pass
    return found


def name_of(pid):
    """A process's command line."""
    try:
        with open(f"/proc/{pid}/cmdline", "rb") as file:
            return file.read().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        return ""


def kill(pids):
    """Without a chance to tidy up."""
    for pid in pids:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            pass


def done_so_far(out):
    """Outputs that are whole."""
    return len(glob.glob(os.path.join(out, "*.jsonl")))


# ---- Slurm ----

CONFIGURATION = """
ClusterName=nutgraf
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={ports[0]}
SlurmdPort={ports[1]}
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
CredType=cred/munge
AuthInfo=socket={folder}/munge.socket
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=2
MpiDefault=none
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd.log
NodeName={host} NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=main Nodes={host} Default=YES MaxTime=INFINITE State=UP OverSubscribe=NO
"""


def free_ports(count):
    """Ports that nobody uses now."""
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [s.getsockname()[1] for s in sockets]
    for each in sockets:
        each.close()
    return ports


class Slurm:
    """A controller and a node, with their own munge, for as long as the `with` lasts."""

    def __init__(self, folder):
        self.folder, self.started = os.path.join(folder, "slurm"), []
        for name in ("", "state", "spool"):
            os.makedirs(os.path.join(self.folder, name), exist_ok=True)
        self.host = socket.gethostname().split(".")[0]
        conf = os.path.join(self.folder, "slurm.conf")
        with open(conf, "w", encoding="ascii") as file:
            file.write(CONFIGURATION.format(host=self.host, folder=self.folder,
                                            ports=free_ports(2)))
        self.env = dict(os.environ, SLURM_CONF=conf, PATH=os.environ["PATH"] + ":/usr/sbin")

    def start(self, *words):
        """A daemon in the foreground."""
        with open(os.path.join(self.folder, os.path.basename(words[0]) + ".out"), "wb") as log:
            self.started.append(subprocess.Popen(words, env=self.env, stdout=log, stderr=log))
        return self.started[-1]

    def __enter__(self):
        key = os.path.join(self.folder, "munge.key")
        with open(key, "wb") as file:
            file.write(os.urandom(128))
        os.chmod(key, 0o400)
        at = lambda name: os.path.join(self.folder, name)
        self.start("munged", "--foreground", "--force", "--key-file", key, "--socket",
                   at("munge.socket"), "--pid-file", at("munged.pid"), "--log-file",
                   at("munged.log"), "--seed-file", at("munged.seed"))
        until(lambda: os.path.exists(at("munge.socket")), self.started[-1])
        self.start("slurmctld", "-D")
        self.node = self.start("slurmd", "-D", "-N", self.host)
        until(lambda: b"idle" in subprocess.run(["sinfo", "-h", "-o", "%T"], env=self.env,
                                                capture_output=True, check=False).stdout)
        return self

    def __exit__(self, *failure):
        for process in reversed(self.started):
            kill(children(process.pid))
            process.terminate()
        for process in self.started:
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
        if failure[0] is not None:
            for name in ("slurmctld.log", "slurmd.log", "munged.out"):
                path = os.path.join(self.folder, name)
                if os.path.exists(path):
                    with open(path, encoding="utf-8", errors="replace") as file:
                        print("".join(file.readlines()[-12:]))


def readers():
    """What runs below one of Slurm's steps that reads: the task's script and the command."""
    for path in glob.glob("/proc/[0-9]*"):
        pid = int(os.path.basename(path))
        if name_of(pid).startswith("slurmstepd"):
            below = children(pid)
            if any(COMMAND in name_of(child) for child in below):
                yield below


def test_slurm(folder, archives, wanted):
    """An array job; one of its tasks is killed, as where memory runs out, with all its processes."""
    out = os.path.join(folder, "slurm-out")
    with open(os.path.join(folder, "list"), "w", encoding="utf-8") as file:
        file.write("\n".join(archives) + "\n")
    with Slurm(folder) as slurm:
        env = dict(slurm.env, NUTGRAF=COMMAND, POLL="1",
                   SBATCH_OPTIONS="--time=10 --no-kill --chdir=" + folder)
        job = subprocess.Popen(["sh", "engines/slurm/run.sh", os.path.join(folder, "list"), out,
                                *OPTIONS], env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                               text=True)
        until(lambda: glob.glob(os.path.join(out, "*.part")), job)
        kill(until(lambda: next(readers(), None), job))
        said, _ = job.communicate(timeout=WAIT)
        if job.returncode != 0 or "try 2" not in said:
            raise AssertionError(f"exit {job.returncode}: {said}")
        expect_the_same(wanted, out)
        again = subprocess.run(["sh", "engines/slurm/run.sh", os.path.join(folder, "list"), out,
                                *OPTIONS], env=env, capture_output=True, text=True, check=False)
        if again.returncode != 0 or "try" in again.stdout:
            raise AssertionError(f"a second run does it again: {again.stdout}{again.stderr}")


# ---- Dask ----

def install_module(folder):
    """The folder of the module, from its wheel."""
    site = os.path.join(folder, "site")
    env = dict(os.environ, BUILD=os.path.dirname(COMMAND), PIP_NO_INDEX="1")
    for words in (["wheel", "--no-deps", "-w", folder, "./python"],
                  ["install", "--no-deps", "--target", site, "--find-links", folder, "nutgraf"]):
        subprocess.run([sys.executable, "-m", "pip", *words], env=env, check=True,
                       capture_output=True)
    return site


def test_dask(folder, archives, wanted):
    """Two workers; one of them is killed while it reads. Ranges, too."""
    out = os.path.join(folder, "dask-out")
    os.makedirs(out)
    with open(os.path.join(folder, "list"), "w", encoding="utf-8") as file:
        file.write("\n".join(archives) + "\n")
    env = dict(os.environ, PYTHONPATH=install_module(folder))
    address = f"tcp://127.0.0.1:{free_ports(1)[0]}"
    started = []

    def start(*words):
        with open(os.path.join(folder, "dask.log"), "ab") as log:
            started.append(subprocess.Popen(words, env=env, cwd=folder, stdout=log, stderr=log))
        return started[-1]
    try:
        start("/usr/bin/dask-scheduler", "--host", "127.0.0.1", "--port", address.split(":")[-1],
              "--no-dashboard")
        workers = [start("/usr/bin/dask-worker", address, "--host", "127.0.0.1", "--nthreads", "1",
                         "--no-dashboard", "--local-directory", os.path.join(folder, f"w{i}"))
                   for i in range(2)]
        job = subprocess.Popen([sys.executable, "engines/dask/read.py", address,
                                os.path.join(folder, "list"), out, "--with", "all",
                                "--megabytes", "1"],
                               env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        until(lambda: any(f.endswith(".part") for f in os.listdir(out)), job)
        reading = [int(f.split("-")[-1].split(".")[0]) for f in os.listdir(out)
                   if f.endswith(".part")]
        victims = [c for w in workers for c in children(w.pid) if c in reading]
        kill(victims[:1])
        said, _ = job.communicate(timeout=WAIT)
        if job.returncode != 0 or not victims:
            raise AssertionError(f"exit {job.returncode}, killed {victims}: {said}")
    finally:
        for process in reversed(started):
            kill(children(process.pid))
            process.kill()
            process.wait()
    for part in glob.glob(os.path.join(out, "*.part")):
        os.remove(part)  # of the worker that was killed
    expect_the_same(wanted, out)


def main():
    """Both engines, against one machine."""
    failed = 0
    folder = tempfile.mkdtemp(prefix="engines-")
    try:
        archives = write_archives(folder)
        whole = os.path.join(folder, "whole.jsonl")
        subprocess.run([COMMAND, "read", "-j", "2", *OPTIONS, "-o", whole, *archives], check=True)
        wanted = lines_of([whole])
        assert sum(wanted.values()) == ARCHIVES * PAGES_AN_ARCHIVE, sum(wanted.values())
        for test in (test_slurm, test_dask):
            try:
                test(folder, archives, wanted)
                print(f"ok - {test.__name__}", flush=True)
            except Exception:  # pylint: disable=broad-except
                failed += 1
                print(f"not ok - {test.__name__}\n{traceback.format_exc()}", flush=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{2 - failed} passed, {failed} failed")
    return failed != 0


if __name__ == "__main__":
    sys.exit(main())
