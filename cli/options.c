/* SPDX-License-Identifier: Apache-2.0 */
/* See options.h. Long options take "--name value" and "--name=value", short ones "-j4",
 * "-j 4" and several flags at once ("-0e"). */
#include "options.h"

#include <stdio.h>
#include <string.h>

/* ---- values ---- */

static const char *take_digits(const char *text, uint64_t *out)
{
    *out = 0;
    for (; *text >= '0' && *text <= '9'; text++) {
        if (*out > (UINT64_MAX - 9) / 10)
            return "x"; /* what follows is refused */
        *out = *out * 10 + (uint64_t)(*text - '0');
    }
    return text;
}

static bool read_number(const char *text, uint32_t *out)
{
    uint64_t number;
    const char *rest = take_digits(text, &number);
    *out = (uint32_t)number;
    return rest != text && *rest == '\0' && number <= UINT32_MAX;
}

static bool read_size(const char *text, uint64_t *out)
{
    static const char units[] = "KMGT";
    uint64_t number;
    const char *rest = take_digits(text, &number);
    if (rest == text)
        return false;
    unsigned shift = 0;
    const char *unit = *rest != '\0' ? strchr(units, *rest & ~0x20) : NULL;
    if (unit != NULL) {
        shift = 10 * (unsigned)(unit - units + 1);
        rest++;
    }
    *out = number << shift;
    return *rest == '\0' && number > 0 && *out >> shift == number;
}

static bool read_time(const char *text, uint32_t *out)
{
    uint64_t whole, thousandths = 0, scale = 100;
    const char *rest = take_digits(text, &whole);
    if (rest == text)
        return false;
    if (*rest == '.')
        for (rest++; *rest >= '0' && *rest <= '9'; rest++, scale /= 10)
            thousandths += (uint64_t)(*rest - '0') * scale;
    if (strcmp(rest, "ms") == 0)
        rest += 2;
    else if (whole > UINT32_MAX / 1000)
        return false;
    else
        whole = whole * 1000 + thousandths;
    if (*rest == 's')
        rest++;
    *out = (uint32_t)whole;
    return *rest == '\0' && whole > 0 && whole <= UINT32_MAX;
}

static bool read_choice(const char *text, const char *const *choices, int *out)
{
    for (int i = 0; choices[i] != NULL; i++) {
        if (strcmp(choices[i], text) == 0) {
            *out = i;
            return true;
        }
    }
    return false;
}

/* Names between commas, a bit each by their order; the last choice is all of them. */
static bool read_set(const char *text, const char *const *choices, uint32_t *out)
{
    *out = 0;
    for (const char *end = text; *end != '\0'; text = end + 1) {
        end = text + strcspn(text, ",");
        size_t length = (size_t)(end - text);
        int i = 0;
        while (choices[i] != NULL &&
               (strlen(choices[i]) != length || memcmp(choices[i], text, length) != 0))
            i++;
        if (choices[i] == NULL)
            return false;
        *out |= choices[i + 1] == NULL ? (1u << i) - 1 : 1u << i;
    }
    return *out != 0;
}

static bool read_value(const cli_option *option, const char *text)
{
    switch (option->kind) {
    case CLI_KIND_FLAG: *(bool *)option->target = true; return true;
    case CLI_KIND_TEXT:
    case CLI_KIND_FILE: *(const char **)option->target = text; return true;
    case CLI_KIND_NUMBER: return read_number(text, option->target);
    case CLI_KIND_SIZE: return read_size(text, option->target);
    case CLI_KIND_TIME: return read_time(text, option->target);
    case CLI_KIND_CHOICE: return read_choice(text, option->choices, option->target);
    case CLI_KIND_SET: return read_set(text, option->choices, option->target);
    }
    return false;
}

static const char *kind_wish(const cli_option *option)
{
    switch (option->kind) {
    case CLI_KIND_NUMBER: return "a whole number";
    case CLI_KIND_SIZE: return "a size such as 4096, 64K, 256M or 1G";
    case CLI_KIND_TIME: return "a time such as 10, 0.5 or 500ms";
    default: return "a value";
    }
}

/* ---- help ---- */

/* The choices of an option, "a|b|c", into `out`. */
static void join_choices(const cli_option *option, char *out, size_t room)
{
    size_t used = 0;
    *out = '\0';
    for (size_t i = 0; option->choices[i] != NULL && used < room; i++)
        used += (size_t)snprintf(out + used, room - used, "%s%s",
                                 i == 0                         ? ""
                                 : option->kind == CLI_KIND_SET ? ","
                                                                : "|",
                                 option->choices[i]);
}

