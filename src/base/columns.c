/* SPDX-License-Identifier: Apache-2.0 */
/* How many columns of a terminal a character takes: East Asian wide ones two, marks none. */
#include "base/utf8.h"

#include <utf8proc.h>

unsigned ngi_columns(uint32_t c)
{
    if (c < 0x7F)
        return c >= ' ';
    int width = utf8proc_charwidth((utf8proc_int32_t)c);
    return width > 0 ? (unsigned)width : 0;
}
