/* SPDX-License-Identifier: Apache-2.0 */
/* See record_names.h. */
#include "record/record_names.h"
#include "record/record.h"

ng_slice ngi_form_name(uint8_t form)
{
    static const char *const names[] = {"indirect", "direct", "mixed"};
    return ngi_slice_of(names[form < NGI_COUNT(names) ? form : 0]);
}

ng_slice ngi_stance_name(uint8_t stance)
{
    static const char *const names[] = {"states",    "denies",  "declines", "unknown",
                                        "questions", "intends", "requests"};
    return ngi_slice_of(names[stance < NGI_COUNT(names) ? stance : 0]);
}

ng_slice ngi_speaker_kind_name(uint8_t kind)
{
    static const char *const names[] = {"",         "person", "organization", "group",
                                        "document", "medium", "unnamed"};
    return ngi_slice_of(names[kind < NGI_COUNT(names) ? kind : 0]);
}

ng_slice ngi_name_type_name(uint8_t type)
{
    static const char *const names[] = {"person", "organization", "place", "other"};
    return ngi_slice_of(names[type < NGI_COUNT(names) ? type : NGI_NAME_OTHER]);
}

ng_slice ngi_field_name(uint8_t field)
{
    static const char *const names[] = {"articleBody", "headline", "description"};
    return ngi_slice_of(names[field < NGI_COUNT(names) ? field : 0]);
}
