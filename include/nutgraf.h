/* SPDX-License-Identifier: Apache-2.0 */
/* nutgraf reads the news: from any news page to clean, separate, dated stories.
 *
 * The whole public interface. Objects are opaque; one object belongs to one thread at
 * a time, different objects may be used from any threads. Strings are UTF-8, given as
 * pointer and length. What can fail returns ng_status and says why in the caller's
 * ng_error; NG_ERR_MEMORY is always possible and not named again. The library never
 * prints, exits, aborts or reads the environment. */
#ifndef NUTGRAF_H
#define NUTGRAF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define NG_API __attribute__((visibility("default")))
#define NG_MUST_USE __attribute__((warn_unused_result))
#else
#define NG_API
#define NG_MUST_USE
#endif

/* ---- versions ---------------------------------------------------------------- */

#define NG_VERSION_MAJOR 0
#define NG_VERSION_MINOR 1
#define NG_VERSION_PATCH 0

/** The version of the library in use, "MAJOR.MINOR.PATCH"; static storage. */
NG_API const char *ng_version(void);

/** The version of the JSON rows that ng_document_write() prints (their "schema"). */
#define NG_SCHEMA 1

/* ---- errors ------------------------------------------------------------------ */

/** One list gives the codes, their names in JSON rows, and what they mean. */
#define NG_STATUS_LIST(X)                                                                          \
    X(NG_OK, "ok", "done")                                                                         \
    X(NG_ERR_MEMORY, "memory", "an allocation failed")                                             \
    X(NG_ERR_LIMIT, "limit", "the input is larger, deeper or slower than allowed")                 \
    X(NG_ERR_FORMAT, "format", "the input is not of a kind that can be read")                      \
    X(NG_ERR_IO, "io", "the file could not be read")                                               \
    X(NG_ERR_WRITE, "write", "the output could not be written")                                    \
    X(NG_ERR_ARGUMENT, "argument", "an argument is not valid")                                     \
    X(NG_ERR_STOPPED, "stopped", "stopped on request")

typedef enum ng_status {
#define NG_STATUS_ENUM(code, name, text) code,
    NG_STATUS_LIST(NG_STATUS_ENUM)
#undef NG_STATUS_ENUM
} ng_status;

/** Why a call failed. Written only when a call returns other than NG_OK. */
typedef struct ng_error {
    ng_status status;
    uint64_t offset_bytes; /**< where in the input reading stopped, else 0 */
    char text[192];        /**< one line for people, UTF-8, NUL-terminated */
} ng_error;

/** The short name of a status ("limit"), as in the "code" of JSON rows, and what it means, one
 *  line for people; static storage. */
NG_API const char *ng_status_name(ng_status status);
NG_API const char *ng_status_text(ng_status status);

/* ---- text -------------------------------------------------------------------- */

/** Bytes that someone else owns. Not NUL-terminated; may hold NULs. */
typedef struct ng_slice {
    const char *ptr; /**< may be NULL only when len is 0 */
    size_t len;      /**< bytes */
} ng_slice;

/** A stretch of a page's bytes (as decompressed, before decoding): [start, end). */
typedef struct ng_range {
    uint64_t start, end;
} ng_range;

/* ---- reading ----------------------------------------------------------------- */

/** What an input is, or is to be taken for. */
typedef enum ng_kind {
    NG_KIND_AUTO,    /**< options only: told apart by what the input shows */
    NG_KIND_ARTICLE, /**< a page with one story */
    NG_KIND_SECTION, /**< several whole stories, or a list of teasers, or both */
    NG_KIND_PAGE,    /**< a product, a forum, documentation: no story, but a text */
    NG_KIND_TEXT,    /**< a plain-text dump of a page, with no markup left */
    NG_KIND_FEED,    /**< RSS, Atom or JSON Feed: its entries are teasers */
    NG_KIND_PLAIN,   /**< options only: one story, its body the text as it is */
    NG_KIND_SITEMAP, /**< addresses of a site, XML or text; of a news sitemap with titles */
    NG_KIND_OPML,    /**< a list of subscriptions: addresses of feeds */
} ng_kind;

/** The name of a kind ("article"), as in JSON rows; static storage. */
NG_API const char *ng_kind_name(ng_kind kind);

/** What of a story's record to make: bits of ng_read_options.with. */
enum {
    NG_WITH_ATTRIBUTIONS = 1, /**< who said what, on whose word */
    NG_WITH_NAMES = 2,        /**< people, organizations, places, with their aliases */
    NG_WITH_DATES = 4,        /**< dates and times that the text speaks of */
    NG_WITH_FIGURES = 8,      /**< numbers with what they count */
    NG_WITH_RELATIONS = 16,   /**< owner, member, head, ... as the text states them */
    NG_WITH_ALL = 31,
};

/** How to read. Start from NG_READ_OPTIONS, so that new fields have their defaults. */
typedef struct ng_read_options {
    size_t size;               /**< sizeof(ng_read_options), set by NG_READ_OPTIONS */
    ng_kind kind;              /**< NG_KIND_AUTO unless the caller knows better */
    ng_slice url;              /**< the page's address, for resolving links; empty: its own */
    ng_slice now;              /**< ISO 8601 moment from which ages count; empty: the page's own */
    ng_slice charset;          /**< from the HTTP header, where known; may be empty */
    bool evidence;             /**< keep where in the page's bytes each text was read */
    bool comments;             /**< keep readers' comments */
    uint64_t max_bytes;        /**< largest page, as decompressed; 0: the default, 256 MiB */
    uint32_t max_depth;        /**< deepest nesting kept; 0: the default, 512 */
    uint32_t max_milliseconds; /**< CPU time a page; 0: the default, 10,000. Parsing ends at
                                    half of it, with what it has; reading with NG_ERR_LIMIT */
    uint32_t with;             /**< NG_WITH_ bits: the record of each story to make; 0: none */
    bool fast;                 /**< the record without the slow parts of its model */
    ng_slice model; /**< file of the record's model (docs/models.md); empty: the one built in */
} ng_read_options;

