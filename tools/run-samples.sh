#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# run-samples.sh COMMAND - reads the bundled pages in samples/ and shows their stories, and which
# of the stories in samples/stories.jsonl are copies and tell of one event.
# samples/manifest.jsonl names them, their addresses and the moment they were saved at, so that
# "2 hours ago" comes to the same date on every day.
set -eu
command=$1
if [ ! -x "$command" ]; then
    echo "run: there is no $command; run make" >&2
    exit 1
fi
"$command" read --format text --manifest samples/manifest.jsonl </dev/null
printf '\n---- copies and events of samples/stories.jsonl\n\n'
"$command" group --threads --format text samples/stories.jsonl </dev/null
printf '\nTry: %s read --format jsonl samples/article.html\n' "$command"
