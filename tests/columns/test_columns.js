// SPDX-License-Identifier: Apache-2.0
// The tables of tools/columns hold what the rows hold, and docs/analysis.md shows what its questions
// answer. Run by `make test-columns`; with GOLDEN=write the answers are written into the document.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import assert from 'node:assert/strict'
import { connect, quoted } from '../../tools/columns/columns.js'

const NUTGRAF = process.env.NUTGRAF ?? 'build/nutgraf'
const DOCUMENT = 'docs/analysis.md'
const SCRIPT = 'tools/columns/columns.js'
const folder = mkdtempSync(join(tmpdir(), 'columns-'))

function read(name, ...words) {
  const path = join(folder, name)
  execFileSync(NUTGRAF, ['read', '--format', 'jsonl', '-o', path, ...words], { stdio: 'ignore' })
  return path
}

const rowsOf = path => readFileSync(path, 'utf8').trim().split('\n').map(line => JSON.parse(line))
const storiesOf = rows => rows.flatMap(row => (row.stories ?? []).map((story, i) => ({ row, story, i })))

async function all(connection, query) {
  return (await connection.runAndReadAll(query)).getRowObjectsJson()
}

async function testTablesHoldWhatRowsHold() {
  const files = [read('a.jsonl', '--with', 'attributions', 'samples', 'tests/agency/engines.txt'),
    read('b.jsonl', 'tests/cli/archive/news.warc.gz'), read('c.jsonl', 'tests/pages/fr')]
  execFileSync('gzip', [files[2]])
  files[2] += '.gz'
  const rows = [...files.slice(0, 2).flatMap(rowsOf),
    ...execFileSync('gzip', ['-dc', files[2]], { encoding: 'utf8' }).trim().split('\n')
      .map(line => JSON.parse(line))]
  execFileSync('node', [SCRIPT, folder, ...files], { stdio: 'ignore' })
  const connection = await connect(files)
  const at = name => quoted(join(folder, name))
  const stories = await all(connection, `SELECT * FROM ${at('stories.parquet')}`)
  const wanted = storiesOf(rows)
  assert.equal(stories.length, wanted.length)
  assert.equal(new Set(stories.map(s => s.identifier)).size, stories.length)
  const byName = new Map(stories.map(s => [s.identifier, s]))
  for (const { row, story, i } of wanted) {
    const place = row.warc === undefined ? '' : `@${row.warc.offset}`
    const own = byName.get(`${row.file}${place}#${i + 1}`)
    for (const field of ['headline', 'description', 'articleBody', 'datePublished', 'articleSection', 'creditText'])
      assert.equal(own[field], story[field] ?? null, `${own.identifier} ${field}`)
    assert.deepEqual(own.authors, story.author?.map(a => a.name) ?? null)
    assert.equal(own.published !== null, (story.datePublished ?? '').length > 10)
  }
  const statements = await all(connection, `SELECT * FROM ${at('attributions.parquet')}`)
  const given = wanted.flatMap(({ story }) => story.attributions ?? [])
  assert.ok(given.length > 20)
  assert.deepEqual(statements.map(a => [a.cue, a.content, a.stance, a.speaker]),
    given.map(a => [a.text.cue ?? null, a.text.content ?? null, a.stance, a.speaker?.name ?? null]))
}

function testFaultsAreNamed() {
  const bad = join(folder, 'bad.jsonl')
  writeFileSync(bad, '{"file": "x", "stories": [')
  for (const [words, part] of [[[], 'use: '], [[folder, '/nowhere.jsonl'], '/nowhere.jsonl: no such'],
    [[join(folder, 'new'), bad], 'bad.jsonl']]) {
    const done = spawnSync('node', [SCRIPT, ...words], { encoding: 'utf8' })
    assert.equal(done.status, 1)
    assert.ok(done.stderr.startsWith('columns: ') && done.stderr.includes(part), done.stderr)
  }
  assert.deepEqual(readdirSync(join(folder, 'new')), [])
}

const shown = rows => rows.length === 0 ? '(none)\n' :
  [Object.keys(rows[0]), ...rows.map(row => Object.values(row).map(v => v ?? '-'))]
    .map(line => line.join(' | ') + '\n').join('')

async function testTheDocumentShowsWhatIsAnswered() {
  const rows = read('stories.jsonl', '--with', 'attributions', 'samples/article.html',
    'samples/section.html', 'tests/agency/engines.txt')
  execFileSync('node', [SCRIPT, folder, rows], { stdio: 'ignore' })
  const connection = await connect([rows])
  await connection.run(`SET file_search_path = ${quoted(folder)}`)
  const text = readFileSync(DOCUMENT, 'utf8')
  const pieces = text.split(/(```sql\n[^`]*```\n\n```\n[^`]*```\n)/)
  assert.equal(pieces.length, 11)
  for (let i = 1; i < pieces.length; i += 2) {
    const query = /```sql\n([^`]*)```/.exec(pieces[i])[1]
    pieces[i] = `\`\`\`sql\n${query}\`\`\`\n\n\`\`\`\n${shown(await all(connection, query))}\`\`\`\n`
  }
  if (process.env.GOLDEN === 'write') writeFileSync(DOCUMENT, pieces.join(''))
  else assert.equal(text, pieces.join(''))
}

let failed = 0
const tests = [testTablesHoldWhatRowsHold, testFaultsAreNamed, testTheDocumentShowsWhatIsAnswered]
process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), '../..'))
for (const test of tests) {
  try {
    await test()
    console.log(`ok - ${test.name}`)
  } catch (error) {
    failed++
    console.log(`not ok - ${test.name}\n${error.stack}`)
  }
}
rmSync(folder, { recursive: true })
console.log(`${tests.length - failed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
