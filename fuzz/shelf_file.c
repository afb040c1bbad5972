/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as the index file behind a head whose sizes and sum are right, so that what is tried is
 * the look at each story. What is taken is then compared like any other. */
#include "base/utf8.h"
#include "provenance/answer.h"
#include "provenance/near.h"
#include "provenance/shelf_file.h"

#include "watch.h"

/* The sum as ngi_shelf_load() works it out, story by story, as far as sizes make sense. */
static void mend_head(ngi_shelf *shelf, char *file, size_t size)
{
    ngi_shelf_head head = ngi_shelf_head_make(shelf);
    size_t at = sizeof(head);
    while (size - at >= sizeof(ngi_shelved)) {
        ngi_shelved story;
        memcpy(&story, file + at, sizeof(story));
        if (story.size < sizeof(story) || story.size > size - at || story.size % 8 != 0)
            break;
        head.sum = ngi_shelf_sum(head.sum, (const ngi_shelved *)(const void *)(file + at));
        head.stories++;
        at += story.size;
    }
    head.size = at - sizeof(head);
    memcpy(file, &head, sizeof(head));
}

static void ask(const ngi_shelf *shelf)
{
    ngi_asking asking = {0};
    ngi_answer answer;
    uint32_t handles[NGI_NEAR_MOST];
    must(ngi_answer_make(shelf, &asking, &answer, NULL) == NG_OK, "all was compared");
    for (uint32_t i = 0; i < answer.count; i++)
        must(answer.verdicts[i].group <= i && answer.verdicts[i].event <= i, "the first leads");
    ngi_answer_free(&answer);
    for (uint32_t i = 0; i < shelf->count && i < 4; i++)
        (void)ngi_near_find(shelf, shelf->stories[i], handles);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ngi_shelf shelf;
    uint64_t *room = calloc(1, sizeof(ngi_shelf_head) + size + 16); /* aligned, as a map is */
    watch_begin();
    must(room != NULL && ngi_shelf_init(&shelf, NULL) == NG_OK, "memory is there");
    char *file = (char *)room;
    memcpy(file + sizeof(ngi_shelf_head), data, size);
    size_t length = sizeof(ngi_shelf_head) + size;
    mend_head(&shelf, file, length);
    ngi_shelf_head head;
    memcpy(&head, file, sizeof(head));
    if (ngi_shelf_load(&shelf, ngi_slice(file, sizeof(head) + head.size), NULL) == NG_OK)
        ask(&shelf);
    ngi_shelf_free(&shelf);
    free(room);
    watch_end(size);
    return 0;
}