#define NG_READ_OPTIONS ((ng_read_options){.size = sizeof(ng_read_options)})

/** Reads pages; keeps its parser and memory from page to page. */
typedef struct ng_reader ng_reader;
/** A page that was read, with its stories and teasers. */
typedef struct ng_document ng_document;
/** Makes a reader. Release it with ng_reader_free(). */
NG_API NG_MUST_USE ng_status ng_reader_new(ng_reader **out, ng_error *error);
/** Releases a reader; NULL is allowed. Documents made by it stay valid. */
NG_API void ng_reader_free(ng_reader *reader);
/** Reads one page and finds every story on it.
 *
 *  reader   made by ng_reader_new(); one thread at a time.
 *  page     bytes as saved or fetched: HTML or plain text, in any charset; may be freed
 *          after the call. Compressed bytes are for ng_reader_read_file().
 *  options  NULL for the defaults.
 *  out      the document, to be released with ng_document_free(); NULL on failure.
 *  error    may be NULL.
 *
 *  A page without a story is no error: ng_document_story_count() is then 0.
 *   NG_ERR_LIMIT   larger, deeper or slower than the options allow
 *   NG_ERR_FORMAT  binary or empty: not text
 *  Time grows linearly with page.len. The tree follows the WHATWG HTML standard; blocks
 *  are labelled by the model described in docs/blocks.md. */
NG_API NG_MUST_USE ng_status ng_reader_read_page(ng_reader *reader, ng_slice page,
                                                 const ng_read_options *options, ng_document **out,
                                                 ng_error *error);

/** Reads a file (plain, gzip or zstd, told by its bytes; "-" is standard input), then as
 *  ng_reader_read_page(). path is NUL-terminated.
 *   NG_ERR_IO  the file can't be opened or read, is a directory, or is cut off in its
 *              compressed form */
NG_API NG_MUST_USE ng_status ng_reader_read_file(ng_reader *reader, const char *path,
                                                 const ng_read_options *options, ng_document **out,
                                                 ng_error *error);
/** Releases a document; NULL is allowed. Everything it gave out goes with it. */
NG_API void ng_document_free(ng_document *document);

/* ---- looking at a document --------------------------------------------------- */

/** What the page is: never NG_KIND_AUTO or NG_KIND_PLAIN. */
NG_API ng_kind ng_document_kind(const ng_document *document);
/** What a reader came for, on any kind of page: on an article page its articleBody. */
NG_API ng_slice ng_document_text(const ng_document *document);
/** The language as a BCP 47 primary tag ("en"); empty where it can't be told. */
NG_API ng_slice ng_document_language(const ng_document *document);
/** The page's address: options->url, else the one that the page gives as its own. */
NG_API ng_slice ng_document_url(const ng_document *document);
/** SHA-256 of the page's bytes as 64 hexadecimal digits; empty without options->evidence. */
NG_API ng_slice ng_document_sha256(const ng_document *document);
/** The stories, in page order, the page's own first. */
NG_API size_t ng_document_story_count(const ng_document *document);
/** The teasers: headlines of lists, most-read and related boxes; of feeds the entries. */
NG_API size_t ng_document_teaser_count(const ng_document *document);
/** The single-valued fields of a story, by their schema.org NewsArticle names. */
typedef enum ng_story_field {
    NG_STORY_HEADLINE,
    NG_STORY_DESCRIPTION,
    NG_STORY_DATE_PUBLISHED,
    NG_STORY_DATE_MODIFIED,
    NG_STORY_DATE_SOURCE,
    NG_STORY_SECTION,
    NG_STORY_CREDIT,
    NG_STORY_PUBLISHER,
    NG_STORY_IMAGE_URL,
    NG_STORY_IMAGE_CAPTION,
    NG_STORY_URL,
    NG_STORY_LANGUAGE,
    NG_STORY_BODY,
    NG_STORY_ACCESS,
} ng_story_field;

/** A field of story `index`; empty where the story has none or there is no such story.
 *  The access of a story is in NG_STORY_ACCESS: "true" (free), "false" or empty. */
NG_API ng_slice ng_document_story(const ng_document *document, size_t index, ng_story_field field);

/** Where a field of story `index` was read: *out gets its ranges, their number is returned.
 *  0 without options->evidence, where the value stands nowhere on the page (a date out of its
 *  address), and for fields whose place is not kept: all but the headline, the description,
 *  the dates and the section. The places of a body are those of its parts. */
NG_API size_t ng_document_story_ranges(const ng_document *document, size_t index,
                                       ng_story_field field, const ng_range **out);

/** Who wrote a story. */
typedef struct ng_author {
    ng_slice name;
    ng_slice url;           /**< of the author's own page; empty where none is linked */
    const ng_range *ranges; /**< where the name was read, with options->evidence; else NULL */
    size_t range_count;
} ng_author;

/** The authors of story `index`: their number, and each; all zero where there is none. */
NG_API size_t ng_document_author_count(const ng_document *document, size_t index);
NG_API ng_author ng_document_author(const ng_document *document, size_t index, size_t author);
/** The keywords of story `index`: their number, and each; empty where there is none. */
NG_API size_t ng_document_keyword_count(const ng_document *document, size_t index);
NG_API ng_slice ng_document_keyword(const ng_document *document, size_t index, size_t keyword);

/** A stretch of a story, in reading order. */
typedef struct ng_part {
    ng_slice type; /**< "paragraph", "heading", "quote", "list-item", "table", ... */
    ng_slice text;
    uint32_t level;         /**< heading: 1 to 6; list item: nesting from 1; else 0 */
    const ng_range *ranges; /**< where it was read, with options->evidence; else NULL */
    size_t range_count;
} ng_part;

/** The parts of story `index`: their number, and each; all zero where there is none. */
NG_API size_t ng_document_part_count(const ng_document *document, size_t index);
NG_API ng_part ng_document_part(const ng_document *document, size_t index, size_t part);

/** What a reader wrote below a story; kept with options->comments. */
typedef struct ng_comment {
    ng_slice author;         /**< empty where none is told */
    ng_slice date_published; /**< ISO 8601, or empty */
    ng_slice text;
    const ng_range *ranges; /**< where the text was read, with options->evidence; else NULL */
    size_t range_count;
} ng_comment;

