import type { Award, Audience, Basis, Check, Criterion, Deadline, Dossier, Duty, NotModelled, Paper, Period, Plan, Route, Source, Statement, Threshold } from '../knowledge/types.ts'
import type { AwardLevel, Intent } from '../understand/request.ts'

/** Every fact of a plan in one row, each with the words one may ask for it by. */

export type Fact =
  | { readonly kind: 'deadline'; readonly item: Deadline }
  | { readonly kind: 'period'; readonly item: Period }
  | { readonly kind: 'dossier'; readonly item: Dossier }
  | { readonly kind: 'sets'; readonly item: Dossier }
  | { readonly kind: 'addressee'; readonly item: Dossier }
  | { readonly kind: 'paper'; readonly item: Paper; readonly dossier: Dossier }
  | { readonly kind: 'threshold'; readonly item: Threshold }
  | { readonly kind: 'award'; readonly item: Award }
  | { readonly kind: 'quota'; readonly item: Award }
  | { readonly kind: 'route'; readonly item: Route }
  | { readonly kind: 'audience'; readonly item: Audience }
  | { readonly kind: 'duty'; readonly item: Duty }
  | { readonly kind: 'basis'; readonly item: Basis }
  | { readonly kind: 'statement'; readonly item: Statement }
  | { readonly kind: 'criteria'; readonly item: Check }
  | { readonly kind: 'criterion'; readonly item: Criterion; readonly check: Check }
  | { readonly kind: 'identity'; readonly item: { readonly id: string } }
  | { readonly kind: 'silent'; readonly item: NotModelled }
export type FactKind = Fact['kind']

export type Entry = Fact & {
  readonly plan: Plan
  /** What it is called, and how people also call it. */
  readonly label: string
  /** The plan's own words for it. */
  readonly quote: string
  /** Forms of the awards it is about; empty where it is about any. */
  readonly forms: ReadonlySet<Award['form']>
  /** Who gives the awards it is about. */
  readonly levels: ReadonlySet<AwardLevel>
  /** Number of its phase, from 1. */
  readonly phase?: number
}

/** What each kind is called by whoever asks for it. */
const KIND_WORDS: Readonly<Partial<Record<FactKind, string>>> = {
  deadline: 'hạn . thời hạn . trước ngày',
  period: 'thời gian . kéo dài . bắt đầu . kết thúc . từ ngày . đến ngày',
  dossier: 'thành phần hồ sơ . giấy tờ',
  sets: 'số bộ hồ sơ . bản chính',
  threshold: 'chỉ tiêu . tỷ lệ . phần trăm',
  award: 'hình thức khen thưởng . hình thức khen . danh hiệu',
  quota: 'số lượng khen thưởng . chỉ tiêu khen',
  route: 'quy trình . trình tự . các bước . tuyến trình . đi qua',
  audience: 'đối tượng . áp dụng cho ai . dành cho ai',
  duty: 'trách nhiệm . nhiệm vụ',
  basis: 'căn cứ . văn bản',
  criteria: 'tiêu chuẩn . điều kiện . tiêu chí',
}

