/* SPDX-License-Identifier: Apache-2.0 */
/* Learned: written by `make train DATA=...` (tools/train-names), not by hand.
 * Takes models/names.bin into the library, 1573080 bytes, checksum 5166e949; see models/names.md.
 * The assembler finds the file by the folders of includes. */
#include "record/names/model.h"

__asm__(".section .rodata\n"
        ".balign 64\n"
        ".hidden ngi_name_model_file\n"
        ".global ngi_name_model_file\n"
        "ngi_name_model_file:\n"
        ".incbin \"../models/names.bin\"\n"
        ".previous\n");

extern const char ngi_name_model_file[];

ng_slice ngi_name_model_bytes(void)
{
    return (ng_slice){ngi_name_model_file, 1573080};
}
