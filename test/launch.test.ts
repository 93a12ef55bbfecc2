import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { says } from '../src/commands/wording.ts'

const HERE = fileURLToPath(new URL('..', import.meta.url))
const NO_QUESTION = { code: 1, stderr: `${says.noQuestion}\n` }
let root: string

/** A checkout of its own, with the packages of this one. */
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'launch-'))
  for (const name of ['src', 'knowledge', 'package.json', 'package-lock.json']) cpSync(join(HERE, name), join(root, name), { recursive: true })
  mkdirSync(join(root, 'node_modules'))
  for (const name of readdirSync(join(HERE, 'node_modules')).filter((one) => one !== '.cache')) symlinkSync(join(HERE, 'node_modules', name), join(root, 'node_modules', name))
})
afterAll(() => rmSync(root, { recursive: true }))

function run(...args: string[]): Promise<{ code: unknown; stdout: string; stderr: string }> {
  return new Promise((ended) => {
    execFile(process.execPath, [join(root, 'src', 'launch.js'), ...args], { cwd: root }, (error, stdout, stderr) => ended({ code: error?.code, stdout, stderr }))
  })
}

/** `ask` with nothing to ask: ends before it reads any knowledge. */
async function start(): Promise<{ code: unknown; stderr: string }> {
  const { code, stderr } = await run('ask')
  return { code, stderr }
}

const ask = async () => (await run('ask', 'hạn nộp hồ sơ bắc quang')).stdout

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

describe('what a start keeps of the knowledge for the next one', () => {
  const kept = () => {
    const cache = join(root, 'node_modules', '.cache', 'so-tay-thi-dua')
    return readdirSync(cache, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('/kept/')).map((name) => join(cache, name))
  }

  it('answers the same with it, without it, and where it is broken', async () => {
    const first = await ask()
    expect(first).toContain('Bắc Quang')
    expect(kept()).not.toEqual([])
    expect(await ask()).toBe(first)
    for (const file of kept()) writeFileSync(file, readFileSync(file).subarray(0, 40))
    expect(await ask()).toBe(first)
    expect(await ask()).toBe(first)
  })

  it('follows a plan that was edited, and tells what is wrong with it each time', async () => {
    const file = join(root, 'knowledge', 'plans', 'bac-quang-2024', 'plan.yml')
    const before = readFileSync(file, 'utf8')
    const first = await ask()
    writeFileSync(file, before.replace('task: Gửi hồ sơ đề nghị khen thưởng', 'task: Nộp hồ sơ lên trên'))
    expect(await ask()).toBe(first.replace('Gửi hồ sơ đề nghị khen thưởng', 'Nộp hồ sơ lên trên'))
    writeFileSync(file, `${before}\nstranger: 1\n`)
    for (let times = 0; times < 2; times += 1) expect(await run('ask', 'hạn nộp hồ sơ bắc quang')).toMatchObject({ stdout: expect.not.stringContaining('05/11/2024') as string, stderr: expect.stringContaining('stranger') as string })
    writeFileSync(file, before)
    expect(await ask()).toBe(first)
  })
})

it('answers where nothing may be written beside it', async () => {
  rmSync(join(root, 'node_modules', '.cache'), { recursive: true })
  writeFileSync(join(root, 'node_modules', '.cache'), 'no folder can be made below a file')
  expect(await start()).toEqual(NO_QUESTION)
})
