import type { Day } from '../language/day.ts'

/**
 * What the bot says, as plain data. No markup: renderers alone know Telegram's HTML, a terminal, a page or JSON.
 * Text is text; whatever stands in it is shown as it stands.
 */
export type Outcome = 'answered' | 'passages' | 'choose' | 'not-stated' | 'not-found' | 'check' | 'help'

export type Block =
  /** The value itself; the first line of an answer. */
  | { readonly type: 'headline'; readonly text: string }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'list'; readonly ordered?: boolean; readonly items: readonly string[] }
  /** Papers to tick. */
  | { readonly type: 'checklist'; readonly items: readonly string[] }
  /** A warning or a reservation: past, excerpt, unreviewed, a weekend. */
  | { readonly type: 'note'; readonly text: string }
  /** Word for word from a plan, with where it stands; `continued`: the next block quotes the same clause and names it for both. */
  | { readonly type: 'quote'; readonly citation: Citation; readonly continued?: boolean }
  /** Criteria with their verdicts, for a table or a picture. */
  | { readonly type: 'verdicts'; readonly rows: readonly VerdictRow[] }
  /** Deadlines on a strip of months. `inWords`: the same days stand in words beside it, so that who cannot draw leaves it out. */
  | { readonly type: 'calendar'; readonly today: Day; readonly entries: readonly CalendarEntry[]; readonly inWords?: true }
  /** "Câu 2/5", for a bar or a line. */
  | { readonly type: 'progress'; readonly step: number; readonly of: number }

export type Verdict = 'met' | 'unmet' | 'unknown'
export interface VerdictRow { readonly criterion: string; readonly says: string; readonly verdict: Verdict; readonly answer: string; readonly citation: Citation }
/** `plan`: as a reader names it. */
export interface CalendarEntry { readonly label: string; readonly from?: Day; readonly lastDay: Day; readonly plan: string }

export interface Citation {
  readonly plan: string
  /** The plan as a reader names it: "Kế hoạch Bắc Quang 2024". */
  readonly planName: string
  readonly clause: string
  /** "mục V, khoản 3.2" */
  readonly clauseName: string
  readonly quote: string
}

/** A pressed button comes back as a Turn with this action: ASCII, 1 to 64 bytes. A button with a url opens it instead. */
export interface Button { readonly label: string; readonly action: string }

export interface FactReference { readonly plan: string; readonly kind: string; readonly id: string; readonly lastDay?: Day }
export interface Choice { readonly label: string; readonly plan: string }
export interface Attachment { readonly name: string; readonly type: string; readonly content: AttachmentContent }
/** What a file holds, as data; files/ turns it into bytes when a channel sends it. */
export type AttachmentContent =
  | { readonly kind: 'check-report'; readonly title: string; readonly blocks: readonly Block[] }
  | { readonly kind: 'calendar'; readonly plan: string; readonly deadlines: readonly string[] }

/** The `check` field of chat --jsonl: while it runs, and at its end. */
export type CheckStatus =
  | { readonly id: string; readonly plan: string; readonly criterion: string; readonly step: number; readonly of: number }
  | {
      readonly id: string
      readonly plan: string
      readonly verdict: 'eligible' | 'not-eligible' | 'unknown'
      readonly criteria: readonly { readonly id: string; readonly verdict: Verdict; readonly answer: string; readonly quote: string }[]
    }

export interface Message {
  readonly outcome: Outcome
  readonly blocks: readonly Block[]
  readonly buttons: readonly (readonly Button[])[]
  readonly citations: readonly Citation[]
  readonly facts: readonly FactReference[]
  readonly choices: readonly Choice[]
  readonly attachments: readonly Attachment[]
  readonly check?: CheckStatus
  /** Set where a typed number answers what is asked ("Có mấy sáng kiến?"): the terminal then presses buttons by #1, #2, not by 1, 2. */
  readonly awaits?: 'number'
}

/** What a person sees of a message; the rest of it is for whoever reads answers by machine. */
export type Shown = Omit<Message, 'citations' | 'facts' | 'choices'>

export function shownOf({ citations: _citations, facts: _facts, choices: _choices, ...shown }: Message): Shown {
  return shown
}
