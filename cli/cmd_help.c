/* SPDX-License-Identifier: Apache-2.0 */
/* nutgraf help: what there is; nutgraf help COMMAND: the command's own help. */
#include "commands.h"

int cmd_help(cli *io, int argc, char **argv)
{
    char help_option[] = "--help";
    if (io->list != NULL)
        return CLI_OK; /* it has no options */
    if (argc >= 2) {
        const cli_command *command = cli_command_named(argv[1]);
        if (command == NULL)
            return cli_misused(io, "unknown command \"%s\"; nutgraf help names them", argv[1]);
        if (command->run != cmd_help) {
            char *ask[] = {argv[1], help_option, NULL};
            return command->run(io, 2, ask);
        }
    }
    cli_print(io, "nutgraf reads the news: from any news page to clean, separate, dated "
                  "stories.\n\nusage: nutgraf COMMAND [options] ...\n\n");
    for (const cli_command *c = cli_commands; c->name != NULL; c++)
        cli_print(io, "  %-12s%s\n", c->name, c->summary);
    cli_print(io, "\nnutgraf help COMMAND tells more; nutgraf --version the version.\n\n"
                  "  nutgraf read page.html                 on a terminal: to be read\n"
                  "  nutgraf read pages/ > stories.jsonl    in a pipe: JSON lines\n");
    return cli_finish(io);
}
