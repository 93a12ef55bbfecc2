import { spawnSync } from 'node:child_process'
import { loadCases, loadKnowledge } from '../../knowledge/load.ts'
import type { Day } from '../../language/day.ts'
import { respond } from '../../respond.ts'
import { freshSession } from '../../session.ts'

const TODAY: Day = '2024-10-01'
const ROUNDS = 3
const STARTS = 5

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
  const starts = Array.from({ length: STARTS }, () => {
    const start = performance.now()
    spawnSync(process.execPath, [...process.execArgv, process.argv[1] as string, 'ask', `--knowledge=${knowledgeDir}`, 'hạn nộp hồ sơ Bắc Quang'])
    return performance.now() - start
  })
  write(`${times.length} turns, ${questions.length} questions: median ${at(times, 0.5)} ms, 99th percentile ${at(times, 0.99)} ms`)
  write(`start to first answer, ${STARTS} starts: median ${at(starts, 0.5)} ms, slowest ${at(starts, 1)} ms`)
  return 0
}

function at(times: readonly number[], share: number): string {
  const sorted = [...times].sort((a, b) => a - b)
  return (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] as number).toFixed(1)
}
