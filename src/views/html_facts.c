/* SPDX-License-Identifier: Apache-2.0 */
/* HTML has elements for dates and for numbers, of which programs can make use; people see the
 * title when they point at the words. */
#include "views/html_facts.h"
#include "record/record_names.h"
#include "views/html_record.h"
#include "views/json_out.h"

ng_slice ngi_html_name(ngi_buffer *out, const ngi_name *name)
{
    NGI_BUFFER_LIT(out, "<span class=\"name ");
    ngi_buffer_add(out, ngi_name_type_name(name->type));
    NGI_BUFFER_LIT(out, "\" title=\"");
    ngi_html_escaped(out, name->name);
    if (name->description_count > 0) {
        NGI_BUFFER_LIT(out, ", ");
        ngi_html_escaped(out, name->descriptions[0]);
    }
    NGI_BUFFER_LIT(out, "\">");
    return NGI_LIT("</span>");
}

ng_slice ngi_html_date(ngi_buffer *out, const ngi_when *date)
{
    ng_slice start = date->start, end = date->end;
    if (start.len == 0 && end.len == 0) {
        NGI_BUFFER_LIT(out, "<span class=\"date\">");
        return NGI_LIT("</span>");
    }
    NGI_BUFFER_LIT(out, "<time class=\"date\" datetime=\"");
    ngi_html_escaped(out, start.len > 0 ? start : end);
    NGI_BUFFER_LIT(out, "\" title=\"");
    ngi_buffer_add(out, date->approximate ? NGI_LIT("about ") : (ng_slice){0});
    ngi_html_escaped(out, start);
    if (!ngi_equal(start, end)) {
        NGI_BUFFER_LIT(out, " \xE2\x80\x93 ");
        ngi_html_escaped(out, end);
    }
    NGI_BUFFER_LIT(out, "\">");
    return NGI_LIT("</time>");
}

/* The value, or the bounds; the unit, and what is counted. */
static void measure(ngi_buffer *out, const ngi_figure *f)
{
    if (f->approximate)
        NGI_BUFFER_LIT(out, "about ");
    if (f->has_min != f->has_max)
        ngi_buffer_add(out, f->has_min ? NGI_LIT("at least ") : NGI_LIT("at most "));
    if (f->has_min)
        ngi_out_digits(out, f->min);
    if (f->has_min && f->has_max)
        NGI_BUFFER_LIT(out, " \xE2\x80\x93 ");
    if (f->has_max)
        ngi_out_digits(out, f->max);
    if (f->has_value && !f->has_min && !f->has_max)
        ngi_out_digits(out, f->value);
    const ng_slice words[] = {f->unit, f->of};
    for (size_t i = 0; i < NGI_COUNT(words); i++) {
        if (words[i].len == 0)
            continue;
        ngi_buffer_char(out, ' ');
        ngi_html_escaped(out, words[i]);
    }
}

ng_slice ngi_html_figure(ngi_buffer *out, const ngi_figure *figure)
{
    if (figure->has_value) {
        NGI_BUFFER_LIT(out, "<data class=\"figure\" value=\"");
        ngi_out_digits(out, figure->value);
    } else {
        NGI_BUFFER_LIT(out, "<span class=\"figure");
    }
    NGI_BUFFER_LIT(out, "\" title=\"");
    measure(out, figure);
    NGI_BUFFER_LIT(out, "\">");
    return figure->has_value ? NGI_LIT("</data>") : NGI_LIT("</span>");
}
