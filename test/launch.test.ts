import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { says } from '../src/commands/wording.ts'

const HERE = fileURLToPath(new URL('..', import.meta.url))
const NO_QUESTION = { code: 1, stderr: `${says.noQuestion}\n` }
let root: string

/** A checkout of its own, with the packages of this one. */
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'launch-'))
  for (const name of ['src', 'package.json', 'package-lock.json']) cpSync(join(HERE, name), join(root, name), { recursive: true })
  mkdirSync(join(root, 'node_modules'))
  for (const name of readdirSync(join(HERE, 'node_modules')).filter((one) => one !== '.cache')) symlinkSync(join(HERE, 'node_modules', name), join(root, 'node_modules', name))
})
afterAll(() => rmSync(root, { recursive: true }))

/** `ask` with nothing to ask: ends before it reads any knowledge. */
function start(): Promise<{ code: unknown; stderr: string }> {
  return new Promise((ended) => {
    execFile(process.execPath, [join(root, 'src', 'launch.js'), 'ask'], { cwd: root }, (error, _stdout, stderr) => ended({ code: error?.code, stderr }))
  })
}

function edit(file: string, change: (text: string) => string): void {
  const path = join(root, 'src', file)
  writeFileSync(path, change(readFileSync(path, 'utf8')))
}

it('starts that come together on a fresh checkout all answer', async () => {
  expect(await Promise.all([start(), start(), start()])).toEqual([NO_QUESTION, NO_QUESTION, NO_QUESTION])
})

it('the first start after an edit runs what was edited', async () => {
  edit('commands/wording.ts', (text) => text.replace(says.noQuestion, 'Hỏi gì đi.'))
  expect(await start()).toEqual({ code: 1, stderr: 'Hỏi gì đi.\n' })
  edit('commands/wording.ts', (text) => text.replace('Hỏi gì đi.', says.noQuestion))
  expect(await start()).toEqual(NO_QUESTION)
})

it('a fault is told with the file and the line of the source', async () => {
  edit('commands/ask.ts', (text) => `${text}\nconst made: string | undefined = process.argv[99]\nvoid made!.length\n`)
  const line = readFileSync(join(root, 'src', 'commands', 'ask.ts'), 'utf8').split('\n').length - 1
  const { code, stderr } = await start()
  expect(code).toBe(1)
  expect(stderr).toContain(`${join(root, 'src', 'commands', 'ask.ts')}:${line}:`)
  edit('commands/ask.ts', (text) => text.slice(0, text.indexOf('\nconst made')))
})

it('answers where nothing may be written beside it', async () => {
  rmSync(join(root, 'node_modules', '.cache'), { recursive: true })
  writeFileSync(join(root, 'node_modules', '.cache'), 'no folder can be made below a file')
  expect(await start()).toEqual(NO_QUESTION)
})