/** The comments of story `index`: their number, and each; all zero where there is none. */
NG_API size_t ng_document_comment_count(const ng_document *document, size_t index);
NG_API ng_comment ng_document_comment(const ng_document *document, size_t index, size_t comment);

/* ---- the record of a story ----------------------------------------------------- */

/** Bytes [start, end) of the UTF-8 text of the field that is named beside it. (In JSON rows
 *  the same places are counted in code points.) */
typedef struct ng_span {
    uint32_t start, end;
} ng_span;

/** Whose word a statement is on. Empty slices are absent. */
typedef struct ng_speaker {
    ng_slice kind; /**< "person", "organization", "group", "document", "medium", "unnamed" */
    ng_slice name; /**< the fullest form that the story has of it */
    ng_slice description;
    ng_slice organization;
    ng_slice reason; /**< why the source is unnamed, where the story tells */
    uint32_t count;  /**< "two sources": 2; 0: not told */
    bool open;       /**< the story leaves open who it is */
    ng_story_field mention_in;
    ng_span mention; /**< the words that name the speaker; empty where there are none */
} ng_speaker;

#define NG_NO_PARENT UINT32_MAX

/** A statement: who said what. */
typedef struct ng_attribution {
    ng_story_field in; /**< NG_STORY_BODY, _HEADLINE or _DESCRIPTION: what spans count in */
    const ng_span *source, *cue, *content; /**< NULL where there is none */
    size_t source_count, cue_count, content_count;
    ng_slice form;   /**< "direct", "indirect" or "mixed" */
    ng_slice stance; /**< "states", "denies", "declines", "unknown", "questions", "intends",
                          "requests" */
    ng_speaker speaker;
    uint32_t depth;    /**< 0: on the story's own word */
    uint32_t parent;   /**< index of the statement in whose content it stands; NG_NO_PARENT */
    double confidence; /**< chance that source, cue and content are right */
} ng_attribution;

/** The statements of story `index`, in text order; none unless options->with asked. */
NG_API size_t ng_document_attribution_count(const ng_document *document, size_t index);
NG_API ng_attribution ng_document_attribution(const ng_document *document, size_t index,
                                              size_t attribution);

/** A place where a name stands. */
typedef struct ng_mention {
    ng_story_field in;
    ng_span span;
} ng_mention;

/** Someone or something that the story names. */
typedef struct ng_name {
    ng_slice name; /**< the fullest form */
    ng_slice type; /**< "person", "organization", "place" or "other" */
    const ng_slice *aliases, *descriptions;
    size_t alias_count, description_count;
    size_t mention_count; /**< see ng_document_mention() */
} ng_name;

/** The names of story `index`: their number, and each; all zero where there is none. */
NG_API size_t ng_document_name_count(const ng_document *document, size_t index);
NG_API ng_name ng_document_name(const ng_document *document, size_t index, size_t name);
/** Mention `mention` of name `name`: headline, description, body, each in text order. */
NG_API ng_mention ng_document_mention(const ng_document *document, size_t index, size_t name,
                                      size_t mention);

/** A date that the text speaks of. */
typedef struct ng_date {
    ng_mention at;
    ng_slice start, end; /**< ISO 8601, inclusive; empty where the text alone can't tell */
    bool approximate;
} ng_date;

/** The dates of story `index`: their number, and each; all zero where there is none. */
NG_API size_t ng_document_date_count(const ng_document *document, size_t index);
NG_API ng_date ng_document_date(const ng_document *document, size_t index, size_t date);

/** A number with what it counts. */
typedef struct ng_figure {
    ng_mention at;
    bool has_value, has_min, has_max, has_conversion, approximate;
    double value, min, max;
    ng_slice unit, of;       /**< "km"; what is counted */
    double conversion_value; /**< the same in another unit, as the text gives it */
    ng_slice conversion_unit;
} ng_figure;

/** The figures of story `index`: their number, and each; all zero where there is none. */
NG_API size_t ng_document_figure_count(const ng_document *document, size_t index);
NG_API ng_figure ng_document_figure(const ng_document *document, size_t index, size_t figure);

/** How two named things stand to each other, as the text states it. */
typedef struct ng_relation {
    ng_slice subject, relation, object;
    ng_mention at;
} ng_relation;

/** The relations of story `index`: their number, and each; all zero where there is none. */
NG_API size_t ng_document_relation_count(const ng_document *document, size_t index);
NG_API ng_relation ng_document_relation(const ng_document *document, size_t index, size_t relation);
/** The language that its record assumed; empty where none was made. */
NG_API ng_slice ng_document_record_language(const ng_document *document, size_t index);

typedef enum ng_teaser_field {
    NG_TEASER_HEADLINE,
    NG_TEASER_DESCRIPTION,
    NG_TEASER_SECTION,
    NG_TEASER_AGE_TEXT,
    NG_TEASER_DATE_PUBLISHED,
    NG_TEASER_URL,
} ng_teaser_field;

/** A field of teaser `index`; empty where it has none or there is no such teaser. */
NG_API ng_slice ng_document_teaser(const ng_document *document, size_t index,
                                   ng_teaser_field field);

/** Where teaser `index` was read, all that is printed of it: *out gets the ranges, in page
 *  order; their number is returned, 0 without options->evidence. */
NG_API size_t ng_document_teaser_ranges(const ng_document *document, size_t index,
                                        const ng_range **out);

/** What a feed, a sitemap, a list of subscriptions (OPML) or an entry of one says, by the names
 *  of JSON rows. Dates: ISO 8601, in UTC where the time is told; summaries and contents: HTML or
 *  text. Of any number: enclosures and tags. Of the feed itself alone: image, version ("rss20").
 *  Of news sitemaps: publication. Of subscriptions, whose link is the feed: site, folder, type.
 *  Of entries that tell their place: latitude and longitude, or shape and shape text. */
