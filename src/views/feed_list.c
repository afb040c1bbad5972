/* SPDX-License-Identifier: Apache-2.0 */
/* Addresses of feeds as JSON lines, as text, and as OPML 2.0, which feed readers take in. */
#include "views/json_out.h"
#include "views/views.h"
#include "views/wrap.h"

static void row(ngi_buffer *out, const ng_feed_link *f)
{
    ngi_out_open(out, NGI_ITEM, '{');
    ngi_out_text(out, NGI_KEY("url"), f->url);
    ngi_out_text_if(out, NGI_KEY("title"), f->title);
    ngi_out_text_if(out, NGI_KEY("site"), f->site);
    ngi_out_text_if(out, NGI_KEY("folder"), f->folder);
    ngi_out_text_if(out, NGI_KEY("type"), ngi_slice_of(f->type));
    ngi_out_text(out, NGI_KEY("from"), ngi_slice_of(f->from));
    ngi_out_close(out, '}');
    ngi_buffer_char(out, '\n');
}

static void line(ngi_buffer *out, const ng_feed_link *f)
{
    ngi_harmless_line(out, f->url);
    if (f->title.len != 0) {
        NGI_BUFFER_LIT(out, "  ");
        ngi_harmless_line(out, f->title);
    }
    ngi_buffer_char(out, '\n');
}

/* An attribute; XML has no place for control characters, escaped or not. */
static void attribute(ngi_buffer *out, const char *name, ng_slice value)
{
    ngi_buffer_char(out, ' ');
    ngi_buffer_add(out, ngi_slice_of(name));
    NGI_BUFFER_LIT(out, "=\"");
    for (size_t i = 0; i < value.len; i++)
        switch (value.ptr[i]) {
        case '&': NGI_BUFFER_LIT(out, "&amp;"); break;
        case '<': NGI_BUFFER_LIT(out, "&lt;"); break;
        case '>': NGI_BUFFER_LIT(out, "&gt;"); break;
        case '"': NGI_BUFFER_LIT(out, "&quot;"); break;
        default:
            if ((unsigned char)value.ptr[i] >= ' ')
                ngi_buffer_char(out, value.ptr[i]);
        }
    ngi_buffer_char(out, '"');
}

static void outline(ngi_buffer *out, const ng_feed_link *f)
{
    ng_slice type = f->type[0] == '\0' ? NGI_LIT("rss") : ngi_slice_of(f->type);
    NGI_BUFFER_LIT(out, "    <outline");
    attribute(out, "type", type); /* "rss" is what the format knows for all feeds */
    attribute(out, "text", f->title.len != 0 ? f->title : f->url);
    attribute(out, "xmlUrl", f->url);
    if (f->site.len != 0)
        attribute(out, "htmlUrl", f->site);
    if (f->folder.len != 0)
        attribute(out, "category", f->folder);
    NGI_BUFFER_LIT(out, "/>\n");
}

void ngi_view_feed_list(ngi_buffer *out, const ng_feed_list *list, ng_feed_list_form form)
{
    size_t start = out->len;
    if (form == NG_FEED_LIST_OPML)
        NGI_BUFFER_LIT(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n"
                            "  <head>\n    <title>Feeds</title>\n  </head>\n  <body>\n");
    for (size_t i = 0; i < ng_feed_list_count(list); i++) {
        ng_feed_link f = ng_feed_list_get(list, i);
        if (form == NG_FEED_LIST_OPML)
            outline(out, &f);
        else if (form == NG_FEED_LIST_TEXT)
            line(out, &f);
        else
            row(out, &f);
    }
    if (form == NG_FEED_LIST_OPML)
        NGI_BUFFER_LIT(out, "  </body>\n</opml>\n");
    ngi_view_repair(out, start);
}
