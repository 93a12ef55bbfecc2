import { clauseName } from '../../language/clause-name.ts'
import { clauseAt, findQuote, nearestWords } from '../proof.ts'
import type { Plan, Source } from '../types.ts'
import type { Path } from '../yaml-file.ts'
import type { Finding, PlanRule } from './finding.ts'

/** Every fact stands on words of the plan: clause and quote must be there. */
export const quotes: PlanRule = ({ plan }) => {
  const { clauses, ...facts } = plan
  return sourcesOf(facts).flatMap(({ path, source }) => quoteFinding({ clauses }, source, path))
}

function quoteFinding(plan: Pick<Plan, 'clauses'>, source: Source, path: Path): Finding[] {
  const proof = findQuote(plan, source)
  if (proof.verdict === 'found') return []
  const known = clauseAt(plan, source.clause) !== undefined
  if (proof.verdict === 'elsewhere') {
    const wrong = known ? `Câu trích không nằm trong ${source.clause} mà nằm trong ${proof.address} (${clauseName(proof.address)})` : `Không có điều khoản ${source.clause}; câu trích nằm trong ${proof.address} (${clauseName(proof.address)})`
    return [{ path: [...path, 'clause'], message: wrong, hint: `Sửa thành clause: ${proof.address}` }]
  }
  const message = known ? `Câu trích không có trong ${source.clause} (${clauseName(source.clause)}): "${shorten(source.quote)}"` : `Không có điều khoản ${source.clause}, và câu trích không có trong plan.md: "${shorten(source.quote)}"`
  const near = nearestWords(plan, source)
  const hint = near ? `Chép lại nguyên văn từ plan.md: khớp đến "${near.fits}", sau đó văn bản là "${near.plan}"` : 'Chép lại nguyên văn từ plan.md, kể cả chữ hoa, dấu câu và lỗi gõ của bản gốc'
  return [{ path: [...path, 'quote'], message, hint }]
}

const shorten = (text: string) => (text.length > 80 ? `${text.slice(0, 77)}…` : text)

/** Everything in a value that has a clause and a quote, with its path. */
function sourcesOf(value: unknown, path: Path = []): { path: Path; source: Source }[] {
  if (Array.isArray(value)) return value.flatMap((item, at) => sourcesOf(item, [...path, at]))
  if (typeof value !== 'object' || value === null) return []
  if ('clause' in value && 'quote' in value) return [{ path, source: value as Source }]
  return Object.entries(value).flatMap(([key, item]) => sourcesOf(item, [...path, key]))
}