typedef enum ng_feed_field {
    NG_FEED_TITLE, NG_FEED_LINK, NG_FEED_ID, NG_FEED_PUBLISHED, NG_FEED_UPDATED, NG_FEED_AUTHOR,
    NG_FEED_SUMMARY, NG_FEED_CONTENT, NG_FEED_ENCLOSURES, NG_FEED_TAGS, NG_FEED_LANGUAGE,
    NG_FEED_IMAGE, NG_FEED_VERSION, NG_FEED_PUBLICATION, NG_FEED_SITE, NG_FEED_FOLDER, NG_FEED_TYPE,
    NG_FEED_LATITUDE, NG_FEED_LONGITUDE, NG_FEED_SHAPE, NG_FEED_SHAPE_TEXT
} ng_feed_field;

#define NG_FEED_ITSELF SIZE_MAX /**< as an entry's index: the feed itself */

/** The number of its entries; 0 on other kinds of pages. */
NG_API size_t ng_document_entry_count(const ng_document *document);
/** A field of entry `index` or NG_FEED_ITSELF: *out gets its values, their number is returned:
 *  0 where it has none, 1 but for fields of any number. */
NG_API size_t ng_document_entry(const ng_document *document, size_t index, ng_feed_field field,
                                const ng_slice **out);
/** Whether it is broken ("bozo"): *why (static or the document's), in which *line (0: unknown). */
NG_API bool ng_document_bozo(const ng_document *document, const char **why, uint32_t *line);

/** Whether a limit stopped the reading of a page before its end: *error says NG_ERR_LIMIT, where
 *  and why, or NG_OK. */
NG_API bool ng_document_cut(const ng_document *document, ng_error *error);

/* ---- writing ----------------------------------------------------------------- */

/** The forms in which a document can be written. */
typedef enum ng_format {
    NG_FORMAT_JSONL,    /**< one JSON line */
    NG_FORMAT_TEXT,     /**< made for reading on a terminal */
    NG_FORMAT_MARKDOWN, /**< CommonMark */
    NG_FORMAT_HTML,     /**< clean HTML: no script, event attribute or javascript: address */
} ng_format;

/** How to write. Start from NG_WRITE_OPTIONS. */
typedef struct ng_write_options {
    size_t size;      /**< sizeof(ng_write_options), set by NG_WRITE_OPTIONS */
    ng_format format; /**< NG_FORMAT_JSONL unless set */
    ng_slice file;    /**< the input's name, for "file" */
    bool color;       /**< NG_FORMAT_TEXT: with terminal colours */
    uint32_t width;   /**< NG_FORMAT_TEXT: columns to wrap at; 0: 80 */
    bool fragment;    /**< NG_FORMAT_HTML: without the head and foot of a document, so that
                           several can be joined between ng_html_head() and ng_html_foot() */
} ng_write_options;

#define NG_WRITE_OPTIONS ((ng_write_options){.size = sizeof(ng_write_options)})

/** Takes written bytes; returns false to stop (the write then fails). */
typedef bool ng_sink(void *context, const char *bytes, size_t length);
/** Writes a document. Output is valid UTF-8 and, as JSON lines, valid JSON in one line.
 *   NG_ERR_WRITE   the sink returned false */
NG_API NG_MUST_USE ng_status ng_document_write(const ng_document *document,
                                               const ng_write_options *options, ng_sink *sink,
                                               void *context, ng_error *error);

/** Writes the row of an input that could not be read, with its `failure`, in the form
 *  that options name (nothing for forms made for people). */
NG_API NG_MUST_USE ng_status ng_error_write(const ng_error *failure,
                                            const ng_write_options *options, ng_sink *sink,
                                            void *context, ng_error *error);
/** What goes before and after joined HTML fragments; static storage. */
NG_API const char *ng_html_head(void);
NG_API const char *ng_html_record_head(void); /**< of pages read with a record: marks words */
NG_API const char *ng_html_foot(void);

/* ---- runs over many inputs --------------------------------------------------- */

/** One input of a run. The strings are copied by the call that takes it. */
typedef struct ng_input {
    const char *path;        /**< NUL-terminated; "-" is standard input */
    const char *name;        /**< for "file"; NULL: the path */
    ng_slice url, now;       /**< as in ng_read_options; empty: those of the run's options */
    bool in_archive;         /**< for a sink: a record of the archive `path`, at `offset` */
    uint64_t offset;         /**< for a sink: bytes, in the archive as it is */
    const ng_error *failure; /**< NULL, or why it is known to fail: only its row is written */
} ng_input;

/** Gives the next input in *out; false at the end. Called by the thread that runs. */
typedef bool ng_input_source(void *context, ng_input *out);
/** Takes the row of an input. Called by the thread that runs, in the order of the inputs.
 *  failure: NULL where the input was read whole. Returns false to end the run. */
typedef bool ng_row_sink(void *context, const ng_input *input, const ng_error *failure,
                         const char *bytes, size_t length);
/** Why records of archives and pages are left out: codes, names in JSON, what they mean. */
#define NG_SKIP_LIST(X)                                                                            \
    X(NG_SKIP_TYPE, "type", "no response or resource: a request, metadata, ...")                   \
    X(NG_SKIP_STATUS, "status", "its HTTP status is not 2xx")                                      \
    X(NG_SKIP_MIME, "mime", "its Content-Type is not that of HTML")                                \
    X(NG_SKIP_EMPTY, "empty", "it has no body")                                                    \
    X(NG_SKIP_DATE, "date", "captured outside of the dates that were asked for")                   \
    X(NG_SKIP_HOST, "host", "from another host than those that were asked for")                    \
    X(NG_SKIP_WORDS, "words", "without the words that were asked for")                             \
    X(NG_SKIP_LANGUAGE, "language", "in another language than those that were asked for")          \
    X(NG_SKIP_KIND, "kind", "of another kind than those that were asked for")

typedef enum ng_skip {
#define NG_SKIP_ENUM(code, name, text) code,
    NG_SKIP_LIST(NG_SKIP_ENUM)
#undef NG_SKIP_ENUM
    NG_SKIP_COUNT
} ng_skip;

