import type { Request } from '../understand/request.ts'
import { asksWhy } from './asked-after.ts'
import type { Entry } from './facts.ts'

/** What a question asks of every fact alike, read from it once. */
export interface Wanted {
  /** Nothing answers that does not meet them all. */
  readonly conditions: readonly ((entry: Entry) => boolean)[]
  /** A day or a time and nothing else. */
  readonly time: boolean
  readonly why: boolean
  /** The day of "hồ sơ": that of a report is another. */
  readonly file: boolean
  /** Whom a plan is sent to: its list holds the names of half the offices there are. */
  readonly recipients: boolean
  /** Another kind of answer outright, and neither why nor "mục đích", "mục tiêu", "yêu cầu". */
  readonly otherThanAim: boolean
}

export function wantedOf(request: Request): Wanted {
  const { words, intents } = request
  const outright = intents.filter(({ weight }) => weight === 1)
  const only = outright.length === 1 ? outright[0]?.intent : undefined
  const time = only === 'deadline'
  const why = asksWhy(request)
  const conditions: [boolean, (entry: Entry) => boolean][] = [
    [asksPercent(request), hasPercent],
    [asksMoney(request), isMoney],
    [asksHour(request), hasHour],
    [time, hasTime],
    [only === 'quota', numbersAwards],
  ]
  return {
    conditions: conditions.flatMap(([isAsked, condition]) => (isAsked ? [condition] : [])),
    time,
    why,
    file: time && words.some(({ folded }, at) => folded === 'ho' && words[at + 1]?.folded === 'so'),
    recipients: words.some(({ folded }) => folded === 'nhan' || folded === 'gui'),
    otherThanAim: !why && outright.some(({ intent }) => intent !== 'statement' && intent !== 'mention') && !namesAim(request),
  }
}

function namesAim({ words }: Request): boolean {
  return words.some(({ folded }, at) => (folded === 'muc' && ['dich', 'tieu'].includes(words[at + 1]?.folded ?? '')) || (folded === 'yeu' && words[at + 1]?.folded === 'cau'))
}

/** "bao nhiêu phần trăm", "tỷ lệ nào". */
function asksPercent({ words }: Request): boolean {
  return words.some((word, i) => (word.folded === 'phan' && words[i + 1]?.folded === 'tram') || (word.key === 'ti3' && words[i + 1]?.key === 'lê5'))
}

/** That a plan leaves it to others is an answer too. */
function hasPercent(entry: Entry): boolean {
  if (entry.kind === 'threshold') return entry.item.unit === '%'
  return entry.kind === 'silent' || entry.quote.includes('%')
}

/** "kèm bao nhiêu tiền", "thưởng mấy triệu". */
function asksMoney({ words }: Request): boolean {
  const prize = words.some((word, i) => (word.key === 'tiên2' || word.key === 'mưc1') && words[i + 1]?.key === 'thương3')
  return prize || words.some((word, i) => ['tiên2', 'triêu5', 'đông2'].includes(word.key) && words.slice(Math.max(0, i - 3), i).some((before) => before.key === 'mây1' || before.folded === 'nhieu'))
}

function isMoney(entry: Entry): boolean {
  if (entry.kind === 'statement') return entry.item.topic === 'reward' || entry.item.topic === 'funding'
  return entry.kind === 'silent' && entry.item.kinds.some((kind) => kind === 'reward' || kind === 'funding')
}

/** "mấy giờ" */
function asksHour({ words }: Request): boolean {
  return words.some((word, i) => word.key === 'mây1' && words[i + 1]?.folded === 'gio')
}

function hasHour(entry: Entry): boolean {
  return /giờ/iu.test(entry.quote)
}

/** "mỗi xã được mấy giấy khen": not what a commune has to reach, nor how often awards are given. */
function numbersAwards(entry: Entry): boolean {
  return entry.kind === 'quota' || entry.kind === 'silent' || /số lượng|tỷ lệ|tối đa|không quá/iu.test(entry.quote)
}

/** A statement answers only where it names a time. */
function hasTime(entry: Entry): boolean {
  return entry.kind !== 'statement' || /\d|sau khi|trước khi|hằng|hàng|định kỳ/iu.test(entry.item.says)
}
