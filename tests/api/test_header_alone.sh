#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# nutgraf.h alone compiles under strict flags, as C and (where there is a C++ compiler) as C++,
# and so does each inner header.
exec python3 tools/lint.py --only headers "$NUTGRAF_BUILD"
