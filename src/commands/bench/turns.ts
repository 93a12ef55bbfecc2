import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { loadCases, loadKnowledge } from '../../knowledge/load.ts'
import type { Day } from '../../language/day.ts'
import { respond } from '../../respond.ts'
import { freshSession } from '../../session.ts'

const TODAY: Day = '2024-10-01'
const ROUNDS = 3
const STARTS = 7
const ROOT = join(import.meta.dirname, '..', '..', '..')
const QUESTION = 'hạn nộp hồ sơ Bắc Quang'
const STARTED = [
  ['npm run ask', 'npm', ['run', '--silent', 'ask', '--', QUESTION]],
  ['node alone', process.execPath, [...process.execArgv, process.argv[1] as string, 'ask', QUESTION]],
] as const

/** Milliseconds a turn over every question of every cases.yml, and from the start of the program to its first answer. */
export function benchTurns(knowledgeDir: string, write: (line: string) => void): number {
  const knowledge = loadKnowledge(knowledgeDir)
  const questions = loadCases(knowledgeDir).flatMap(({ cases }) => cases.questions.flatMap((row) => row.ask))
  const ask = (text: string) => respond({ text }, freshSession, knowledge, TODAY)
  questions.slice(0, 50).forEach(ask)
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    for (const question of questions) {
      const start = performance.now()
      ask(question)
      times.push(performance.now() - start)
    }
  }
  write(`${times.length} turns, ${questions.length} questions: median ${at(times, 0.5)} ms, 99th percentile ${at(times, 0.99)} ms`)
  for (const [name, command, args] of STARTED) {
    const starts = Array.from({ length: STARTS }, () => started(command, args))
    write(`start to first answer by ${name}, ${STARTS} starts: median ${at(starts, 0.5)} ms, slowest ${at(starts, 1)} ms`)
  }
  return 0
}

function started(command: string, args: readonly string[]): number {
  const start = performance.now()
  const { status, stderr } = spawnSync(command, args, { cwd: ROOT, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return performance.now() - start
}

function at(times: readonly number[], share: number): string {
  const sorted = [...times].sort((a, b) => a - b)
  return (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] as number).toFixed(1)
}
