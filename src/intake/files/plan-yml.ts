import { Document, isMap, isPair, isScalar, isSeq, visit, type Node, type YAMLMap } from 'yaml'
import type { Doubt, ProposedPlan } from '../propose/plan.ts'

/** plan.yml as a person will read it: sections with a word on each, quotes on one line, doubts as comments above their facts. */

export const SECTION_WORDS = {
  periods: 'Thời gian của cả kế hoạch và từng đợt',
  deadlines: 'Thời hạn: việc gì, ai làm, gửi đâu, trước ngày nào',
  dossiers: 'Hồ sơ: giấy tờ, số bộ, nơi gửi',
  thresholds: 'Chỉ tiêu, ngưỡng',
  awards: 'Hình thức khen, danh hiệu, số lượng',
  routes: 'Tuyến trình, quy trình',
  audiences: 'Đối tượng',
  duties: 'Trách nhiệm của từng cơ quan',
  bases: 'Căn cứ và văn bản được dẫn',
  statements: 'Khẩu hiệu, chủ đề, kinh phí, phạm vi, quy định khác',
  not_modelled: 'Điều văn bản để văn bản khác quy định',
  checks: 'Kiểm tra điều kiện',
} as const

export type Section = keyof typeof SECTION_WORDS
export const SECTIONS = Object.keys(SECTION_WORDS) as Section[]

/** How a comment opens that a person is to read before deciding on the fact below it. */
export const DOUBT = 'Cần xem: '

/** Short maps that read best on one line. */
const ONE_LINE = new Set(['source', 'due', 'place', 'subject', 'passes', 'after'])

export function planDocument(plan: ProposedPlan, doubts: readonly Doubt[], origin: string): Document {
  const filled = Object.fromEntries(Object.entries(plan).filter(([, value]) => !(Array.isArray(value) && value.length === 0)))
  const document = new Document(filled)
  document.commentBefore = [` Đề xuất tự động từ tệp "${origin}".`, ' Mỗi mục có "review: pending" là chưa ai kiểm tra; chạy "npm run review" để xem từng mục bên cạnh câu trích.', ...doubts.filter((doubt) => doubt.fact === '').map((doubt) => ` ${DOUBT}${doubt.says}`)].join('\n')
  if (isMap(document.contents)) arrange(document.contents, doubts)
  return document
}

/** The text of plan.yml. */
export function yamlOf(document: Document): string {
  return document.toString({ lineWidth: 0, flowCollectionPadding: true })
}

function arrange(map: YAMLMap, doubts: readonly Doubt[]): void {
  for (const pair of map.items) {
    if (!isPair(pair) || !isScalar(pair.key)) continue
    const section = String(pair.key.value)
    if (!(section in SECTION_WORDS)) continue
    pair.key.spaceBefore = true
    pair.key.commentBefore = ` ${SECTION_WORDS[section as Section]}`
    if (isSeq(pair.value)) for (const item of pair.value.items) if (isMap(item)) markDoubt(item, section, doubts)
  }
  setFlow(map)
}

function markDoubt(item: YAMLMap, section: string, doubts: readonly Doubt[]): void {
  const doubt = doubts.find((one) => one.fact === `${section}/${String(item.get('id'))}`)
  if (doubt) item.commentBefore = ` ${DOUBT}${doubt.says}`
}

/** Sets short maps and lists of words on one line. */
export function setFlow(node: Node): void {
  visit(node, {
    Pair: (_, pair) => {
      if (!isScalar(pair.key)) return
      if (isMap(pair.value) && ONE_LINE.has(String(pair.key.value))) pair.value.flow = true
      if (isSeq(pair.value) && pair.value.items.length > 0 && pair.value.items.every((item) => isScalar(item))) pair.value.flow = true
    },
  })
}
