import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { loadKnowledge } from './load.ts'
import { KnowledgeError } from './problem.ts'
import type { Knowledge } from './types.ts'

const FILES = ['plan.yml', 'plan.md']

/**
 * Looks at the folder every `everyMs` milliseconds and loads it anew when it has changed since this call and come to rest
 * (two looks alike: editors write in steps). `onChange` gets knowledge of another version; `onRefused` gets what is wrong,
 * once a state, and whoever holds the last good knowledge keeps it. Returns a function that stops looking.
 * The timer does not keep the process alive.
 */
export function watchKnowledge(dir: string, onChange: (knowledge: Knowledge) => void, onRefused: (error: KnowledgeError) => void, everyMs = 1000): () => void {
  let loaded = stateOf(dir)
  let seen = loaded
  let version: string | undefined
  const look = () => {
    const now = stateOf(dir)
    const rests = now === seen
    seen = now
    if (now === loaded || !rests) return
    loaded = now
    const read = tryLoad(dir)
    if (read instanceof KnowledgeError) return onRefused(read)
    if (read.version === version) return
    version = read.version
    onChange(read)
  }
  const timer = setInterval(look, everyMs).unref()
  return () => clearInterval(timer)
}

function tryLoad(dir: string): Knowledge | KnowledgeError {
  try {
    return loadKnowledge(dir)
  } catch (error) {
    // A folder that is moved away while it is read.
    return error instanceof KnowledgeError ? error : new KnowledgeError([{ file: dir, line: 1, message: `Không đọc được thư mục (${String(error)})`, hint: 'Kiểm tra thư mục và quyền đọc' }])
  }
}

/** Changes with every write to a file that knowledge is read from. */
function stateOf(dir: string): string {
  const plans = join(dir, 'plans')
  const files = [join(dir, 'vocabulary.yml'), ...namesIn(plans).flatMap((folder) => FILES.map((file) => join(plans, folder, file)))]
  return files.map((file) => `${file} ${stampOf(file)}`).join('\n')
}

function namesIn(dir: string): string[] {
  try {
    return readdirSync(dir).sort()
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