/** The facts of one plan, in the order in which the plan's owner wrote them. */
export function factsOf(plan: Plan): Entry[] {
  const entries: Entry[] = []
  const named = new Map(plan.awards.map((award) => [award.id, award]))
  const phases = plan.periods.filter((period) => !period.whole).map((period) => period.id)
  const add = (fact: Fact, label: readonly (string | undefined)[], sources: readonly (Source | undefined)[], more: { awards?: readonly string[] | undefined; period?: string | undefined; forms?: readonly Award['form'][] } = {}) => {
    const awards = (more.awards ?? []).flatMap((id) => named.get(id) ?? [])
    const phase = phases.indexOf(more.period ?? '') + 1 || phaseNamed(label.join(' '))
    entries.push({
      ...fact,
      plan,
      label: [KIND_WORDS[fact.kind], ...label, ...awards.map((award) => award.name)].filter(Boolean).join(' . '),
      quote: sources.map((source) => source?.quote).filter(Boolean).join(' . '),
      forms: new Set(more.forms ?? awards.map((award) => award.form)),
      levels: new Set(awards.flatMap((award) => levelOf(award) ?? [])),
      ...(phase > 0 && { phase }),
    })
  }
  // Whoever sends the papers keeps the deadline of their dossier: "nộp tờ trình trước ngày nào".
  const papersDue = (deadline: Deadline) => plan.dossiers.filter((dossier) => dossier.deadline === deadline.id).flatMap((dossier) => dossier.papers.map((paper) => paper.name))
  for (const item of plan.deadlines) add({ kind: 'deadline', item }, [item.task, item.who, item.to, item.via, ...words(item), ...papersDue(item)], [item.source], item)
  for (const item of plan.periods) add({ kind: 'period', item }, [item.name, ...words(item)], [item.source], { period: item.id })
  for (const item of plan.dossiers) {
    add({ kind: 'dossier', item }, [item.name, ...words(item), ...item.papers.map((paper) => paper.name)], [item.source], item)
    for (const paper of item.papers) add({ kind: 'paper', item: paper, dossier: item }, [paper.name, paper.form, ...words(paper)], [paper.source], item)
    if (item.sets?.length) {
      const awards = item.sets.every((set) => set.awards?.length) ? item.sets.flatMap((set) => set.awards ?? []) : item.awards
      add({ kind: 'sets', item }, [item.name, ...words(item), ...item.sets.flatMap((set) => [set.award, set.note, ...words(set)])], item.sets.map((set) => set.source), { awards })
    }
    if (item.to) add({ kind: 'addressee', item }, [item.name, item.to, item.via, ...words(item)], [item.source], item)
  }
  for (const item of plan.thresholds) add({ kind: 'threshold', item }, [item.metric, item.subject, item.unit, ...words(item)], [item.source], item)
  for (const item of plan.awards) {
    add({ kind: 'award', item }, [item.name, item.decided_by, item.proposed_by, item.discretion, ...words(item)], [item.source], { awards: [item.id] })
    if (item.quota) add({ kind: 'quota', item }, [item.name, item.quota.says, ...words(item)], [item.quota.source], { awards: [item.id] })
  }
  for (const item of plan.routes) add({ kind: 'route', item }, [item.name, ...words(item), ...item.steps.flatMap((step) => [step.who, step.to, step.via])], item.steps.map((step) => step.source))
  for (const item of plan.audiences) add({ kind: 'audience', item }, [item.who, ...words(item)], [item.source])
  for (const item of plan.duties) add({ kind: 'duty', item }, [item.who, ...words(item)], [item.source, { clause: '', quote: item.does }])
  for (const item of plan.bases) add({ kind: 'basis', item }, [item.name, item.about, ...words(item)], [item.source])
  for (const item of plan.statements) add({ kind: 'statement', item }, [item.name, item.says, ...words(item)], [item.source], { forms: formsNamed(item.name) })
  // Where some checks are for awards, the others ask for targets: no standards of an award.
  const forAwards = plan.checks.filter((check) => check.awards?.length)
  for (const item of plan.checks.filter((check) => forAwards.length === 0 || check.awards?.length || check.open_ended)) {
    // A question that only leads to others is no standard.
    for (const one of item.criteria.filter((criterion) => criterion.passes !== undefined)) add({ kind: 'criterion', item: one, check: item }, [one.says, item.subject.name, ...answersTo(one), ...words(one)], [one.source], item)
    if (item.criteria.length) add({ kind: 'criteria', item }, [item.title, item.subject.name, ...(item.subject.words ?? []), ...words(item)], [item.source, ...item.criteria.map((one) => ({ clause: '', quote: one.says }))], item)
  }
  for (const item of plan.not_modelled) add({ kind: 'silent', item }, [item.says, ...item.texts, ...words(item)], [item.source], item)
  add({ kind: 'identity', item: { id: 'identity' } }, ['số hiệu, ngày ký, người ký, ban hành, cơ quan ban hành, tên kế hoạch, chức vụ', plan.issuer, plan.signer?.name, plan.signer?.role, plan.number?.text], [])
  return entries
}

/** "Tiêu chuẩn Bằng khen" says nothing of a Giấy khen. */
function formsNamed(name: string): Award['form'][] {
  const named = NAMED_FORMS.filter(([, words]) => words.test(name)).map(([form]) => form)
  return named.length === 1 ? named : []
}

