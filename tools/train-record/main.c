/* SPDX-License-Identifier: Apache-2.0 */
/* Learns the record's models from DATA and writes them as one file (models/record.md).
 *
 *   train-record DATA MODEL [PREDICTIONS [SYNTAX]]
 *
 * DATA holds language/gum and attribution/train.jsonl, dev.jsonl. Every step learns from what
 * the steps before find in texts of publishers that they have not seen, as it will be later.
 * With PREDICTIONS, what the models find goes to PREDICTIONS.dev.jsonl, and, each article read
 * by models that have not seen its publisher, to PREDICTIONS.held.jsonl. SYNTAX: a file where
 * tagger and parser are kept from one run to the next. */
#include "bytes/bytes.h"
#include "learn.h"

#include <pthread.h>
#include <stdlib.h>
#include <time.h>

enum { THREADS = 4, FOLDS = 7, FOLDS_MAX = 16, PUBLISHERS_MAX = 64 };

void die(const char *what, const char *which)
{
    fprintf(stderr, "train-record: %s: %s\n", what, which);
    exit(1);
}

void *need(void *pointer)
{
    if (pointer == NULL)
        die("memory", "out");
    return pointer;
}

double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* ---- jobs ---- */

typedef struct crew {
    pthread_mutex_t lock;
    int next, count;
    job work;
    void *context;
} crew;

static void *work_on(void *argument)
{
    crew *c = argument;
    for (;;) {
        pthread_mutex_lock(&c->lock);
        int number = c->next++;
        pthread_mutex_unlock(&c->lock);
        if (number >= c->count)
            return NULL;
        c->work(number, c->context);
    }
}

void run_jobs(int count, int threads, job work, void *context)
{
    crew c = {.lock = PTHREAD_MUTEX_INITIALIZER, .count = count, .work = work, .context = context};
    pthread_t crew_members[16];
    for (int i = 0; i < threads; i++)
        if (pthread_create(&crew_members[i], NULL, work_on, &c) != 0)
            die("threads", "none");
    for (int i = 0; i < threads; i++)
        pthread_join(crew_members[i], NULL);
}

/* ---- the school ---- */

typedef struct school {
    articles train, dev;
    ngi_model model;                 /* learned from all */
    ngi_model fold[FOLDS_MAX];       /* and without some publishers each */
    ng_slice publishers[PUBLISHERS_MAX];
    int publisher_count, folds;
    double begin;
} school;

static void say(const school *s, const char *what)
{
    printf("%6.0f s  %s\n", seconds() - s->begin, what);
    fflush(stdout);
}

/* A publisher's texts are all in one fold. */
static void find_folds(school *s)
{
    for (uint32_t a = 0; a < s->train.count; a++) {
        int p = 0;
        while (p < s->publisher_count && !ngi_equal(s->publishers[p], s->train.items[a].publisher))
            p++;
        if (p == PUBLISHERS_MAX)
            die("publishers", "too many");
        s->publishers[p] = s->train.items[a].publisher;
        s->publisher_count = p == s->publisher_count ? p + 1 : s->publisher_count;
        s->train.items[a].fold = p % s->folds;
    }
    for (uint32_t a = 0; a < s->dev.count; a++)
        s->dev.items[a].fold = s->folds;
}

/* The model of a job: the last job learns from all. */
static ngi_model *model_of(school *s, int number)
{
    return number == 0 ? &s->model : &s->fold[number - 1];
}

/* Lets `work` read every text that the job's model has not seen. */
static void read_unseen(school *s, int number, void (*work)(article *a))
{
    articles *texts = number == 0 ? &s->dev : &s->train;
    for (uint32_t a = 0; a < texts->count; a++)
        if (number == 0 || texts->items[a].fold == number - 1) {
            texts->items[a].reading.model = model_of(s, number);
            work(&texts->items[a]);
        }
}

static void read_anchors(article *a)
{
    ngi_anchors_find(&a->reading);
}

static void read_roles(article *a)
{
    ngi_roles_find(&a->reading);
}

static void read_links(article *a)
{
    if (!ngi_candidates_find(&a->arena, &a->reading, NGI_ANCHOR_LEAST, &a->candidates))
        die("memory", "out");
    a->right = need(calloc(a->candidates.count + 1, 1));
    for (uint32_t c = 0; c < a->candidates.count; c++)
        a->right[c] = gold_right(a, &a->candidates.items[c]);
}

static void read_sparse(article *a)
{
    uint32_t rows[NGI_WORTH_ROWS];
    for (uint32_t c = 0; c < a->candidates.count; c++)
        a->candidates.items[c].sparse =
            ngi_sum1(&a->reading.model->table[NGI_TABLE_WORTH], rows,
                     ngi_worth_rows(&a->reading, &a->candidates.items[c], rows));
}

