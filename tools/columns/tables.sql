-- SPDX-License-Identifier: Apache-2.0
-- nutgraf's rows as two tables for analysts: stories and attributions. For DuckDB, in any of its forms;
-- the rows are the files in the variable `rows`:
--     SET VARIABLE rows = ['stories.jsonl'];
-- The views read the files anew each time, so that nothing has to fit into memory. Fields that a row
-- lacks are NULL. `identifier` names a story: file@offset#number, without @offset outside of archives.

CREATE OR REPLACE TEMP VIEW news_rows AS
SELECT *, file || coalesce('@' || warc."offset", '') AS page
FROM read_ndjson(getvariable('rows'), maximum_object_size = 268435456, columns = {
    file: 'VARCHAR', url: 'VARCHAR', kind: 'VARCHAR', sha256: 'VARCHAR',
    warc: 'STRUCT("offset" BIGINT, "length" BIGINT, recordId VARCHAR, "date" TIMESTAMPTZ,
                  targetURI VARCHAR, digestOk BOOLEAN)',
    stories: 'STRUCT(
        headline VARCHAR, description VARCHAR, author STRUCT("name" VARCHAR, url VARCHAR)[],
        datePublished VARCHAR, dateModified VARCHAR, dateSource VARCHAR, articleSection VARCHAR,
        keywords VARCHAR[], creditText VARCHAR, publisher STRUCT("name" VARCHAR), url VARCHAR,
        isAccessibleForFree BOOLEAN, inLanguage VARCHAR, articleBody VARCHAR,
        attributions STRUCT(
            id VARCHAR, "in" VARCHAR, "text" STRUCT(source VARCHAR, cue VARCHAR, content VARCHAR),
            form VARCHAR, stance VARCHAR, content BIGINT[][],
            speaker STRUCT("name" VARCHAR, description VARCHAR, kind VARCHAR, count BIGINT,
                           organization VARCHAR, reason VARCHAR),
            depth INTEGER, parent VARCHAR, confidence DOUBLE)[])[]'});

CREATE OR REPLACE TEMP VIEW news_stories AS
SELECT page, file, url, warc, kind, unnest(stories) AS story,
       generate_subscripts(stories, 1) AS number
FROM news_rows;

-- One row a story. `published` is NULL where datePublished names a day alone: a date without a time
-- is not midnight; `publishedDay` has it.
CREATE OR REPLACE TEMP VIEW stories AS
SELECT page || '#' || number AS identifier, file, warc."offset" AS "offset", warc."date" AS captured,
       coalesce(story.url, url, warc.targetURI) AS url,
       regexp_extract(coalesce(story.url, url, warc.targetURI), '://([^/:]+)', 1) AS host,
       kind, story.headline AS headline, story.description AS description,
       list_transform(story.author, lambda a: a."name") AS authors,
       story.datePublished AS datePublished,
       CASE WHEN length(story.datePublished) > 10
            THEN try_cast(story.datePublished AS TIMESTAMPTZ) END AS published,
       try_cast(left(story.datePublished, 10) AS DATE) AS publishedDay,
       story.dateModified AS dateModified, story.dateSource AS dateSource,
       story.articleSection AS articleSection, story.keywords AS keywords,
       story.creditText AS creditText, story.publisher."name" AS publisher,
       story.isAccessibleForFree AS isAccessibleForFree, story.inLanguage AS inLanguage,
       story.articleBody AS articleBody
FROM news_stories;

-- One row a statement, with the story it stands in.
CREATE OR REPLACE TEMP VIEW attributions AS
SELECT identifier, a.id AS id, coalesce(a."in", 'articleBody') AS "in", a.form AS form,
       a.stance AS stance, a."text".source AS source, a."text".cue AS cue,
       a."text".content AS content, a.content[1][1] AS contentStart,
       a.speaker."name" AS speaker, a.speaker.description AS speakerDescription,
       a.speaker.kind AS speakerKind, a.speaker.count AS speakerCount,
       a.speaker.organization AS speakerOrganization, a.speaker.reason AS reason,
       a.depth AS depth, a.parent AS parent, a.confidence AS confidence
FROM (SELECT page || '#' || number AS identifier, unnest(story.attributions) AS a FROM news_stories);
