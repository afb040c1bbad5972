#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# embed.sh FILE NAME OUT - writes assembler that puts FILE's bytes into the library as NAME and
# NAME_end. The checksum in it makes a changed file a changed source. gcc and clang read it.
set -eu
file=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
cat >"$3" <<EOF
/* $(cksum <"$file") */
    .section .rodata
    .balign 64
    .globl $2
    .hidden $2
    .globl $2_end
    .hidden $2_end
$2:
    .incbin "$file"
$2_end:
    .byte 0
    .section .note.GNU-stack,"",%progbits
EOF
