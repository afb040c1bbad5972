#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# run.sh LIST OUT [OPTION...] - reads the archives of LIST (one a line) on a Slurm cluster to
# OUT/NAME.jsonl; OPTIONs go to `nutgraf read`.
#
# Submits an array job of what is missing in OUT, waits, and submits again what a lost node has
# left, three times in all. Run it again after anything: what is done stays done. Ends with 0 when
# every output is there. OUT must be seen by all nodes.
#
#   SBATCH_OPTIONS  for sbatch: partition, time, --cpus-per-task, ... (words)
#   MEGABYTES       archives above it are cut into several tasks (2048)
#   TASKS_AT_ONCE   most tasks that run at a time (all)
#   POLL            seconds between looks at the queue (10)
set -eu
if [ $# -lt 2 ]; then
    sed -n '3,14s/^# \{0,1\}//p' "$0"
    exit 2
fi
here=$(cd "$(dirname "$0")" && pwd)
list=$1 out=$2
shift 2
mkdir -p "$out"
all=$out/tasks.all missing=$out/tasks
sh "$here/../tasks.sh" "${MEGABYTES:-2048}" <"$list" >"$all"
name_of() { awk -F '\t' '{n = $1; sub(".*/", "", n); print n ($2 == "" ? "" : "." $2)}' "$1"; }
twice=$(name_of "$all" | sort | uniq -d | head -n 1)
if [ -n "$twice" ]; then
    echo "run.sh: two archives are called $twice, and so would be their outputs; rename one" >&2
    exit 2
fi

find_missing() {
    : >"$missing"
    while IFS= read -r line; do
        name=$(printf '%s\n' "$line" | name_of -)
        [ -e "$out/$name.jsonl" ] || printf '%s\n' "$line" >>"$missing"
    done <"$all"
    [ -s "$missing" ]
}

for try in 1 2 3; do
    find_missing || break
    count=$(wc -l <"$missing")
    echo "run.sh: try $try: $count of $(wc -l <"$all") tasks"
    # shellcheck disable=SC2086
    job=$(sbatch --parsable --array="1-$count${TASKS_AT_ONCE:+%$TASKS_AT_ONCE}" \
        -o "$out/log.%A_%a" ${SBATCH_OPTIONS:-} "$here/task.sh" "$missing" "$out" "$@")
    job=${job%%;*}
    while find_waiting=$(squeue -h -r -j "$job" -o %i 2>/dev/null) && [ -n "$find_waiting" ]; do
        sleep "${POLL:-10}"
    done
done
if find_missing; then
    echo "run.sh: $(wc -l <"$missing") outputs are missing; see $out/log.* and run it again" >&2
    exit 1
fi
echo "run.sh: $(wc -l <"$all") outputs in $out"
