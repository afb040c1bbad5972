/* SPDX-License-Identifier: Apache-2.0 */
/* Opening a file that has to be a web archive. */
#ifndef NGI_RECORD_AT_H
#define NGI_RECORD_AT_H

#include "bytes/warc.h"

/*   NG_ERR_FORMAT  it is none */
ng_status ngi_archive_open(const char *path, uint64_t most, ngi_warc **out, ng_error *error);

#endif
