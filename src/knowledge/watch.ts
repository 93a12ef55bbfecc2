import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DICTIONARY_FILE } from './dictionary.ts'
import { loadKnowledge, withDictionary } from './load.ts'
import { KnowledgeError } from './problem.ts'
import { readDictionary } from './sources.ts'
import type { Knowledge } from './types.ts'

const FILES = ['plan.yml', 'plan.md']

/** Nobody is answered while plans are loaded: somebody who goes through fifty facts must not keep all others waiting. */
const PAUSE_PER_LOAD = 4

export interface Watch {
  readonly stop: () => void
  /** Loads at once what is there now, for who has just written it. Gives what is wrong with it, or undefined. */
  readonly reload: () => KnowledgeError | undefined
}

/**
 * Looks at the folder that `read` was just loaded from every `everyMs` milliseconds and loads it anew when it has changed
 * and come to rest (two looks alike: editors write in steps). `onChange` gets knowledge of another version; `onRefused`
 * gets what is wrong, once a state, and whoever holds the last good knowledge keeps it. The timer does not keep the
 * process alive.
 */
export function watchKnowledge(dir: string, read: Knowledge, onChange: (knowledge: Knowledge) => void, onRefused: (error: KnowledgeError) => void, everyMs = 1000): Watch {
  let held = read
  let loaded = stateOf(dir)
  let seen = loaded
  let quietUntil = 0
  const take = (now: State): KnowledgeError | undefined => {
    const started = performance.now()
    const outcome = taken(now)
    quietUntil = performance.now() + PAUSE_PER_LOAD * (performance.now() - started)
    return outcome
  }
  const taken = (now: State): KnowledgeError | undefined => {
    const found = now.plans === loaded.plans ? tryDictionary(dir, held) : tryLoad(dir, held)
    loaded = now
    if (found instanceof KnowledgeError) {
      onRefused(found)
      return found
    }
    if (found.version !== held.version) onChange(found)
    held = found
    return undefined
  }
  const look = () => {
    const now = stateOf(dir)
    const rests = isSame(now, seen)
    seen = now
    if (!isSame(now, loaded) && rests && performance.now() >= quietUntil) take(now)
  }
  const timer = setInterval(look, everyMs).unref()
  return { stop: () => clearInterval(timer), reload: () => take(stateOf(dir)) }
}

function tryLoad(dir: string, held: Knowledge): Knowledge | KnowledgeError {
  try {
    return loadKnowledge(dir, held)
  } catch (error) {
    // A folder that is moved away while it is read.
    return error instanceof KnowledgeError ? error : new KnowledgeError([{ file: dir, line: 1, message: `Không đọc được thư mục (${String(error)})`, hint: 'Kiểm tra thư mục và quyền đọc' }])
  }
}

/** Where the dictionary alone has changed, the rest is not read again. */
function tryDictionary(dir: string, held: Knowledge): Knowledge | KnowledgeError {
  const taught = readDictionary(dir)
  return 'problems' in taught ? new KnowledgeError(taught.problems) : withDictionary(held, taught.value)
}

/** Changes with every write to a file that knowledge is read from. */
interface State {
  readonly plans: string
  readonly dictionary: string
}

function isSame(one: State, other: State): boolean {
  return one.plans === other.plans && one.dictionary === other.dictionary
}

function stateOf(dir: string): State {
  const plans = join(dir, 'plans')
  const files = [join(dir, 'vocabulary.yml'), ...namesIn(plans).flatMap((folder) => FILES.map((file) => join(plans, folder, file)))]
  return { plans: files.map((file) => `${file} ${stampOf(file)}`).join('\n'), dictionary: stampOf(join(dir, DICTIONARY_FILE)) }
}

function namesIn(dir: string): string[] {
  try {
    return readdirSync(dir).filter((name) => !name.startsWith('.')).sort()
  } catch {
    return []
  }
}

function stampOf(file: string): string {
  try {
    const { ino, size, mtimeNs } = statSync(file, { bigint: true })
    return `${ino} ${size} ${mtimeNs}`
  } catch (error) {
    return String((error as NodeJS.ErrnoException).code)
  }
}
