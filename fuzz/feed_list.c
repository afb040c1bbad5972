/* SPDX-License-Identifier: Apache-2.0 */
/* Any input as one that names feeds; the first byte chooses whether its address is known. What
 * must hold: what is written is UTF-8; each feed has an address, once; and OPML that is written
 * gives as many feeds again. */
#include "base/utf8.h"
#include "nutgraf.h"

#include "watch.h"

#include <stdlib.h>

static bool collect(void *context, const char *bytes, size_t length)
{
    ngi_buffer_add(context, (ng_slice){bytes, length});
    return true;
}

static ng_feed_list *list_of(ng_slice bytes, ng_slice url)
{
    ng_feed_list *list = NULL;
    must(ng_feed_list_new(&list, NULL) == NG_OK, "a list is made");
    ng_error error = {.status = NG_OK};
    ng_status status = ng_feed_list_add(list, bytes, url, &error);
    must(status == NG_OK || error.text[0] != '\0', "an error says why");
    return list;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    bool known = size != 0 && (bytes[0] & 1);
    ng_slice url = {known ? "https://d.example/a/b" : "", known ? 21 : 0};
    ng_slice raw = {size > 1 ? (const char *)bytes + 1 : "", size > 1 ? size - 1 : 0};
    ngi_buffer out = {0};
    watch_begin();
    ng_feed_list *list = list_of(raw, url);
    watch_end(size);
    for (size_t i = 0; i < ng_feed_list_count(list); i++)
        must(ng_feed_list_get(list, i).url.len != 0, "a feed has an address");
    for (int form = NG_FEED_LIST_JSONL; form <= NG_FEED_LIST_OPML; form++) {
        ngi_buffer_clear(&out);
        must(ng_feed_list_write(list, (ng_feed_list_form)form, collect, &out, NULL) == NG_OK,
             "a list is written");
        must(ngi_utf8_valid(ngi_buffer_slice(&out), NULL) == out.len, "output is UTF-8");
    }
    ng_feed_list *again = list_of(ngi_buffer_slice(&out), (ng_slice){"", 0});
    must(ng_feed_list_count(again) <= ng_feed_list_count(list), "OPML adds no feeds");
    ng_feed_list_free(again);
    ng_feed_list_free(list);
    ngi_buffer_free(&out);
    return 0;
}
