/* SPDX-License-Identifier: Apache-2.0 */
/* nutgraf completion: rules for the shells, made from the tables of commands and options.
 * Each command is asked for its options instead of being run (cli.list). */
#include "commands.h"
#include "options.h"

#include <string.h>

static const cli_help completion_help = {
    "completion",
    "bash|zsh|fish",
    "Prints the completion rules of a shell.",
    "  nutgraf completion bash > /usr/share/bash-completion/completions/nutgraf\n",
};

typedef struct lister {
    cli *io;
    const cli_command *command;
} lister;

/* Asks every command for its options. */
static void each_command(cli *io, void (*list)(void *, const cli_help *, const cli_option *))
{
    lister l = {.io = io};
    char name[] = "command";
    char *argv[] = {name, NULL};
    for (l.command = cli_commands; l.command->name != NULL; l.command++) {
        cli quiet = {.list = list, .list_context = &l};
        (void)l.command->run(&quiet, 1, argv);
    }
}

static void print_command_names(cli *io)
{
    for (const cli_command *c = cli_commands; c->name != NULL; c++)
        cli_print(io, "%s%s", c > cli_commands ? " " : "", c->name);
}

static void print_choices(cli *io, const cli_option *option, const char *separator)
{
    for (size_t i = 0; option->choices[i] != NULL; i++)
        cli_print(io, "%s%s", i > 0 ? separator : "", option->choices[i]);
}

/* ---- bash ---- */

static void bash_values(void *context, const cli_help *help, const cli_option *options)
{
    lister *l = context;
    for (const cli_option *o = options; o->name != NULL; o++) {
        if (o->kind == CLI_KIND_FLAG)
            continue;
        cli_print(l->io, "    %s:--%s", help->name, o->name);
        if (o->letter != 0)
            cli_print(l->io, "|%s:-%c", help->name, o->letter);
        cli_print(l->io, ")\n        ");
        if (o->choices != NULL) {
            cli_print(l->io, "COMPREPLY=($(compgen -W \"");
            print_choices(l->io, o, " ");
            cli_print(l->io, "\" -- \"$cur\"))\n");
        } else if (o->kind == CLI_KIND_FILE) {
            cli_print(l->io, "COMPREPLY=($(compgen -f -- \"$cur\"))\n");
        } else {
            cli_print(l->io, "COMPREPLY=()\n");
        }
        cli_print(l->io, "        return ;;\n");
    }
}

static void bash_names(void *context, const cli_help *help, const cli_option *options)
{
    lister *l = context;
    cli_print(l->io, "    %s) words=\"--help", help->name);
    for (const cli_option *o = options; o->name != NULL; o++)
        cli_print(l->io, " --%s", o->name);
    cli_print(l->io, "\" ;;\n");
}

static void print_bash(cli *io)
{
    cli_print(io, "# bash completion for nutgraf; made by: nutgraf completion bash\n"
                  "_nutgraf()\n{\n"
                  "    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}\n"
                  "    local command=${COMP_WORDS[1]} words=\n"
                  "    if ((COMP_CWORD == 1)); then\n"
                  "        COMPREPLY=($(compgen -W \"");
    print_command_names(io);
    cli_print(io, " --help --version\" -- \"$cur\"))\n        return\n    fi\n"
                  "    case $command:$prev in\n");
    each_command(io, bash_values);
    cli_print(io, "    help:*)\n        COMPREPLY=($(compgen -W \"");
    print_command_names(io);
    cli_print(io, "\" -- \"$cur\"))\n        return ;;\n"
                  "    completion:*)\n"
                  "        COMPREPLY=($(compgen -W \"bash zsh fish\" -- \"$cur\"))\n"
                  "        return ;;\n    esac\n    case $command in\n");
    each_command(io, bash_names);
    cli_print(io, "    esac\n"
                  "    if [[ $cur == -* ]]; then\n"
                  "        COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
                  "    else\n"
                  "        COMPREPLY=($(compgen -f -- \"$cur\"))\n    fi\n}\n"
                  "complete -o filenames -F _nutgraf nutgraf\n");
}

/* ---- zsh ---- */

/* Quotes for a string between single quotes, with what _arguments reads as its own. */
static void zsh_text(cli *io, const char *text)
{
    for (; *text != '\0'; text++) {
        if (*text == '\'')
            cli_print(io, "'\\''");
        else
            cli_print(io, strchr("[]:\\", *text) != NULL ? "\\%c" : "%c", *text);
    }
}

