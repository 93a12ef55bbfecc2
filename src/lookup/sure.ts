import { ownWords, type Intent, type Request } from '../understand/request.ts'
import { asksWhy } from './asked-after.ts'
import type { Match } from './match.ts'

/** Whether a fact that matches answers: how much of what was asked it speaks of, and whether it is of the kind that is asked for. */

/** Least share of what was asked that a fact must speak of: with a cue for the kind of answer, and without. */
const ENOUGH = 0.55
const ENOUGH_WITHOUT_CUE = 0.75
/** … and with "có … không" alone, which any fact may answer. */
const ENOUGH_OPEN = 0.62
/** … and where it speaks of just what the question word asks after. */
const ENOUGH_IN_FOCUS = 0.45
/** … and where no other fact comes near. */
const LEADS = 0.4
export const LED = 0.5
/** … and where it is not of the very kind that is asked for. */
const ENOUGH_NEARBY = 0.65
/** A kind of fact that is not asked for answers only where it speaks of nearly everything asked. */
const GOOD_FIT = 0.35
const HALF_FIT = 0.5
const NEARLY_ALL = 0.9
/** The kind of fact that is asked for, or its twin. */
export const MEANT = 0.65
export const EXACT = 0.9
/** A statement is an answer without anything particular asked only where the cues themselves name it: "gửi cho những nơi nào". */
const CUED = 0.9
/** A story around the question is at least so long, and the fact it ends with speaks of at least so much of it. */
const STORY = 20
const IN_STORY = 0.2
const PLAIN: ReadonlySet<Intent> = new Set(['dossier', 'sets', 'addressee'])

/** The facts that answer, best first; where none is sure of the kind asked for, the one that leads by far. */
export function sureMatches(request: Request, matches: readonly Match[]): Match[] {
  const sure = matches.filter((match) => answers(request, match))
  const ofKind = sure.some(({ fit }) => fit >= GOOD_FIT) ? sure : leading(request, matches)
  return ofKind.length ? ofKind : sure
}

/** True where the fact speaks of enough of what was asked, of what no cue accounts for first of all. */
export function answers(request: Request, match: Match): boolean {
  const top = request.intents[0]
  const enough = match.focus === 'held' && top ? ENOUGH_IN_FOCUS : !top ? ENOUGH_WITHOUT_CUE : top.intent === 'statement' && top.weight < 1 ? ENOUGH_OPEN : ENOUGH
  if (!request.content.length && !request.intents.length) return false
  // "mỗi đơn vị được mấy suất khen": that the plan gives no number is the answer, whoever it is asked for.
  if (match.entry.kind === 'silent' && match.entry.item.kinds[0] === 'quota' && request.intents[0]?.intent === 'quota' && request.intents[0].weight === 1) return true
  if (match.entry.kind === 'silent') return match.coverage >= ENOUGH && (ownWords(request).length > 1 || (match.entry.item.kinds.some((kind) => kind !== 'other') && request.intents[0]?.intent !== 'statement'))
  // Relative to the heaviest cue: "hs khen BQ ở đâu" has only a fair one.
  if (match.entry.kind === 'statement' && match.entry.item.topic === 'aim' && asksWhy(request)) return true
  // A thing is asked for that it does not speak of: "sđt phòng nội vụ".
  if (match.coverage === 0) return false
  if (!match.about) return (match.entry.kind !== 'statement' || match.score > CUED) && match.fit >= MEANT * (request.intents[0]?.weight ?? 1)
  // One syllable tells too little to answer with another kind of thing than was asked for.
  if (match.fit < HALF_FIT && ownWords(request).length < 2) return false
  if (match.fit < GOOD_FIT) return match.coverage >= NEARLY_ALL && ownWords(request).length > 1
  if (isPlainInStory(request, match)) return true
  return match.coverage >= (match.fit >= EXACT * (request.intents[0]?.weight ?? 1) ? enough : Math.max(enough, ENOUGH_NEARBY))
}

/** Papers, sets and where they go, asked for outright at the end of a long story about a movement: the story need not stand in the fact. */
function isPlainInStory({ intents: [top], words }: Request, { fit, coverage }: Match): boolean {
  const isLong = words.length >= STORY && words.some(({ folded }, at) => folded === 'khen' || (folded === 'thi' && words[at + 1]?.folded === 'dua'))
  return isLong && top !== undefined && top.weight === 1 && PLAIN.has(top.intent) && fit >= EXACT && coverage >= IN_STORY
}

/** A fact of just the kind asked for that speaks of twice as much of the question as any other of its plan. */
function leading(request: Request, matches: readonly Match[]): Match[] {
  const [best] = matches
  if (!best?.about || best.entry.kind === 'silent' || best.focus === 'lacking' || best.coverage < LEADS || best.fit < EXACT * (request.intents[0]?.weight ?? 1)) return []
  const next = Math.max(0, ...matches.filter((match) => match !== best && match.entry.plan === best.entry.plan && match.entry.kind === best.entry.kind).map((match) => match.coverage))
  return next <= LED * best.coverage ? [best] : []
}