static void read_worth(article *a)
{
    ngi_worth_find(&a->reading, &a->candidates);
}

static void do_anchors(int number, void *context)
{
    school *s = context;
    ngi_model *m = model_of(s, number);
    m->table[NGI_TABLE_ANCHORS] = learn_anchors(&s->train, number - 1, m);
}

static void do_roles(int number, void *context)
{
    school *s = context;
    learn_roles(&s->train, number - 1, model_of(s, number));
}

static void do_links(int number, void *context)
{
    school *s = context;
    learn_links(&s->train, number - 1, model_of(s, number));
    read_unseen(s, number, read_links);
}

static void do_sparse(int number, void *context)
{
    school *s = context;
    model_of(s, number)->table[NGI_TABLE_WORTH] = learn_sparse(&s->train, number - 1);
}

static void do_trees(int number, void *context)
{
    school *s = context;
    model_of(s, number)->table[NGI_TABLE_TREES] = learn_trees(&s->train, number - 1);
}

/* Results are read only when all have learned: learning reads what was there before. */
static void learn_step(school *s, job work, void (*read)(article *), const char *name)
{
    run_jobs(s->folds + 1, THREADS, work, s);
    for (int k = 0; read != NULL && k <= s->folds; k++)
        read_unseen(s, k, read);
    say(s, name);
}

static void measure_anchors(const articles *texts, const char *name)
{
    for (float cut = 0.1f; cut < 0.55f; cut += 0.1f) {
        uint32_t right = 0, given = 0, wanted = 0;
        for (uint32_t a = 0; a < texts->count; a++) {
            const article *x = &texts->items[a];
            for (uint32_t i = 0; i < x->prose.token_count; i++)
                given += x->reading.anchor[i] > cut;
            for (uint32_t g = 0; g < x->gold_count; g++) {
                bool again = x->golds[g].anchor < 0;
                for (uint32_t h = 0; h < g && !again; h++)
                    again = x->golds[h].anchor == x->golds[g].anchor;
                wanted += !again;
                right += !again && x->reading.anchor[x->golds[g].anchor] > cut;
            }
        }
        printf("%s anchors above %.1f: P %.3f R %.3f F1 %.4f\n", name, (double)cut,
               right / (given + 1e-9), right / (wanted + 1e-9),
               2.0 * right / (given + wanted + 1e-9));
    }
}

static void measure_roles(const articles *texts, const char *name)
{
    uint32_t right = 0, given = 0, wanted = 0;
    for (uint32_t a = 0; a < texts->count; a++) {
        const article *x = &texts->items[a];
        uint8_t *gold = need(calloc(x->prose.token_count + 1, 1));
        for (uint32_t g = 0; g < x->gold_count; g++)
            for (uint32_t k = 0; k < x->golds[g].contents; k++)
                memset(gold + x->golds[g].content[k].begin, 1,
                       x->golds[g].content[k].end - x->golds[g].content[k].begin);
        for (uint32_t i = 0; i < x->prose.token_count; i++) {
            bool found = x->reading.roles[i][NGI_ROLE_CONTENT] > 0.42f,
                 word = ngi_is_word_token(&x->prose, i);
            given += word && found;
            wanted += word && gold[i];
            right += word && found && gold[i];
        }
        free(gold);
    }
    printf("%s roles: content F1 %.4f\n", name, 2.0 * right / (given + wanted + 1e-9));
}

/* The lowest cut that costs no more than a five-hundredth of the best one's F1: what is whole
 * comes out alike over a wide range, and more is found below. */
static float choose_cut(const school *s)
{
    enum { STEPS = 14 };
    double f[STEPS], most = 0;
    for (int k = 0; k < STEPS; k++) {
        ngi_choice how = {0.20f + 0.02f * (float)k, 0.75f, true};
        f[k] = measure_whole(&s->train, &how);
        most = f[k] > most ? f[k] : most;
    }
    int k = 0;
    while (f[k] < most - 0.002)
        k++;
    return 0.20f + 0.02f * (float)k;
}

static void write_model(const ngi_model *m, const char *path)
{
    uint32_t offset = NGI_MODEL_HEAD + NGI_TABLE_COUNT * NGI_MODEL_ENTRY;
    ngi_buffer body = {0};
    for (int t = 0; t < NGI_TABLE_COUNT; t++) {
        struct {
            uint32_t offset, bytes;
            float scale;
            uint32_t none;
        } entry = {offset + (8 - offset % 8) % 8, m->table[t].bytes, m->table[t].scale, 0};
        ngi_buffer_add(&body, ngi_slice((const char *)&entry, sizeof entry));
        offset = entry.offset + entry.bytes;
    }
    for (int t = 0; t < NGI_TABLE_COUNT; t++) {
        while ((body.len + NGI_MODEL_HEAD) % 8 != 0)
            ngi_buffer_char(&body, 0);
        ngi_buffer_add(&body, ngi_slice(m->table[t].rows, m->table[t].bytes));
    }
    uint32_t numbers[2] = {NGI_MODEL_VERSION, NGI_TABLE_COUNT};
    uint64_t sum = ngi_model_checksum(ngi_buffer_slice(&body));
    FILE *out = need(fopen(path, "wb"));
    fwrite("NUTGRAF\n", 1, 8, out);
    fwrite(numbers, sizeof numbers, 1, out);
    fwrite(&sum, sizeof sum, 1, out);
    fwrite(body.ptr, 1, body.len, out);
    if (fclose(out) != 0)
        die(path, "cannot be written");
    ngi_buffer_free(&body);
}