/** The short name of a reason ("mime"), and what it means; static storage. */
NG_API const char *ng_skip_name(ng_skip skip);
NG_API const char *ng_skip_text(ng_skip skip);

/** What a run has done. */
typedef struct ng_counts {
    uint64_t inputs;        /**< files, archives among them */
    uint64_t failed_inputs; /**< of these, those that could not be read (to their end) */
    uint64_t records;       /**< of archives, of every type */
    uint64_t broken;        /**< places of archives where no record could be read */
    uint64_t pages;         /**< rows with what was read */
    uint64_t failed_pages;  /**< records whose page could not be read, or not whole */
    uint64_t stories;
    uint64_t bytes; /**< of the inputs as they are stored */
    uint64_t skipped[NG_SKIP_COUNT];
} ng_counts;

/** The counts of one or more runs, and the names of what failed. */
typedef struct ng_summary ng_summary;
/** Makes an empty summary. Release it with ng_summary_free(). */
NG_API NG_MUST_USE ng_status ng_summary_new(ng_summary **out, ng_error *error);
NG_API void ng_summary_free(ng_summary *summary); /**< NULL is allowed */
/** The counts as they stand. */
NG_API ng_counts ng_summary_counts(const ng_summary *summary);

/** Writes a summary as one line of JSON, described in docs/schema/summary.schema.json: the counts,
 *  and file, offset and cause of what was broken or failed (of the first 1,000 each).
 *   NG_ERR_WRITE   the sink returned false */
NG_API NG_MUST_USE ng_status ng_summary_write(const ng_summary *summary, ng_sink *sink,
                                              void *context, ng_error *error);

/** Which pages a run reads; an empty field lets all through. Lists are separated by commas.
 *  Hosts and dates are looked at in the header of a record, before anything is unpacked;
 *  words in the page's source; languages in a sample of its text, then in the text that was
 *  read; kinds before the record of stories is made. Pages outside of archives have a date by
 *  their `now`, a host by their `url` or the address that they give; those without are left out. */
typedef struct ng_filter {
    ng_slice hosts;     /**< "daily.example,press.example": these and what is below them */
    ng_slice from, to;  /**< ISO 8601, as far as wished ("2026", "2026-03-04T12"); inclusive */
    ng_slice words;     /**< one of them is enough; letter case does not count */
    ng_slice languages; /**< BCP 47 primary tags */
    uint32_t kinds;     /**< bits 1 << NG_KIND_...; 0: all */
} ng_filter;

/** Where an interrupted run has to go on; see ng_state_open(). */
typedef struct ng_state ng_state;
/** Is told how far a run is, by the thread that runs: behind each row, and now and then
 *  between. Everything up to here has been handed out. Returns false to end the run. */
typedef bool ng_run_watch(void *context, const ng_counts *counts);
/** Is told what is no fault but should be known. */
typedef void ng_note_sink(void *context, const ng_input *input, const char *text);
/** How to run. Start from NG_RUN_OPTIONS. */
typedef struct ng_run_options {
    size_t size;              /**< sizeof(ng_run_options), set by NG_RUN_OPTIONS */
    ng_read_options read;     /**< for every input */
    ng_write_options write;   /**< for every input; `file` is set from its name */
    uint32_t threads;         /**< 0 and 1: none but the caller's own */
    const volatile int *stop; /**< NULL, or looked at before each input: not 0 ends the run */
    bool unordered;           /**< rows come as they are done, not in the order of inputs */
    /** Of archives, only the records that start in these bytes of the file as it is stored (of
     *  packed ones: whose member does); {0, 0}: all. The records of ranges that touch each other
     *  are together those of the archive. An input that is no archive is at offset 0. */
    ng_range range;
    ng_filter filter;
    ng_summary *summary; /**< NULL, or is added to */
    ng_state *state;     /**< NULL, or where the run begins, and is kept true */
    ng_run_watch *watch; /**< NULL, or called with the run's context */
    ng_note_sink *notes; /**< NULL, or called with the run's context */
} ng_run_options;

#define NG_RUN_OPTIONS                                                                             \
    ((ng_run_options){                                                                             \
        .size = sizeof(ng_run_options), .read = NG_READ_OPTIONS, .write = NG_WRITE_OPTIONS})

/** Reads every input that `source` gives and hands its row to `sink`: the same bytes in the
 *  same order whatever the number of threads. A web archive (WARC, ARC; plain, gzip, zstd; told
 *  by its bytes, on standard input too) gives a row for each HTML page in it. An input that fails
 *  ends nothing; its row says why. A record that is broken has no row: the sink is told with a
 *  length of 0. Memory is bounded by the largest few inputs, not by their number.
 *   NG_ERR_WRITE     the sink returned false
 *   NG_ERR_STOPPED   options->stop was set, or the watch returned false; whole rows only were
 *                    handed out
 *   NG_ERR_MEMORY    an allocation or a thread failed
 *   NG_ERR_ARGUMENT  options that can't be had together, or inputs that are not those that
 *                    options->state was made with; a model gives NG_ERR_IO or NG_ERR_FORMAT */
NG_API NG_MUST_USE ng_status ng_run(const ng_run_options *options, ng_input_source *source,
                                    ng_row_sink *sink, void *context, ng_error *error);

/** Opens the file that keeps where a run stands, so that it can be interrupted at any moment, by
 *  a crash too, and gone on with: nothing lost, nothing twice. A run with options->state begins
 *  behind the last row of which the state knows. Where there is no such file yet, the run is
 *  at its beginning. Release the state with ng_state_free().
 *
 *  options  what the run is made with: state and options belong together.
 *   NG_ERR_ARGUMENT  the state is one of a run with other options
 *   NG_ERR_FORMAT    the file holds no state
 *   NG_ERR_IO        it can't be read */
NG_API NG_MUST_USE ng_status ng_state_open(const char *path, const ng_run_options *options,
                                           ng_state **out, ng_error *error);
