/* SPDX-License-Identifier: Apache-2.0 */
/* From learned weights and word lists to the file that the library holds (record/names/model.h). */
#ifndef TRAIN_NAMES_PACK_H
#define TRAIN_NAMES_PACK_H

#include "crf.h"

/* The lexicon of the lists in a folder and of the file of common words. Exits where they can't
 * be read. */
ngi_name_lexicon pack_lexicon(const char *folder, const char *common);
/* The file; to be given to free(). hashes: of the model's features. */
ng_slice pack(const crf *model, const uint32_t *hashes, const ngi_name_lexicon *lexicon);
/* Writes FOLDER/names.bin. */
bool pack_write(ng_slice bytes, const char *folder);

#endif
