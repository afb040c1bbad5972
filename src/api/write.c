/* SPDX-License-Identifier: Apache-2.0 */
/* From a form's name to the form; rows of inputs that failed; places in a page's bytes. */
#include "api/api.h"
#include "base/utf8.h"
#include "views/views.h"

ng_write_options ngi_write_options_of(const ng_write_options *given)
{
    ng_write_options options = NG_WRITE_OPTIONS;
    if (given != NULL)
        memcpy(&options, given, given->size < sizeof(options) ? given->size : sizeof(options));
    return options;
}

void ngi_page_write(ngi_buffer *out, const ngi_page *page, const ng_write_options *options)
{
    switch (options->format) {
    case NG_FORMAT_JSONL: ngi_view_jsonl(out, page, options); return;
    case NG_FORMAT_TEXT: ngi_view_text(out, page, options); return;
    case NG_FORMAT_MARKDOWN: ngi_view_markdown(out, page, options); return;
    case NG_FORMAT_HTML: ngi_view_html(out, page, options); return;
    }
}

ng_status ng_error_write(const ng_error *failure, const ng_write_options *given, ng_sink *sink,
                         void *context, ng_error *error)
{
    ng_write_options options = ngi_write_options_of(given);
    if (options.format != NG_FORMAT_JSONL)
        return NG_OK;
    ngi_buffer out = {0};
    ng_status status = NG_OK;
    ngi_view_failure(&out, failure, NULL, &options);
    if (out.failed)
        status = ngi_fail(error, NG_ERR_MEMORY, 0, "no memory for the row");
    else if (!sink(context, out.ptr, out.len))
        status = ngi_fail(error, NG_ERR_WRITE, 0, "the output was not taken");
    ngi_buffer_free(&out);
    return status;
}
