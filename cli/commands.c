/* SPDX-License-Identifier: Apache-2.0 */
/* The table of commands. */
#include "commands.h"

#include <string.h>

const cli_command cli_commands[] = {
    {"read", "read pages and dumps: their stories, clean, apart and dated", cmd_read},
    {"feeds", "list the feeds that pages and subscription lists name", cmd_feeds},
    {"robots", "say what a robots.txt allows", cmd_robots},
    {"group", "find copies of stories, their sources, and stories of one event", cmd_group},
    {"quotes", "follow quotations from story to story", cmd_quotes},
    {"diff", "say what changed from one story to another", cmd_diff},
    {"said", "print who said what in each story", cmd_said},
    {"show", "show a place of a page that evidence points to, a record of an archive", cmd_show},
    {"index", "index web archives (CDXJ)", cmd_index},
    {"verify", "check rows against the pages they came from", cmd_verify},
    {"completion", "print completion rules for bash, zsh or fish", cmd_completion},
    {"help", "show help, of a command too", cmd_help},
    {NULL, NULL, NULL},
};

const cli_command *cli_command_named(const char *name)
{
    for (const cli_command *c = cli_commands; c->name != NULL; c++)
        if (strcmp(c->name, name) == 0)
            return c;
    return NULL;
}