static void zsh_option(cli *io, const cli_option *o, const char *dashes, const char *name)
{
    bool flag = o->kind == CLI_KIND_FLAG;
    cli_print(io, "            '%s%s%s[", dashes, name, flag ? "" : dashes[1] != '\0' ? "=" : "+");
    zsh_text(io, o->help);
    cli_print(io, "]");
    if (o->choices != NULL) {
        cli_print(io, ":%s:(", o->name);
        print_choices(io, o, " ");
        cli_print(io, ")");
    } else if (!flag) {
        cli_print(io, ":%s:%s", o->value, o->kind == CLI_KIND_FILE ? "_files" : "");
    }
    cli_print(io, "' \\\n");
}

static void zsh_command(void *context, const cli_help *help, const cli_option *options)
{
    lister *l = context;
    cli_print(l->io, "    %s)\n        _arguments -s \\\n", help->name);
    for (const cli_option *o = options; o->name != NULL; o++) {
        char letter[] = {o->letter, '\0'};
        if (o->letter != 0)
            zsh_option(l->io, o, "-", letter);
        zsh_option(l->io, o, "--", o->name);
    }
    cli_print(l->io, "            '--help[show this help]' \\\n            '*:file:_files' ;;\n");
}

static void print_zsh(cli *io)
{
    cli_print(io, "#compdef nutgraf\n# zsh completion for nutgraf; made by: "
                  "nutgraf completion zsh\n_nutgraf()\n{\n    local -a commands=(\n");
    for (const cli_command *c = cli_commands; c->name != NULL; c++) {
        cli_print(io, "        '%s:", c->name);
        zsh_text(io, c->summary);
        cli_print(io, "'\n");
    }
    cli_print(io, "    )\n    if ((CURRENT == 2)); then\n"
                  "        _describe command commands\n        return\n    fi\n"
                  "    shift words\n    ((CURRENT--))\n    case $words[1] in\n");
    each_command(io, zsh_command);
    cli_print(io, "    help) _describe command commands ;;\n    esac\n}\n_nutgraf \"$@\"\n");
}

/* ---- fish ---- */

static void fish_text(cli *io, const char *text)
{
    cli_print(io, "'");
    for (; *text != '\0'; text++)
        cli_print(io, *text == '\'' || *text == '\\' ? "\\%c" : "%c", *text);
    cli_print(io, "'");
}

static void fish_command(void *context, const cli_help *help, const cli_option *options)
{
    lister *l = context;
    for (const cli_option *o = options; o->name != NULL; o++) {
        cli_print(l->io, "complete -c nutgraf -n '__fish_seen_subcommand_from %s' -l %s",
                  help->name, o->name);
        if (o->letter != 0)
            cli_print(l->io, " -s %c", o->letter);
        if (o->choices != NULL) {
            cli_print(l->io, " -x -a '");
            print_choices(l->io, o, " ");
            cli_print(l->io, "'");
        } else if (o->kind != CLI_KIND_FLAG) {
            cli_print(l->io, o->kind == CLI_KIND_FILE ? " -r -F" : " -x");
        }
        cli_print(l->io, " -d ");
        fish_text(l->io, o->help);
        cli_print(l->io, "\n");
    }
}

static void print_fish(cli *io)
{
    cli_print(io, "# fish completion for nutgraf; made by: nutgraf completion fish\n");
    for (const cli_command *c = cli_commands; c->name != NULL; c++) {
        cli_print(io, "complete -c nutgraf -f -n __fish_use_subcommand -a %s -d ", c->name);
        fish_text(io, c->summary);
        cli_print(io, "\n");
    }
    cli_print(io, "complete -c nutgraf -f -n '__fish_seen_subcommand_from completion' -a "
                  "'bash zsh fish'\n");
    each_command(io, fish_command);
}

int cmd_completion(cli *io, int argc, char **argv)
{
    const cli_option options[] = {CLI_END};
    cli_files files;
    int code = cli_parse(io, &completion_help, options, argc, argv, &files);
    if (code != CLI_GO_ON)
        return code;
    if (files.count == 1 && strcmp(files.path[0], "bash") == 0)
        print_bash(io);
    else if (files.count == 1 && strcmp(files.path[0], "zsh") == 0)
        print_zsh(io);
    else if (files.count == 1 && strcmp(files.path[0], "fish") == 0)
        print_fish(io);
    else
        return cli_misused(io, "completion wants bash, zsh or fish; see nutgraf help completion");
    return cli_finish(io);
}
