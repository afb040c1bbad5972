/* SPDX-License-Identifier: Apache-2.0 */
/* Addresses of the web: resolving links as the WHATWG URL standard says. */
#ifndef NGI_URL_H
#define NGI_URL_H

#include "base/base.h"

/* The address that `href` means on a page at `base` (which may be empty: then only an
 * absolute address has a meaning, and a relative one is given back as it is). Empty for
 * what leads to no page or file: javascript:, mailto:, data:, a bare "#", broken ones. */
ng_slice ngi_url_resolve(ngi_arena *arena, ng_slice base, ng_slice href);

/* The host of an absolute http(s) address, without "www." and port; else empty. */
ng_slice ngi_url_host(ng_slice url);
/* What stands behind the host: "/path?query"; the whole text where there is no host. */
ng_slice ngi_url_path(ng_slice url);

#endif
