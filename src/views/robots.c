/* SPDX-License-Identifier: Apache-2.0 */
/* What a robots.txt says of an address: a line for people, or a JSON row. */
#include "parsed/robots.h"
#include "views/json_out.h"
#include "views/views.h"
#include "views/wrap.h"

static void row(ngi_buffer *out, const ng_robots_answer *answer, ng_slice file, ng_slice url,
                ng_slice agent, ng_slice name)
{
    ngi_robots_reader reader = ngi_robots_begin(file);
    ngi_robots_line line;
    ngi_out_open(out, NGI_ITEM, '{');
    ngi_out_text_if(out, NGI_KEY("file"), name);
    ngi_out_text(out, NGI_KEY("url"), url);
    ngi_out_text(out, NGI_KEY("agent"), agent);
    ngi_out_bool(out, NGI_KEY("allowed"), answer->allowed);
    if (answer->line != 0)
        ngi_out_number(out, NGI_KEY("line"), answer->line);
    ngi_out_text_if(out, NGI_KEY("rule"), answer->rule);
    ngi_out_text_if(out, NGI_KEY("group"), answer->group);
    if (answer->delay_seconds >= 0)
        ngi_out_real(out, NGI_KEY("crawlDelay"), answer->delay_seconds);
    ngi_out_open(out, NGI_KEY("sitemaps"), '[');
    while (ngi_robots_next(&reader, &line))
        if (ngi_equal_nocase(line.key, NGI_LIT("sitemap")))
            ngi_out_text_if(out, NGI_ITEM, line.value);
    ngi_out_close(out, ']');
    ngi_out_close(out, '}');
    ngi_buffer_char(out, '\n');
}

static void sentence(ngi_buffer *out, const ng_robots_answer *answer, ng_slice url)
{
    ngi_harmless_line(out, url);
    ngi_buffer_add(out, answer->allowed ? NGI_LIT(": allowed") : NGI_LIT(": not allowed"));
    if (answer->line == 0) {
        NGI_BUFFER_LIT(out, "; no rule is about it");
    } else {
        ngi_buffer_format(out, " by line %u: ", answer->line);
        ngi_harmless_line(out, answer->rule);
    }
    if (answer->group.len != 0) {
        NGI_BUFFER_LIT(out, " (group ");
        ngi_harmless_line(out, answer->group);
        NGI_BUFFER_LIT(out, ")");
    }
    ngi_buffer_char(out, '\n');
}

void ngi_view_robots(ngi_buffer *out, const ng_robots_answer *answer, ng_slice file, ng_slice url,
                     ng_slice agent, const ng_write_options *options)
{
    size_t start = out->len;
    if (options->format == NG_FORMAT_JSONL)
        row(out, answer, file, url, agent, options->file);
    else
        sentence(out, answer, url);
    ngi_view_repair(out, start);
}
