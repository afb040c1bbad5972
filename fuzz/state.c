/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as what a state says behind its options, which are those of the run: so its places
 * are reached. What must hold: a state is taken or refused with a reason, what was taken is the
 * same when kept and opened again, and a run that begins at any place it names comes to an end. */
#include "nutgraf.h"

#include "base/base.h"

#include "watch.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char folder[64], file[96], archive[96], page[96];
static ngi_buffer head; /* {"options":"...", */

static void write_file(const char *path, const char *bytes, size_t size)
{
    FILE *out = fopen(path, "wb");
    must(out != NULL && fwrite(bytes, 1, size, out) == size && fclose(out) == 0, "a file");
}

static void remove_files(void)
{
    const char *const paths[] = {file, archive, page};
    for (size_t i = 0; i < NGI_COUNT(paths); i++)
        unlink(paths[i]);
    rmdir(folder);
}

/* Three records, the second without a page; and a page that is no archive. */
static void write_inputs(void)
{
    static const char text[] = "<p>The ferry leaves at nine.</p>";
    ngi_buffer out = {0};
    for (int i = 0; i < 3; i++) {
        ngi_buffer_format(&out,
                          "WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: http://d.example/%d\r\n"
                          "WARC-Date: 2026-03-03T14:05:00Z\r\nContent-Type: text/html\r\n"
                          "Content-Length: %zu\r\n\r\n%s\r\n\r\n",
                          i == 1 ? "metadata" : "resource", i, sizeof text - 1, text);
    }
    write_file(archive, out.ptr, out.len);
    write_file(page, text, sizeof text - 1);
    ngi_buffer_free(&out);
}

static void set_up(void)
{
    ng_state *state;
    ng_run_options options = NG_RUN_OPTIONS;
    char bytes[4096];
    snprintf(folder, sizeof folder, "/tmp/state-XXXXXX");
    must(mkdtemp(folder) != NULL, "a folder");
    snprintf(file, sizeof file, "%s/state", folder);
    snprintf(archive, sizeof archive, "%s/archive", folder);
    snprintf(page, sizeof page, "%s/page", folder);
    atexit(remove_files);
    write_inputs();
    must(ng_state_open(file, &options, &state, NULL) == NG_OK &&
             ng_state_save(state, 0, false, NULL) == NG_OK,
         "a state is made");
    ng_state_free(state);
    FILE *in = fopen(file, "rb");
    size_t got = in != NULL ? fread(bytes, 1, sizeof bytes, in) : 0;
    ng_slice all = {bytes, got};
    size_t end = ngi_find(all, NGI_LIT("\"complete\""));
    must(end != NGI_NONE && fclose(in) == 0, "a state begins with its options");
    ngi_buffer_add(&head, ngi_slice_sub(all, 0, end));
}

static bool next_input(void *context, ng_input *out)
{
    size_t *at = context;
    *out = (ng_input){.path = *at % 2 == 0 ? archive : page};
    return (*at)++ < 4;
}

static bool take_row(void *context, const ng_input *input, const ng_error *failure,
                     const char *bytes, size_t length)
{
    (void)context, (void)input, (void)failure;
    must(length == 0 || bytes[length - 1] == '\n', "a row is a line");
    return true;
}

static void run_on(ng_state *state, uint32_t threads)
{
    ng_run_options options = NG_RUN_OPTIONS;
    ng_error error = {.status = NG_OK};
    size_t at = 0;
    options.threads = threads;
    options.state = state;
    options.summary = ng_state_summary(state);
    ng_status status = ng_run(&options, next_input, take_row, &at, &error);
    must(status == NG_OK || status == NG_ERR_ARGUMENT, "a run goes on or is refused");
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    ng_run_options options = NG_RUN_OPTIONS;
    ng_error error = {.status = NG_OK};
    ng_state *state, *again;
    ngi_buffer text = {0};
    if (head.len == 0)
        set_up();
    ngi_buffer_add(&text, ngi_buffer_slice(&head));
    ngi_buffer_add(&text, ngi_slice(size == 0 ? "" : (const char *)bytes, size));
    write_file(file, text.ptr, text.len);
    ngi_buffer_free(&text);
    watch_begin();
    ng_status status = ng_state_open(file, &options, &state, &error);
    must(status == NG_OK || (state == NULL && error.text[0] != '\0'), "a refusal has a reason");
    if (status == NG_OK) {
        uint64_t length = ng_state_output_bytes(state);
        must(ng_state_save(state, length, ng_state_complete(state), NULL) == NG_OK, "it is kept");
        must(ng_state_open(file, &options, &again, NULL) == NG_OK &&
                 ng_state_output_bytes(again) == length &&
                 ng_state_complete(again) == ng_state_complete(state),
             "what was kept is what is read");
        ng_state_free(again);
        run_on(state, 1 + size % 2);
    }
    ng_state_free(state);
    watch_end(size);
    return 0;
}
