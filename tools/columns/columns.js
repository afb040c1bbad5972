#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// columns.js OUTDIR ROWS.jsonl... - nutgraf's rows as two Parquet tables, by DuckDB.
//
// Writes OUTDIR/stories.parquet and OUTDIR/attributions.parquet, each under another name until it
// is whole. Rows may be packed (.gz, .zst). Needs `npm install` in this folder. The tables are
// those of tables.sql beside it, which DuckDB's own command can run as well.
import { readFileSync, renameSync, mkdirSync, existsSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const TABLES = ['stories', 'attributions']
const SQL = join(dirname(fileURLToPath(import.meta.url)), 'tables.sql')

export const quoted = text => `'${text.replaceAll("'", "''")}'`

/** A connection in which `stories` and `attributions` are the rows of these files. */
export async function connect(files) {
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  await connection.run(`SET VARIABLE rows = [${files.map(quoted).join(', ')}]`)
  await connection.run(readFileSync(SQL, 'utf8'))
  return connection
}

async function write(folder, files) {
  const connection = await connect(files)
  mkdirSync(folder, { recursive: true })
  for (const table of TABLES) {
    const part = join(folder, `.${table}.parquet.part`)
    try {
      await connection.run(`COPY ${table} TO ${quoted(part)} (FORMAT parquet, COMPRESSION zstd)`)
      renameSync(part, join(folder, `${table}.parquet`))
    } finally {
      rmSync(part, { force: true })
    }
    const rows = await connection.runAndReadAll(
      `SELECT count(*) FROM ${quoted(join(folder, `${table}.parquet`))}`)
    console.log(`${join(folder, `${table}.parquet`)}: ${rows.getRows()[0][0]} rows`)
  }
}

function fail(text) {
  console.error(`columns: ${text}`)
  process.exit(1)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, ...files] = process.argv.slice(2)
  if (files.length === 0) fail('use: node columns.js OUTDIR ROWS.jsonl...')
  const missing = files.find(file => !existsSync(file))
  if (missing !== undefined) fail(`${missing}: no such file; name what \`nutgraf read -o\` wrote`)
  try {
    await write(folder, files)
  } catch (error) {
    fail(error.code === 'ERR_MODULE_NOT_FOUND'
      ? 'DuckDB is not installed; run: npm install --prefix tools/columns' : error.message)
  }
}