NG_API void ng_state_free(ng_state *state); /**< NULL is allowed */
/** The length to which the output has to be cut before the run goes on. */
NG_API uint64_t ng_state_output_bytes(const ng_state *state);
/** Whether the run came to its end. */
NG_API bool ng_state_complete(const ng_state *state);
/** The summary of the run from its beginning; lives as long as the state. */
NG_API ng_summary *ng_state_summary(ng_state *state);

/** Keeps where the run stands (called by its watch, or behind it), by a file that takes the place
 *  of the old one at once.
 *
 *  output_bytes  length of the output with all rows that were handed out, which must be on disk.
 *   NG_ERR_WRITE  it can't be written */
NG_API NG_MUST_USE ng_status ng_state_save(ng_state *state, uint64_t output_bytes, bool complete,
                                           ng_error *error);

/** Whether `now` is a moment that reading understands: ISO 8601, "2026-03-04" or
 *  "2026-03-04T15:06:07+01:00" and forms between; UTC where it has no zone.
 *   NG_ERR_ARGUMENT  it is not */
NG_API NG_MUST_USE ng_status ng_moment_check(ng_slice now, ng_error *error);

/** A manifest: JSON lines {"file", "url", "now"} that name inputs; only "file" is needed. */
typedef struct ng_manifest ng_manifest;
/** Opens a manifest ("-": standard input; gzip and zstd too). Release it with
 *  ng_manifest_free(). Paths in it are absolute or relative to the manifest's folder.
 *   NG_ERR_IO      it can't be opened or read */
NG_API NG_MUST_USE ng_status ng_manifest_open(const char *path, ng_manifest **out, ng_error *error);

/** The next input; out->path is NULL at the end. Its strings hold until the next call.
 *   NG_ERR_FORMAT  the line is no object with a "file"; `out` names the line, and the next
 *                  call goes on behind it */
NG_API NG_MUST_USE ng_status ng_manifest_next(ng_manifest *manifest, ng_input *out,
                                              ng_error *error);
NG_API void ng_manifest_free(ng_manifest *manifest); /**< NULL is allowed */
/** Reads a file's bytes as ng_reader_read_file() sees them: decompressed, not decoded; the
 *  offsets of evidence count in them. Release *out with ng_bytes_free().
 *   NG_ERR_IO     it can't be opened or read
 *   NG_ERR_LIMIT  more than max_bytes (0: the default, 256 MiB) */
NG_API NG_MUST_USE ng_status ng_bytes_read(const char *path, uint64_t max_bytes, ng_slice *out,
                                           ng_error *error);
NG_API void ng_bytes_free(ng_slice bytes); /**< releases what it gave */

/* ---- web archives ------------------------------------------------------------- */

/** A record of a web archive. */
typedef struct ng_record ng_record;

typedef enum ng_record_field {
    NG_RECORD_TYPE,
    NG_RECORD_ID,
    NG_RECORD_DATE,
    NG_RECORD_TARGET_URI,
    NG_RECORD_CONTENT_TYPE, /**< of the block */
    NG_RECORD_PAYLOAD_DIGEST,
    NG_RECORD_BLOCK_DIGEST,
} ng_record_field;

/** Whether a digest is that of its bytes. */
typedef enum ng_digest { NG_DIGEST_UNKNOWN, NG_DIGEST_HOLDS, NG_DIGEST_FAILS } ng_digest;

/** Reads the record that starts at byte `offset` of an archive as it is stored, as the "warc" of
 *  rows has it. Release it with ng_record_free().
 *
 *  id         its WARC-Record-ID, where several share one packed piece; may be empty
 *  max_bytes  largest record; 0: the default, 256 MiB
 *   NG_ERR_ARGUMENT  no record starts there
 *   NG_ERR_FORMAT    no archive, or the record is broken
 *   NG_ERR_LIMIT     larger than max_bytes
 *   NG_ERR_IO        the file can't be opened or read, or is a pipe */
NG_API NG_MUST_USE ng_status ng_record_read(const char *path, uint64_t offset, ng_slice id,
                                            uint64_t max_bytes, ng_record **out, ng_error *error);
NG_API void ng_record_free(ng_record *record); /**< NULL is allowed */

NG_API ng_slice ng_record_header(const ng_record *record); /**< with its empty line */
NG_API ng_slice ng_record_block(const ng_record *record);  /**< as the archive has it */
/** The page: the body of an HTTP response, its chunks and compression undone, else the block;
 *  the offsets of evidence count in it. */
NG_API ng_slice ng_record_page(const ng_record *record);
NG_API ng_slice ng_record_field_of(const ng_record *record, ng_record_field field);
/** Bytes of the record in the archive as it is stored. */
NG_API uint64_t ng_record_length(const ng_record *record);
/** Whether its payload's digest holds, where it has none its block's. */
NG_API ng_digest ng_record_digest(const ng_record *record);

/** An index of web archives, in CDXJ: a line a record that can be looked up, sorted by the
 *  SURT form of its address and its time. */
typedef struct ng_index ng_index;
/** Makes an empty index. Release it with ng_index_free(). */
NG_API NG_MUST_USE ng_status ng_index_new(ng_index **out, ng_error *error);
NG_API void ng_index_free(ng_index *index); /**< NULL is allowed */
/** Adds the responses, revisits, resources and metadata of an archive. What is broken in it is
 *  told to `sink`, as ng_run() does, and passed over.
 *   NG_ERR_FORMAT   no web archive
 *   NG_ERR_IO       it can't be opened or read on
 *   NG_ERR_WRITE    the sink returned false, or there is no room for a file beside memory
 *   NG_ERR_STOPPED  *stop (may be NULL) was set */
NG_API NG_MUST_USE ng_status ng_index_add(ng_index *index, const ng_input *input,
                                          const volatile int *stop, ng_row_sink *sink,
                                          void *context, ng_error *error);

/** Writes the lines, sorted.
 *   NG_ERR_WRITE   the sink returned false
 *   NG_ERR_IO      what was put aside can't be read */
NG_API NG_MUST_USE ng_status ng_index_write(ng_index *index, ng_sink *sink, void *context,
                                            ng_error *error);

/* ---- checking a record -------------------------------------------------------- */

