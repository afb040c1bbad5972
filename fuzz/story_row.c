/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as rows of stories, a line each, into a corpus that is then asked everything. What must
 * hold: what it writes is JSON lines in UTF-8, and as many as there are stories. */
#include "base/utf8.h"
#include "nutgraf.h"
#include "parsed/json.h"

#include "watch.h"

static size_t lines;

static bool look(void *context, const char *bytes, size_t length)
{
    (void)context;
    must(ngi_utf8_valid((ng_slice){bytes, length}, NULL) == length, "output is UTF-8");
    for (size_t i = 0; i < length; i++)
        lines += bytes[i] == '\n';
    must(length > 0 && bytes[length - 1] == '\n', "rows end with their line");
    return true;
}

static void ask(ng_corpus *corpus, ng_slice row)
{
    ng_near near[4];
    uint32_t count;
    ng_status status = ng_corpus_near(corpus, row, near, 4, &count, NULL);
    must(status == NG_OK || status == NG_ERR_FORMAT, "what is near was looked for");
    for (uint32_t i = 0; i < count; i++)
        must(near[i].share >= 0 && near[i].share <= 1.0001, "a share is one");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ng_slice rest = {size == 0 ? "" : (const char *)data, size}, row, first = {"", 0};
    ng_corpus *corpus;
    ng_ask_options options = NG_ASK_OPTIONS;
    watch_begin();
    must(ng_corpus_new(&corpus, NULL) == NG_OK, "a corpus was made");
    while (ngi_split(&rest, '\n', &row)) {
        if (ng_corpus_add(corpus, row, NGI_LIT("name"), NULL, NULL) == NG_ERR_MEMORY)
            break;
        if (first.len == 0)
            first = row;
    }
    for (int form = 0; form < 3; form++) {
        options.text = form > 0 && size % 2 == 1;
        lines = 0;
        must(ng_corpus_write(corpus, (ng_corpus_form)form, &options, look, NULL, NULL) == NG_OK,
             "all was compared");
        must(form != NG_CORPUS_STORIES || lines == ng_corpus_count(corpus), "a row a story");
    }
    ask(corpus, first);
    ng_corpus_free(corpus);
    watch_end(size);
    return 0;
}