/* Takes tagger and parser from a file written before. */
static bool read_syntax(school *s, const char *path)
{
    static const ngi_table taken[] = {NGI_TABLE_TAG_WORDS, NGI_TABLE_TAGGER, NGI_TABLE_ARCS,
                                      NGI_TABLE_LABELS};
    ngi_buffer file = {0};
    if (ngi_file_read(path, 0, &file, NULL) != NG_OK)
        return false;
    for (size_t k = 0; k < NGI_COUNT(taken); k++) {
        uint32_t entry[2];
        ngi_weights *w = &s->model.table[taken[k]];
        memcpy(entry, file.ptr + NGI_MODEL_HEAD + taken[k] * NGI_MODEL_ENTRY, sizeof entry);
        memcpy(&w->scale, file.ptr + NGI_MODEL_HEAD + taken[k] * NGI_MODEL_ENTRY + 8, 4);
        w->rows = file.ptr + entry[0];
        w->bytes = entry[1];
    }
    return true; /* the file stays in memory */
}

static void learn_language(school *s, const char *data, const char *known)
{
    char path[4096];
    ngi_arena arena;
    ngi_arena_init(&arena, 0);
    snprintf(path, sizeof path, "%s/language/gum", data);
    treebank train = treebank_read(&arena, path, "train-"), dev = treebank_read(&arena, path, "dev-");
    for (int t = 0; t < NGI_TABLE_COUNT; t++)
        s->model.table[t] = (ngi_weights){"", 0, 1};
    if (known == NULL || !read_syntax(s, known)) {
        learn_syntax(&train, &dev, &s->model);
        say(s, "tagger and parser");
        write_model(&s->model, known != NULL ? known : "/dev/null");
    }
    snprintf(path, sizeof path, "%s/attribution/train.jsonl", data);
    s->train = articles_read(path, &s->model);
    snprintf(path, sizeof path, "%s/attribution/dev.jsonl", data);
    s->dev = articles_read(path, &s->model);
    find_folds(s);
    learn_lemmas(&train, &s->train, &s->model);
    learn_cues(&s->train, &s->dev, &s->model);
    say(s, "texts");
    ngi_arena_free(&arena);
}

int main(int count, char **arguments)
{
    static school s;
    char path[4096];
    if (count < 3)
        die("use", "train-record DATA MODEL [PREDICTIONS [SYNTAX]]");
    s.begin = seconds();
    s.folds = FOLDS;
    learn_language(&s, arguments[1], count > 4 ? arguments[4] : NULL);
    for (int k = 0; k < s.folds; k++)
        s.fold[k] = s.model;
    learn_step(&s, do_anchors, read_anchors, "anchors");
    measure_anchors(&s.train, "held out");
    measure_anchors(&s.dev, "dev");
    learn_step(&s, do_roles, read_roles, "roles");
    measure_roles(&s.train, "held out");
    measure_roles(&s.dev, "dev");
    learn_step(&s, do_links, NULL, "links");
    learn_step(&s, do_sparse, read_sparse, "worth of words");
    learn_step(&s, do_trees, read_worth, "worth");
    ngi_choice how = {choose_cut(&s), 0.75f, true}, bare = {how.cut, 0.75f, false};
    s.model.table[NGI_TABLE_CHANCES] = learn_chances(&s.train, &how);
    write_model(&s.model, arguments[2]);
    printf("cut %.2f\n", (double)how.cut);
    measure(&s.train, &how, "held out");
    measure(&s.train, &bare, "held out, no content alone");
    measure(&s.dev, &how, "dev");
    measure(&s.dev, &bare, "dev, no content alone");
    if (count > 3) {
        snprintf(path, sizeof path, "%s.dev.jsonl", arguments[3]);
        write_predictions(&s.dev, &how, &s.model.table[NGI_TABLE_CHANCES], path);
        snprintf(path, sizeof path, "%s.held.jsonl", arguments[3]);
        write_predictions(&s.train, &how, &s.model.table[NGI_TABLE_CHANCES], path);
    }
    say(&s, "done");
    return 0;
}
