import { spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The real program as a process of its own, in an empty folder, so that nobody's .env reaches it. */
interface Given {
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Text of a .env in its folder. */
  readonly envFile?: string
  /** Standard input as a whole; left open where left out. */
  readonly input?: string
}

const PROGRAM = fileURLToPath(new URL('../src/launch.js', import.meta.url))

export function startProgram({ args = [], env = {}, envFile, input }: Given) {
  const cwd = mkdtempSync(join(tmpdir(), 'so-tay-test-'))
  if (envFile !== undefined) writeFileSync(join(cwd, '.env'), envFile)
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, [PROGRAM, ...args], { cwd, env: { PATH, HOME, ...env } })
  const program = {
    stdout: '',
    stderr: '',
    /** Its standard input. */
    input: child.stdin,
    kill: (signal: NodeJS.Signals) => void child.kill(signal),
    /** How it ended: a code, or the signal that ended it. */
    ended: new Promise<number | NodeJS.Signals>((resolve) => child.on('close', (code, signal) => resolve(code ?? signal ?? -1))),
    /** Settles once standard output holds this; fails where the program ends first. */
    says: (text: string) => holds('stdout', text),
    /** The same of standard error. */
    complains: (text: string) => holds('stderr', text),
  }
  const holds = (stream: 'stdout' | 'stderr', text: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (program[stream].includes(text)) resolve()
      }
      look()
      child[stream].on('data', look)
      child.on('close', () => reject(new Error(`ended without "${text}":\n${program.stdout}\n${program.stderr}`)))
    })
  child.stdout.setEncoding('utf8').on('data', (text: string) => (program.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (program.stderr += text))
  if (input !== undefined) child.stdin.end(input)
  return program
}

export type Program = ReturnType<typeof startProgram>