/** Gives the bytes of the page that a row calls `file` (decompressed); false: there is none.
 *  They must hold until the check ends. */
typedef bool ng_page_source(void *context, ng_slice file, ng_slice *page);
/** Takes a fault: which part of the row ("stories[0].attributions[3].content"), and what is
 *  wrong with it. Both end in NUL and hold during the call. */
typedef void ng_fault_sink(void *context, const char *where, const char *what);

/** What a check looked at. */
typedef struct ng_check {
    uint64_t spans;  /**< spans and parts that were compared with the row's own text */
    uint64_t places; /**< of these, those compared with their bytes in the page */
    uint64_t faults;
} ng_check;

/** Checks a row of ng_document_write() against the page that it came from: the page's digest,
 *  that every span has its text at its place, and, where the row has "bytes", there too.
 *  Faults are no failure of the call.
 *   NG_ERR_FORMAT  the row is no JSON object of this library
 *   NG_ERR_IO      `pages` has no such page */
NG_API NG_MUST_USE ng_status ng_row_verify(ng_slice row, ng_page_source *pages,
                                           ng_fault_sink *faults, void *context, ng_check *out,
                                           ng_error *error);

/** Gives the path, NUL-terminated, of the page or archive that a row calls `file`; NULL: there
 *  is none. It must hold until the check ends. */
typedef const char *ng_path_source(void *context, ng_slice file);

/** The same with the files themselves: the page is read from its path, of a row with "warc" from
 *  its record in the archive, whose id, date, address and digest are then held to the row's, and
 *  the digest to the record's bytes. */
NG_API NG_MUST_USE ng_status ng_row_verify_files(ng_slice row, ng_path_source *paths,
                                                 uint64_t max_bytes, ng_fault_sink *faults,
                                                 void *context, ng_check *out, ng_error *error);

/** Shows bytes [range.start, range.end) of a page with their surroundings, for a terminal:
 *  charset decoded, control characters made harmless, the place marked.
 *   NG_ERR_ARGUMENT  the range does not lie inside the bytes
 *   NG_ERR_WRITE     the sink returned false */
NG_API NG_MUST_USE ng_status ng_place_write(ng_slice page, ng_range range,
                                            const ng_write_options *options, ng_sink *sink,
                                            void *context, ng_error *error);

/* ---- addresses of feeds ---------------------------------------------------------- */

/** The address of a feed. Slices hold as long as the list does. */
typedef struct ng_feed_link {
    ng_slice url;
    ng_slice title;   /**< as its source names it; may be empty */
    ng_slice site;    /**< address of the page that it is of; may be empty */
    ng_slice folder;  /**< of a list of subscriptions: the folders that it is in, "A/B" */
    const char *type; /**< "rss", "atom", "json"; "" where its source does not say */
    const char *from; /**< "link": the page says so; "anchor": its address looks like one;
                           "opml": a list of subscriptions; "feed": it was given itself */
} ng_feed_link;

/** Addresses of feeds, each once, in the order in which they were found. */
typedef struct ng_feed_list ng_feed_list;

/** Makes an empty list. Release it with ng_feed_list_free(). */
NG_API NG_MUST_USE ng_status ng_feed_list_new(ng_feed_list **out, ng_error *error);
NG_API void ng_feed_list_free(ng_feed_list *list); /**< NULL is allowed */
/** Adds the feeds that an input names: a page (links and anchors), a list of subscriptions
 *  (OPML), or a feed itself, which needs its url. Nothing is fetched.
 *
 *  bytes  decompressed, in any charset; may be freed after the call.
 *  url    the input's address, which resolves links; may be empty.
 *   NG_ERR_FORMAT  binary or empty
 *   NG_ERR_LIMIT   more than 100,000 feeds */
NG_API NG_MUST_USE ng_status ng_feed_list_add(ng_feed_list *list, ng_slice bytes, ng_slice url,
                                              ng_error *error);

NG_API size_t ng_feed_list_count(const ng_feed_list *list);
/** Feed `index`; all empty where there is none. */
NG_API ng_feed_link ng_feed_list_get(const ng_feed_list *list, size_t index);

/** Forms of a list: a JSON line or a line of text for each feed; OPML 2.0 for all. */
typedef enum { NG_FEED_LIST_JSONL, NG_FEED_LIST_TEXT, NG_FEED_LIST_OPML } ng_feed_list_form;

/** Writes a list. NG_ERR_WRITE: the sink returned false. */
NG_API NG_MUST_USE ng_status ng_feed_list_write(const ng_feed_list *list, ng_feed_list_form form,
                                                ng_sink *sink, void *context, ng_error *error);

/* ---- provenance ------------------------------------------------------------------ */

/** Stories, and what tells which are copies of which: an index that grows. Its answers depend on
 *  the set of stories alone, not on the order in which they came. */
typedef struct ng_corpus ng_corpus;

/** Makes an empty corpus. Release it with ng_corpus_free(). */
NG_API NG_MUST_USE ng_status ng_corpus_new(ng_corpus **out, ng_error *error);
/** Opens what ng_corpus_save() wrote. The file is mapped: it must stay as it is.
 *   NG_ERR_FORMAT  no corpus, one of another version, or damaged
 *   NG_ERR_IO      it can't be opened or read */
NG_API NG_MUST_USE ng_status ng_corpus_open(const char *path, ng_corpus **out, ng_error *error);
NG_API void ng_corpus_free(ng_corpus *corpus); /**< NULL is allowed */
/** Adds the stories of a row of ng_document_write(), or one story in schema.org's terms with
 *  "identifier", "url", "headline", "articleBody", "datePublished", "dateModified", "creditText".
 *  One that is there already with the same headline and body is passed over; a changed one becomes
 *  "IDENTIFIER@2", "@3" ... where the first was there when the corpus was opened, or where its
 *  identifier is not its own.
 *
 *  name   the identifier of a story that has none and whose row has no "file"; where it ends in
 *         "#" the story's url or, without one, with a hash of the body behind it; may be empty.
 *  added  NULL, or gets the number of stories that were added.
 *   NG_ERR_FORMAT    no JSON object with stories
 *   NG_ERR_ARGUMENT  the identifier of one is there already, or missing; others were added */
