/* SPDX-License-Identifier: Apache-2.0 */
/* The elements of names, dates and figures in a page's HTML: what the words mean stands in
 * their attributes. Each opens its element and returns what closes it. */
#ifndef NGI_HTML_FACTS_H
#define NGI_HTML_FACTS_H

#include "record/record.h"

ng_slice ngi_html_name(ngi_buffer *out, const ngi_name *name);
ng_slice ngi_html_date(ngi_buffer *out, const ngi_when *date);
ng_slice ngi_html_figure(ngi_buffer *out, const ngi_figure *figure);

#endif
