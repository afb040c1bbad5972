/* SPDX-License-Identifier: Apache-2.0 */
/* What choose.c asks of boxes.c: things that are told by what stands around blocks. All take the
 * range of blocks that the story's chosen ones lie in, both ends included. */
#ifndef NGI_CHOOSE_H
#define NGI_CHOOSE_H

#include "stories/scene.h"

/* Chooses embedded posts, and subheads and quotations that are siblings of the paragraphs. */
void ngi_choose_posts(const ngi_scene *scene, uint8_t *pick, uint32_t first, uint32_t last);
void ngi_choose_siblings(const ngi_scene *scene, uint32_t headline, uint8_t *pick, uint32_t first,
                         uint32_t last);
/* Takes boxes of a heading and links out. False when memory is out. */
bool ngi_drop_link_boxes(const ngi_scene *scene, uint8_t *pick, uint32_t first, uint32_t last);

#endif
