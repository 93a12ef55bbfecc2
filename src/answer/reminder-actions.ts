import { createHash } from 'node:crypto'

/** What the buttons of reminders and calendar files carry: ASCII, at most 63 bytes, one to spare for a channel's own mark. */

/** `deadline` left out: the whole plan. `before`: what to set, empty to stop; left out where it is to be asked. */
export interface RemindAction { readonly plan: string; readonly deadline?: string | undefined; readonly before?: readonly number[] }

const LONGEST = 63
const WHOLE = '*'
const NONE = '-'
/** The offered days before, each one figure; a choice is written as its figures: "731". */
export const DAYS_BEFORE: readonly number[] = [7, 3, 1, 0]

export const LIST_ACTION = 'reminders'
export const HOURS_ACTION = 'remind-at'
export const STOP_ALL_ACTION = 'remind-off'
export const STOP_ALL_SURE_ACTION = 'remind-off:yes'

/** "remind:bac-quang-2024:nop-ho-so" asks when to remind; with `before` it sets that. */
export function remindAction({ plan, deadline, before }: RemindAction): string {
  const set = before === undefined ? '' : `:${before.length === 0 ? NONE : before.join('')}`
  return fitting('remind', plan, deadline, set)
}

export function calendarAction(plan: string, deadline?: string): string {
  return fitting('calendar', plan, deadline, '')
}

/** Minutes after midnight. */
export function hourAction(at: number): string {
  return `${HOURS_ACTION}:${at}`
}

export function pageAction(page: number): string {
  return `${LIST_ACTION}:${page}`
}

/** What such an action says, whether or not it is still there; undefined where it is none, or names what cannot be found in `known`. */
export function readRemindAction(action: string, known: readonly Target[]): RemindAction | undefined {
  const read = readTarget(action, 'remind', known)
  if (!read || read.rest.length > 1) return undefined
  const [set] = read.rest
  if (set === undefined) return read.target
  return /^([7310]{1,4}|-)$/.test(set) ? { ...read.target, before: DAYS_BEFORE.filter((days) => set.includes(String(days))) } : undefined
}

export function readCalendarAction(action: string, known: readonly Target[]): Target | undefined {
  const read = readTarget(action, 'calendar', known)
  return read?.rest.length === 0 ? read.target : undefined
}

/** A deadline, or a whole plan. */
export type Target = Pick<RemindAction, 'plan' | 'deadline'>

/** Long names are replaced by a hash that is looked for among those there are. */
function fitting(verb: string, plan: string, deadline: string | undefined, set: string): string {
  const name = `${plan}:${deadline ?? WHOLE}`
  // Counted with the longest choice, so that one deadline always goes by one name.
  const fits = `${verb}:${name}:${DAYS_BEFORE.join('')}`.length <= LONGEST
  return `${verb}:${fits ? name : hashOf(name)}${set}`
}

function readTarget(action: string, verb: string, known: readonly Target[]): { target: Target; rest: readonly string[] } | undefined {
  const [word, first, ...others] = action.split(':')
  if (word !== verb || !first) return undefined
  if (first.startsWith('~')) {
    const target = known.find(({ plan, deadline }) => hashOf(`${plan}:${deadline ?? WHOLE}`) === first)
    return target && { target, rest: others }
  }
  const [deadline, ...rest] = others
  if (!deadline) return undefined
  return { target: deadline === WHOLE ? { plan: first } : { plan: first, deadline }, rest }
}

function hashOf(name: string): string {
  return `~${createHash('sha256').update(name).digest('hex').slice(0, 16)}`
}
