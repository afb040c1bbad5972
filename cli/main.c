/* SPDX-License-Identifier: Apache-2.0 */
/* nutgraf reads the news. Finds the command and runs it. */
#include "commands.h"

#include <string.h>

int main(int argc, char **argv)
{
    cli io;
    cli_start(&io);
    if (argc < 2 || strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0)
        return cmd_help(&io, 0, NULL);
    if (strcmp(argv[1], "--version") == 0 || strcmp(argv[1], "-V") == 0) {
        cli_print(&io, "nutgraf %s\n", ng_version());
        return cli_finish(&io);
    }
    const cli_command *command = cli_command_named(argv[1]);
    if (command == NULL)
        return cli_misused(&io, "unknown command \"%s\"; nutgraf help names them", argv[1]);
    return command->run(&io, argc - 1, argv + 1);
}
