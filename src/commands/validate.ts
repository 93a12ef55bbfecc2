import { inspectKnowledge } from '../knowledge/load.ts'
import { problemLine } from '../knowledge/problem.ts'
import { flowOf } from './flow.ts'
import { readSwitches } from './switches.ts'
import { knowledgeTable } from './validate-table.ts'

/**
 * Checks a knowledge folder and says what it knows: problems as file:line: what. how to mend. (exit code 1), or a table (0).
 * `--flow <check id>` writes that check's questions as a Mermaid flowchart instead. `--knowledge=DIR` looks elsewhere.
 */
export function validate(args: readonly string[], { knowledgeDir, write }: { knowledgeDir: string; write: (line: string) => void }): number {
  const { values } = readSwitches(args, { knowledge: { type: 'string' }, flow: { type: 'string' } })
  const dir = values.knowledge ?? knowledgeDir
  const { plans, cases, problems } = inspectKnowledge(dir)
  if (values.flow !== undefined) return writeFlow(values.flow)
  for (const problem of problems) write(problemLine(problem))
  if (problems.length > 0) {
    write(`Có ${problems.length} chỗ cần sửa. Cách viết từng mục: knowledge/README.md.`)
    return 1
  }
  for (const line of knowledgeTable(plans, cases)) write(line)
  return 0

  function writeFlow(id: string): number {
    const flows = plans.flatMap((plan) => plan.checks.filter((check) => check.id === id).map((check) => flowOf(check, plan)))
    const known = plans.flatMap((plan) => plan.checks.map((check) => `  ${check.id}: ${check.title}`))
    const lines = flows[0] ?? [`Không có mục kiểm tra "${id}". Các mục có:`, ...known]
    for (const line of lines) write(line)
    return flows.length > 0 ? 0 : 1
  }
}
