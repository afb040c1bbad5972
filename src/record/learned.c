/* SPDX-License-Identifier: Apache-2.0 */
/* Nothing is learned yet: no tags, no attributions but those of rules. */
#include "record/learned.h"
bool ngi_syntax_make(ngi_arena *a, const ngi_prose *p, bool fast, ngi_syntax *out)
{
    (void)a, (void)p, (void)fast;
    *out = (ngi_syntax){0};
    return true;
}
const char *ngi_pos_name(uint8_t t)
{
    (void)t;
    return "";
}
const char *ngi_label_name(uint8_t t)
{
    (void)t;
    return "";
}
bool ngi_attributions_learned(ngi_arena *a, const ngi_prose *p, const ngi_syntax *s, bool fast,
                              ngi_attribution **out, uint32_t *count)
{
    (void)a, (void)p, (void)s, (void)fast;
    *out = NULL;
    *count = 0;
    return true;
}