NG_API NG_MUST_USE ng_status ng_corpus_add(ng_corpus *corpus, ng_slice row, ng_slice name,
                                           uint32_t *added, ng_error *error);
/** Removes a story; false: there is none of that identifier. */
NG_API bool ng_corpus_remove(ng_corpus *corpus, ng_slice identifier);
NG_API uint32_t ng_corpus_count(const ng_corpus *corpus);
/** Bytes of memory held besides the stories' own texts. */
NG_API uint64_t ng_corpus_bytes(const ng_corpus *corpus);

/** A story that shares text with another. Slices hold until the corpus is changed. */
typedef struct ng_near {
    ng_slice identifier;
    double share; /**< of the asking story's words, 0 to 1 */
    double back;  /**< of this story's own words */
} ng_near;

/** Finds the stories that share most with the stories of `row` (as of ng_corpus_add(), not
 *  added): *count gets how many of out[0 .. most) were filled, the largest share first.
 *   NG_ERR_FORMAT  no JSON object with stories */
NG_API NG_MUST_USE ng_status ng_corpus_near(ng_corpus *corpus, ng_slice row, ng_near *out,
                                            uint32_t most, uint32_t *count, ng_error *error);

/** What ng_corpus_write() writes, a JSON line each. */
typedef enum ng_corpus_form {
    NG_CORPUS_STORIES, /**< a story: its event, its group of copies, its source and passages */
    NG_CORPUS_THREADS, /**< an event, or a group of one: its stories in order, copies folded */
    NG_CORPUS_QUOTES,  /**< a quotation that stands in several stories, with all its places */
} ng_corpus_form;

/** How to ask. Start from NG_ASK_OPTIONS. */
typedef struct ng_ask_options {
    size_t size;              /**< sizeof(ng_ask_options), set by NG_ASK_OPTIONS */
    double window_days;       /**< stories further apart have nothing in common; 0: no limit */
    bool fresh;               /**< rows (threads: with) stories added since it was opened only */
    bool text;                /**< for people, not JSON lines */
    bool color;               /**< with terminal colours */
    const volatile int *stop; /**< NULL, or not 0 ends the work */
    /** NULL, or told now and then how many stories are done. */
    void (*progress)(void *context, uint32_t done, uint32_t all);
} ng_ask_options;

#define NG_ASK_OPTIONS ((ng_ask_options){.size = sizeof(ng_ask_options)})

/** Compares all stories and writes what was found, in the order in which they came.
 *   NG_ERR_WRITE    the sink returned false
 *   NG_ERR_STOPPED  options->stop was set */
NG_API NG_MUST_USE ng_status ng_corpus_write(const ng_corpus *corpus, ng_corpus_form form,
                                             const ng_ask_options *options, ng_sink *sink,
                                             void *context, ng_error *error);

/** Writes the corpus to a file, which takes the place of an old one at once.
 *   NG_ERR_WRITE  it can't be written */
NG_API NG_MUST_USE ng_status ng_corpus_save(ng_corpus *corpus, const char *path, ng_error *error);

/** What a comparison came to. */
typedef struct ng_diff {
    bool changed;     /**< something is listed */
    uint32_t refused; /**< which row could not be read: 1, 2; 0: neither */
} ng_diff;

/** Writes what has changed from story `before` to story `after` (rows as of ng_corpus_add(), of
 *  which the first story counts): paragraphs, figures, dates, quotations, statements, headline,
 *  standfirst, and sentences that changed otherwise; JSON, or text for people. *out may be NULL.
 *   NG_ERR_FORMAT  a row without a story
 *   NG_ERR_WRITE   the sink returned false */
NG_API NG_MUST_USE ng_status ng_diff_write(ng_slice before, ng_slice after,
                                           const ng_write_options *options, ng_sink *sink,
                                           void *context, ng_diff *out, ng_error *error);

/* ---- robots.txt ---------------------------------------------------------------- */

/** What a robots.txt says of an address. Slices point into the file. */
typedef struct ng_robots_answer {
    bool allowed;
    uint32_t line;        /**< of the rule that decides, from 1; 0: none, all is allowed */
    ng_slice rule;        /**< that line; empty where none decides */
    ng_slice group;       /**< the agent that its group is for; empty where no group is meant */
    double delay_seconds; /**< the group's Crawl-delay; negative where it has none */
} ng_robots_answer;

/** Whether an agent may fetch an address, by RFC 9309: groups that name the agent count as one,
 *  the longest rule wins, "*" and "$" are wildcards, escapes are compared in one form. What lies
 *  beyond the first 500 KiB is not looked at.
 *
 *  robots  the file's bytes; may be empty: then all is allowed.
 *  url     an absolute address, or a path with its query.
 *  agent   a product token ("nutgraf"); empty: any agent.
 *   NG_ERR_ARGUMENT  the url has no host, or the agent no token
 *   NG_ERR_LIMIT     the url is longer than 16 KiB
 *   NG_ERR_FORMAT    the file is binary */
NG_API NG_MUST_USE ng_status ng_robots_check(ng_slice robots, ng_slice url, ng_slice agent,
                                             ng_robots_answer *out, ng_error *error);
/** The next sitemap that the file names: *at is 0 at first, and moved on. False at the end. */
NG_API bool ng_robots_sitemap(ng_slice robots, size_t *at, ng_slice *url);

/** Checks as ng_robots_check() and writes the answer: a line for people, or with NG_FORMAT_JSONL
 *  an object {"file", "url", "agent", "allowed", "line", "rule", "group", "crawlDelay",
 *  "sitemaps"}. *out may be NULL.
 *   NG_ERR_WRITE  the sink returned false */
NG_API NG_MUST_USE ng_status ng_robots_write(ng_slice robots, ng_slice url, ng_slice agent,
                                             const ng_write_options *options, ng_sink *sink,
                                             void *context, ng_robots_answer *out, ng_error *error);

#ifdef __cplusplus
}
#endif

#endif
