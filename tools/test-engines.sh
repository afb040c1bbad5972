#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# test-engines.sh BUILDDIR - runs the jobs of engines/ for real: a Slurm controller with one node of
# two processors, and a Dask scheduler with two workers, on this machine alone. As root, which
# Slurm wants; installs both where they lack.
set -eu
need=''
for tool in slurmctld slurmd sbatch munged; do
    PATH=$PATH:/usr/sbin command -v $tool >/dev/null 2>&1 || need=' slurmctld slurmd slurm-client munge'
done
/usr/bin/python3 -c 'import distributed' 2>/dev/null || need="$need python3-distributed"
if [ -n "$need" ] || [ "$(id -u)" != 0 ]; then
    line="apt-get update && apt-get install -y --no-install-recommends$need"
    if [ "$(id -u)" != 0 ]; then
        echo "test-engines: Slurm runs as root only. As root, run:" >&2
        echo "    ${need:+$line && }make test-engines" >&2
        exit 1
    fi
    echo "test-engines: installing$need"
    DEBIAN_FRONTEND=noninteractive sh -c "$line" </dev/null >/dev/null
fi
NUTGRAF=$1/nutgraf exec /usr/bin/python3 tests/engines/engines.py