const NAMED_FORMS = [['bang-khen', /bằng khen/iu], ['giay-khen', /giấy khen/iu]] as const

/** "Giấy khen của Chủ tịch UBND thị xã" is a district's. */
function levelOf({ name, decided_by }: Award): AwardLevel | undefined {
  const text = `${name} ${decided_by ?? ''}`.toLowerCase()
  if (/bộ công an|bộ trưởng/u.test(text)) return 'bo'
  if (/tỉnh|thành phố/u.test(text)) return 'tinh'
  if (/huyện|thị xã|quận/u.test(text)) return 'huyen'
  return /xã|phường|thị trấn/u.test(text) ? 'xa' : undefined
}

/** The one phase a fact names itself: "chủ đề đợt 2". */
function phaseNamed(label: string): number {
  const named = new Set(Array.from(label.matchAll(/đợt\s(\d)/giu), ([, digit]) => Number(digit)))
  return named.size === 1 ? ([...named][0] as number) : 0
}

/** "loại trung bình có được chọn không" asks about the standard whose answers name that grade. */
function answersTo(criterion: Criterion): string[] {
  return criterion.type === 'choice' ? criterion.choices.flatMap((choice) => [choice.label, ...(choice.words ?? [])]) : []
}

function words(item: { readonly words?: readonly string[] | undefined }): readonly string[] {
  return item.words ?? []
}

/** How well a kind of fact answers a kind of question: 1 as asked, 0 not at all. */
export const FITS: Readonly<Partial<Record<Intent, Partial<Record<FactKind, number>>>>> = {
  deadline: { deadline: 1, period: 0.8, statement: 0.66, route: 0.3, quota: 0.2 },
  upcoming: { deadline: 1, period: 0.4 },
  period: { period: 1, deadline: 0.6 },
  dossier: { dossier: 1, paper: 0.95, sets: 0.5, addressee: 0.4, statement: 0.4 },
  sets: { sets: 1, paper: 0.8 },
  addressee: { addressee: 1, deadline: 0.95, route: 0.7, duty: 0.4, statement: 0.5 },
  threshold: { threshold: 1, criterion: 0.75, quota: 0.7, statement: 0.5, criteria: 0.3, period: 0.4 },
  criteria: { criteria: 1, criterion: 0.9, statement: 0.7, threshold: 0.6, audience: 0.4, duty: 0.3, paper: 0.2 },
  quota: { quota: 1, threshold: 0.4, statement: 0.5 },
  award: { award: 1, statement: 0.75, quota: 0.5, route: 0.4, duty: 0.5 },
  route: { route: 1, addressee: 0.5, duty: 0.5, deadline: 0.4 },
  audience: { audience: 1, statement: 0.7, award: 0.6, criteria: 0.3, duty: 0.4 },
  duty: { duty: 1, route: 0.7, deadline: 0.7, statement: 0.7, award: 0.4, audience: 0.3 },
  basis: { basis: 1, statement: 0.4, paper: 0.4 },
  identity: { identity: 1, statement: 0.4, deadline: 0.3 },
  statement: { statement: 1, threshold: 0.8, duty: 0.6, audience: 0.5, criterion: 0.6, award: 0.4, paper: 0.6 },
  mention: { statement: 1, threshold: 0.9, duty: 0.8, criterion: 0.7, deadline: 0.7, audience: 0.6, paper: 0.6, basis: 0.6, award: 0.6, period: 0.6 },
  check: { criteria: 0.5, statement: 0.7, audience: 0.9 },
}

/** What a plan may leave to other texts, by the question that finds it out. */
export const SILENCES: Readonly<Partial<Record<Intent, readonly NotModelled['kinds'][number][]>>> = {
  deadline: ['deadline'],
  upcoming: ['deadline'],
  dossier: ['dossier'],
  sets: ['sets', 'dossier'],
  addressee: ['other', 'funding'],
  duty: ['other'],
  audience: ['other'],
  route: ['other'],
  basis: ['other'],
  identity: ['other'],
  threshold: ['threshold', 'criteria', 'quota', 'reward'],
  criteria: ['criteria'],
  quota: ['quota'],
  award: ['award', 'reward'],
  statement: ['reward', 'funding', 'other'],
}
