#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Each room includes the rooms that it may, and no banned function is called.
exec python3 tools/lint.py --only lines "$NUTGRAF_BUILD"
