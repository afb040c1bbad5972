/* SPDX-License-Identifier: Apache-2.0 */
/* The key by which indexes of web archives are sorted: host turned round, all in one case. */
#ifndef NGI_SURT_H
#define NGI_SURT_H

#include "base/base.h"

/* "http://www.Daily.example:80/a/?b=2&a=1#x" as "example,daily)/a?a=1&b=2". Lives in `arena`;
 * empty when memory is out. */
ng_slice ngi_surt(ngi_arena *arena, ng_slice url);

#endif