static void print_option(cli *io, const cli_option *option)
{
    char left[100];
    char values[80] = "";
    if (option->choices != NULL)
        join_choices(option, values, sizeof(values));
    else if (option->value != NULL)
        snprintf(values, sizeof(values), "%s", option->value);
    const char *space = *values != '\0' ? " " : "";
    if (option->letter != 0)
        snprintf(left, sizeof(left), "-%c, --%s%s%s", option->letter, option->name, space, values);
    else
        snprintf(left, sizeof(left), "    --%s%s%s", option->name, space, values);
    if (strlen(left) > 24)
        cli_print(io, "  %s\n%26s%s\n", left, "", option->help);
    else
        cli_print(io, "  %-24s%s\n", left, option->help);
}

static void print_help(cli *io, const cli_help *help, const cli_option *options)
{
    static const cli_option show_help = CLI_FLAG('h', "help", NULL, "show this help");
    cli_print(io, "usage: nutgraf %s %s\n\n%s\n\n", help->name, help->usage, help->summary);
    for (const cli_option *o = options; o->name != NULL; o++)
        print_option(io, o);
    print_option(io, &show_help);
    if (help->examples != NULL)
        cli_print(io, "\n%s", help->examples);
}

/* ---- parsing ---- */

typedef struct parser {
    cli *io;
    const cli_help *help;
    const cli_option *options;
    int argc, next; /* next: index of the argument to look at */
    char **argv;
    size_t files; /* kept at the start of argv + 1 */
} parser;

static int refused(parser *p, const char *fault, const char *what)
{
    return cli_misused(p->io, "%s %s; see nutgraf help %s", fault, what, p->help->name);
}

static int no_choice(parser *p, const cli_option *option, const char *shown, const char *value)
{
    char choices[80];
    join_choices(option, choices, sizeof(choices));
    return cli_misused(p->io, "%s \"%s\" is none of %s; see nutgraf help %s", shown, value, choices,
                       p->help->name);
}

/* Takes an option's value: `joined` where it stands in the same argument. */
static int take(parser *p, const cli_option *option, const char *shown, const char *joined)
{
    const char *value = joined;
    if (option->kind == CLI_KIND_FLAG) {
        if (joined != NULL)
            return refused(p, "no value is taken by", shown);
    } else if (value == NULL) {
        if (p->next >= p->argc)
            return refused(p, "a value is missing behind", shown);
        value = p->argv[p->next++];
    }
    if (read_value(option, value))
        return CLI_GO_ON;
    if (option->choices != NULL)
        return no_choice(p, option, shown, value);
    return cli_misused(p->io, "%s \"%s\" is not %s; see nutgraf help %s", shown, value,
                       kind_wish(option), p->help->name);
}

static int take_long(parser *p, char *argument)
{
    char *equals = strchr(argument, '=');
    size_t length = equals != NULL ? (size_t)(equals - argument) : strlen(argument);
    for (const cli_option *o = p->options; o->name != NULL; o++) {
        if (strlen(o->name) + 2 == length && memcmp(o->name, argument + 2, length - 2) == 0) {
            if (equals != NULL)
                *equals = '\0';
            return take(p, o, argument, equals != NULL ? equals + 1 : NULL);
        }
    }
    return refused(p, "unknown option", argument);
}

static int take_short(parser *p, const char *letters)
{
    for (; *letters != '\0'; letters++) {
        const cli_option *o = p->options;
        char shown[] = {'-', *letters, '\0'};
        while (o->name != NULL && o->letter != *letters)
            o++;
        if (o->name == NULL)
            return refused(p, "unknown option", shown);
        bool joined = o->kind != CLI_KIND_FLAG && letters[1] != '\0';
        int code = take(p, o, shown, joined ? letters + 1 : NULL);
        if (code != CLI_GO_ON || o->kind != CLI_KIND_FLAG)
            return code;
    }
    return CLI_GO_ON;
}

int cli_parse(cli *io, const cli_help *help, const cli_option *options, int argc, char **argv,
              cli_files *files)
{
    parser p = {io, help, options, argc, 1, argv, 0};
    bool only_files = false;
    *files = (cli_files){0};
    if (io->list != NULL) {
        io->list(io->list_context, help, options);
        return CLI_OK;
    }
    while (p.next < argc) {
        char *argument = argv[p.next++];
        int code = CLI_GO_ON;
        if (only_files || argument[0] != '-' || argument[1] == '\0') {
            argv[1 + p.files++] = argument;
        } else if (strcmp(argument, "--") == 0) {
            only_files = true;
        } else if (strcmp(argument, "--help") == 0 || strcmp(argument, "-h") == 0) {
            print_help(io, help, options);
            return cli_finish(io);
        } else {
            code = argument[1] == '-' ? take_long(&p, argument) : take_short(&p, argument + 1);
        }
        if (code != CLI_GO_ON)
            return code;
    }
    *files = (cli_files){argv + 1, p.files};
    return CLI_GO_ON;
}
