import type { Knowledge } from '../knowledge/types.ts'
import type { Day } from '../language/day.ts'
import { clean, fold } from '../language/normalise.ts'
import type { Prepared } from '../prepared.ts'
import type { Turn } from '../turn.ts'
import type { Session } from '../session.ts'
import { INTENTS, ownWords, type Intent, type Request } from '../understand/request.ts'
import { reworded } from '../understand/dictionary.ts'
import { understand, withContentOf } from '../understand/understand.ts'

/** From a turn to what is asked: words, a command, a button, or a few words that go on from the question before. */

export type Asked =
  /** `question` is what a button that asks for a plan will ask again; `whole`: all of a long list is wanted. */
  | { readonly kind: 'requests'; readonly question: string; readonly requests: readonly Request[]; readonly whole?: boolean }
  | { readonly kind: 'empty' | 'stale' | 'cancelled' }

/** Commands by their words: "/hannop bắc quang" is "các hạn bắc quang". */
const COMMANDS: Readonly<Record<string, string>> = {
  start: 'xin chào', hannop: 'các hạn', hoso: 'hồ sơ gồm những gì', chitieu: 'chỉ tiêu', tieuchuan: 'tiêu chuẩn khen thưởng', kehoach: 'những kế hoạch nào', trogiup: 'trợ giúp', help: 'trợ giúp',
}
/** "/hannop" asks what lies ahead anywhere, "/hannop bắc quang" for every deadline of that plan. */
function commandWords(command: string, rest: string): string {
  const words = command === 'hannop' && rest ? 'thời hạn' : (COMMANDS[command] ?? 'trợ giúp')
  return `${words} ${rest}`
}

/** Enough for any question; more is noise. */
const LONGEST = 1500

export function readAsked(turn: Turn, session: Session, prepared: Prepared, knowledge: Knowledge, today: Day): Asked {
  if ('action' in turn) return pressed(turn.action, session, prepared, knowledge, today)
  const text = clean(turn.text).trim().slice(0, LONGEST)
  const command = /^\/([a-z_]+)(?:@\w+)?\s*(.*)$/is.exec(text)
  if (command?.[1] === 'huy') return { kind: 'cancelled' }
  // "t.me/<bot>?start=plan_<id>", and the same behind the page's own address.
  const linked = command?.[1] === 'start' && knowledge.plans.find(({ id }) => command[2] === `plan_${id}`)
  if (linked) return { kind: 'requests', question: '', requests: [bare('identity', linked.id)] }
  const words = reworded(command ? commandWords(command[1] as string, command[2] as string) : text, knowledge.dictionary)
  if (!/[\p{L}\p{N}]/u.test(words)) return { kind: 'empty' }
  const requests = understand(words, prepared.understanding, today)
  const first = requests[0] as Request
  const before = session.waiting?.question ?? session.last
  if (before && onlyChanges(first)) return { kind: 'requests', question: before, requests: understand(before, prepared.understanding, today).map((one) => overlaid(one, first)) }
  const source = before && requests.length === 1 && onlyAsks(first) ? understand(before, prepared.understanding, today)[0] : undefined
  if (source && ((ofHandingIn(source) && ownWords(source).length > 0) || ofPapers(source))) return { kind: 'requests', question: words, requests: [{ ...first, ...withContentOf(first, source) }] }
  if (before && goesOn(words, first)) {
    const { intents } = understand(before, prepared.understanding, today)[0] as Request
    return { kind: 'requests', question: words, requests: [{ ...first, intents }] }
  }
  return { kind: 'requests', question: words, requests }
}

/** "plan:<id>:<mark>", "ask:<intent>:<id>", "all:<intent>[:<id>]", "tc:<check>", "about:<id>", "plans", "help". */
function pressed(action: string, session: Session, prepared: Prepared, knowledge: Knowledge, today: Day): Asked {
  const [verb, first, second] = action.split(':')
  const has = (id: string | undefined) => knowledge.plans.some((plan) => plan.id === id)
  const about = (question: string, plan: string): Asked => ({ kind: 'requests', question, requests: understand(question, prepared.understanding, today).map((request) => withPlan(request, plan)) })
  if (verb === 'plan' && first && has(first) && session.waiting?.mark === second && session.waiting) return about(session.waiting.question, first)
  if (verb === 'ask' && second && has(second) && isIntent(first)) return { kind: 'requests', question: '', requests: [bare(first, second)] }
  if (verb === 'all' && isIntent(first) && (second === undefined || has(second))) return { kind: 'requests', question: '', requests: [bare(first, second)], whole: true }
  const checked = verb === 'tc' && knowledge.plans.find((plan) => plan.checks.some((check) => check.id === first))
  if (checked && first) return { kind: 'requests', question: '', requests: [{ ...bare('criteria', checked.id), checks: [first] }] }
  if (verb === 'about' && first && has(first)) return { kind: 'requests', question: '', requests: [bare('identity', first)] }
  if (verb === 'plans' || verb === 'help') return { kind: 'requests', question: '', requests: [bare(verb)] }
  return { kind: 'stale' }
}

/** Words that only change a part of the question before: "cần thơ" after "anh/chị hỏi kế hoạch nào?", "còn cá nhân thì sao". */
function onlyChanges(said: Request): boolean {
  if (said.elsewhere || said.missing) return false
  const changes = said.plans ?? said.award ?? said.kind ?? said.phase
  const asks = said.intents.some(({ intent, weight }) => weight >= 0.6 && intent !== 'statement')
  return changes !== undefined && !asks && !said.content.some((at) => !said.explained.has(at))
}

/** "nộp cho ai" after "báo cáo quý nộp ngày nào": the same thing, its other side. */
function onlyAsks(said: Request): boolean {
  return said.plans === undefined && said.time === undefined && ofHandingIn(said) && ownWords(said).length === 0 && said.words.length <= SHORT
}

function ofHandingIn({ intents: [top] }: Request): boolean {
  return (top?.intent === 'deadline' || top?.intent === 'addressee') && top.weight >= 0.6
}

function ofPapers({ intents: [top] }: Request): boolean {
  return (top?.intent === 'dossier' || top?.intent === 'sets') && top.weight >= 0.6
}

const SHORT = 8

/** "thế còn thôn, bản thì sao": another thing, asked for in the same way. */
function goesOn(text: string, said: Request): boolean {
  const asks = said.intents.some(({ intent, weight }) => weight >= 0.6 && intent !== 'statement')
  return !asks && /^(?:the |vay )?con |^the |^vay |thi sao[ ?.!]*$/.test(`${fold(text)} `)
}

function overlaid(before: Request, said: Request): Request {
  const { plans, award, kind, phase } = said
  return { ...before, ...(plans && { plans }), ...(award && { award }), ...(kind && { kind }), ...(phase && { phase }) }
}

function withPlan(request: Request, plan: string): Request {
  const { missing: _missing, ...rest } = request
  return { ...rest, plans: { value: [plan], from: 'said' } }
}

function bare(intent: Intent, plan?: string): Request {
  const request: Request = { text: '', words: [], intents: [{ intent, weight: 1 }], explained: new Set(), content: [], focus: [], checks: [], asides: new Set(), self: false, late: false, corrections: [] }
  return plan ? withPlan(request, plan) : request
}

function isIntent(text: string | undefined): text is Intent {
  return INTENTS.some((intent) => intent === text)
}
