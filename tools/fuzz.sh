#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# fuzz.sh BUILDDIR - runs each fuzz target under clang's libFuzzer.
#
#   FUZZ_SANITIZE sanitizers, or none: ten times as many   (default address,undefined)
#   FUZZ_TIME     seconds for each target                  (default 60)
#   FUZZ_RUNS     inputs for each target, instead of a time
#   FUZZ_TARGETS  names of targets                         (default: all)
#   FUZZ_TIMEOUT  wall-clock seconds for one input         (default 60)
#   FUZZ_MAX_LEN  bytes of the largest input               (default 8192)
#
# New inputs are kept in BUILDDIR/corpus/NAME, faults as BUILDDIR/NAME-crash-*. One input may
# take a second of CPU time (fuzz/watch.h) and 1 GB; the wall clock, which on a busy machine
# says little, stops what hangs. Ends with a line of what was tried; exit 1 on a fault.
set -u
dir=$1
if ! command -v clang >/dev/null 2>&1; then
    echo "fuzz: needs clang and its libraries; as root: apt-get install -y clang libclang-rt-dev" >&2
    echo "      (on Debian 12: clang libclang-rt-14-dev)" >&2
    exit 1
fi
CC=clang sh tools/build.sh "$dir" -Db_sanitize="${FUZZ_SANITIZE:-address,undefined}" -Db_lundef=false \
    -Dfuzzers=true -Dtests=false || exit 1

if [ -n "${FUZZ_RUNS:-}" ]; then bound=-runs=$FUZZ_RUNS; else bound=-max_total_time=${FUZZ_TIME:-60}; fi
export ASAN_OPTIONS=allocator_may_return_null=1:detect_leaks=1
export UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1
failed=0 total=0
rm -rf "$dir/seeds"
python3 tools/fuzz_seeds.py "$dir/seeds" || exit 1
for source in $(sh tools/sources.sh fuzz); do
    name=$(basename "$source" .c)
    case " ${FUZZ_TARGETS:-$name} " in *" $name "*) ;; *) continue ;; esac
    mkdir -p "$dir/corpus/$name"
    seeds=''
    for folder in "fuzz/corpus/$name" "$dir/seeds/$name"; do
        if [ -d "$folder" ]; then seeds="$seeds $folder"; fi
    done
    dictionary=''
    if [ -f "fuzz/$name.dict" ]; then dictionary=-dict=fuzz/$name.dict; fi
    echo "fuzz: $name $bound"
    # libFuzzer's entropic schedule costs more than reading does once the corpus has thousands.
    "$dir/fuzz-$name" $bound -timeout="${FUZZ_TIMEOUT:-60}" -rss_limit_mb=1024 \
        -max_len="${FUZZ_MAX_LEN:-8192}" -entropic=0 -print_final_stats=1 $dictionary -artifact_prefix="$dir/$name-" \
        "$dir/corpus/$name" $seeds >"$dir/$name.log" 2>&1 </dev/null
    code=$?
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$dir/$name.log" | tail -n 1)
    total=$((total + ${runs:-0}))
    if [ $code != 0 ]; then
        failed=$((failed + 1))
        tail -n 60 "$dir/$name.log"
        echo "fuzz: $name found a fault after ${runs:-?} inputs; see $dir/$name.log" >&2
    else
        echo "fuzz: $name read $runs inputs, peak $(sed -n 's/^stat::peak_rss_mb: *//p' "$dir/$name.log" | tail -n 1) MB, no fault"
        sed -n 's/^watch: [0-9]* inputs,/fuzz:   /p' "$dir/$name.log"
    fi
done
echo "fuzz: $total inputs, $failed targets with a fault"
[ $failed = 0 ] && [ $total -gt 0 ]
