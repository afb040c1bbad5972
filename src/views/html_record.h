/* SPDX-License-Identifier: Apache-2.0 */
/* The record in a page's HTML: words marked in the text, speakers beside it. */
#ifndef NGI_HTML_RECORD_H
#define NGI_HTML_RECORD_H

#include "record/record.h"

typedef struct ngi_marks ngi_marks;

/* The marks of a story's text, in `arena`; NULL where it has none or memory is out. prefix:
 * makes ids differ between the stories of a document. */
ngi_marks *ngi_marks_make(ngi_arena *arena, const ngi_story *story, uint32_t prefix);
/* Writes bytes [begin, end) of a field, escaped, with their marks. Called in rising order. */
void ngi_marks_write(ngi_buffer *out, ngi_marks *marks, uint8_t in, uint32_t begin, uint32_t end);
/* The list of speakers with their statements, each a link to its words. */
void ngi_marks_speakers(ngi_buffer *out, ngi_marks *marks);
/* What the marks mean, in a line. */
void ngi_marks_key(ngi_buffer *out, const ngi_marks *marks);
/* The style of all this, for a document's head. */
#define NGI_MARKS_STYLE                                                                            \
    "<style>\n"                                                                                    \
    ":root{color-scheme:light dark;--content:#fff3c4;--source:#cfe6ff;--cue:#e4e4e4;"              \
    "--denies:#ffd9d2;--declines:#ead9f7;--line:#bbb;--name:#0a7d4f;--date:#a34a00;"               \
    "--figure:#7b2fb5}\n"                                                                          \
    "@media screen and (prefers-color-scheme:dark){:root{--content:#4a3f10;--source:#123f66;"      \
    "--cue:#3a3a3a;--denies:#5c2018;--declines:#43285c;--line:#555;--name:#5fd6a4;"                \
    "--date:#ffae66;--figure:#cf9cff}}\n"                                                          \
    "body{font:1.05rem/1.6 Georgia,serif;margin:0 auto;max-width:75rem;padding:1rem;"              \
    "overflow-wrap:break-word}\n"                                                                  \
    "article.record{display:grid;grid-template-columns:minmax(0,42rem) minmax(0,24rem);"           \
    "gap:0 2.5rem}\n"                                                                              \
    "article.record>*{grid-column:1}article p{white-space:pre-line}\n"                             \
    "article.record>aside{grid-column:2;grid-row:1/span 9999;"                                     \
    "font:.9rem/1.45 system-ui,sans-serif;border-inline-start:1px solid var(--line);"              \
    "padding-inline-start:1.25rem}\n"                                                              \
    "@media (max-width:60rem){article.record{display:block}"                                       \
    "article.record>aside{border:0;padding:0}}\n"                                                  \
    "aside ul{list-style:none;padding:0}"                                                          \
    "aside ul ul{padding-inline-start:1rem;margin-bottom:1rem}\n"                                  \
    "aside p{margin:0}aside small{border:1px solid var(--line);border-radius:.3em;"                \
    "padding:0 .3em}\n"                                                                            \
    "footer{font:.9rem/1.45 system-ui,sans-serif}footer>p>*{margin-inline-start:.5em}\n"           \
    "mark{color:inherit;background:var(--content);border-radius:.15em}\n"                          \
    "mark.source{background:var(--source);font-weight:600}\n"                                      \
    "mark.cue{background:var(--cue);font-style:italic}\n"                                          \
    "mark.denies{background:var(--denies)}\n"                                                      \
    "mark.declines,mark.unknown{background:var(--declines)}\n"                                     \
    "mark:target,span:target+mark{outline:.15em solid}\n"                                          \
    ".name,.date,.figure{text-decoration:underline solid .1em var(--name);"                        \
    "text-underline-offset:.2em;text-decoration-skip-ink:none}\n"                                  \
    ".date{text-decoration-style:dotted;text-decoration-color:var(--date)}\n"                      \
    ".figure{text-decoration-style:dashed;text-decoration-color:var(--figure)}\n"                  \
    "@media print{:root{color-scheme:light}body{font-size:11pt;max-width:none}"                    \
    "article.record{display:block}article.record>aside{border:0;padding:0}"                        \
    "mark,.name,.date,.figure{print-color-adjust:exact;-webkit-print-color-adjust:exact}"          \
    "p,li{break-inside:avoid}aside a{color:inherit;text-decoration:none}}\n"                       \
    "</style>\n"
/* Text with what HTML needs escaped (html.c). */
void ngi_html_escaped(ngi_buffer *out, ng_slice text);

#endif
