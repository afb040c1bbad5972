/* SPDX-License-Identifier: Apache-2.0 */
/* See golden.h. */
#include "golden.h"
#include "bytes/bytes.h"
#include "tests.h"

#include <ftw.h>

static golden_each *call; /* nftw() has no context */
static void *call_context;
static size_t called;

static int visit(const char *path, const struct stat *st, int type, struct FTW *where)
{
    ng_slice name = ngi_slice_of(path);
    (void)st;
    (void)where;
    if (type == FTW_F && !ngi_ends(name, NGI_LIT(".truth")) &&
        !ngi_ends(name, NGI_LIT("known.txt"))) {
        called++;
        call(call_context, path);
    }
    return 0;
}

size_t golden_pages(golden_each *each, void *context)
{
    call = each;
    call_context = context;
    called = 0;
    assert_int_equal(nftw("tests/pages", visit, 16, FTW_PHYS), 0);
    return called;
}

ngi_buffer golden_read(const char *path)
{
    ngi_buffer page = {0};
    ng_error error;
    if (ngi_file_read(path, 1 << 24, &page, &error) != NG_OK)
        fail_msg("%s: %s", path, error.text);
    return page;
}
