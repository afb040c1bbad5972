#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#SBATCH --job-name=nutgraf
#SBATCH --requeue
#SBATCH --open-mode=append
# task.sh TASKS OUT [OPTION...] - one task of an array job: the line of TASKS (see tasks.sh) whose
# number is SLURM_ARRAY_TASK_ID, to OUT/NAME.jsonl, with its counts in OUT/NAME.summary.json.
#
# Safe to run again at any time, and twice at once: an output has its name only when it is whole,
# a task that was interrupted goes on where its state says, and one that is done does nothing.
# NUTGRAF names the command where it is not in the path.
set -eu
tasks=$1 out=$2
shift 2
line=$(sed -n "${SLURM_ARRAY_TASK_ID}p" "$tasks")
tab=$(printf '\t')
archive=${line%%"$tab"*}
range=${line#"$archive"}
range=${range#"$tab"}
name=$(basename "$archive")${range:+.$range}
[ ! -e "$out/$name.jsonl" ] || exit 0

code=0
"${NUTGRAF:-nutgraf}" read -j "${SLURM_CPUS_PER_TASK:-1}" ${range:+--range "$range"} "$@" \
    -o "$out/$name.jsonl" --resume "$out/$name.state" --summary "$out/$name.summary.json" \
    "$archive" || code=$?
case $code in
0) rm -f "$out/$name.state" ;;
1) # some inputs could not be read; the output has their rows, and another try would not help
    rm -f "$out/$name.state"
    code=0
    ;;
esac
exit $code
