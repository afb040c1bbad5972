/* SPDX-License-Identifier: Apache-2.0 */
#include "model.h"

#include <string.h>

static bool no_input(void *context, ng_input *out)
{
    (void)context, (void)out;
    return false;
}

static bool no_row(void *context, const ng_input *input, const ng_error *failure, const char *bytes,
                   size_t length)
{
    (void)context, (void)input, (void)failure, (void)bytes, (void)length;
    return false;
}

/* A run of nothing looks at its options. */
int cli_take_model(cli *io, const char *path, ng_read_options *options)
{
    ng_run_options run = NG_RUN_OPTIONS;
    ng_error error;
    if (path == NULL)
        return CLI_GO_ON;
    options->model = (ng_slice){path, strlen(path)};
    run.read.model = options->model;
    if (ng_run(&run, no_input, no_row, NULL, &error) == NG_OK)
        return CLI_GO_ON;
    return cli_misused(io, "--model %s", error.text);
}
