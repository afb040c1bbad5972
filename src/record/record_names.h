/* SPDX-License-Identifier: Apache-2.0 */
/* The names of what a record tells, as JSON rows and the public header have them. */
#ifndef NGI_RECORD_NAMES_H
#define NGI_RECORD_NAMES_H

#include "base/base.h"

ng_slice ngi_form_name(uint8_t form);
ng_slice ngi_stance_name(uint8_t stance);
ng_slice ngi_speaker_kind_name(uint8_t kind); /* empty: not told */
ng_slice ngi_name_type_name(uint8_t type);
ng_slice ngi_field_name(uint8_t field);

#endif
