import { folderOf, writeFolder } from '../files/folder.ts'
import { decided, type Decided, type Decision, type PlanTexts } from './walk.ts'

/** Both files of a plan, or undefined where one is missing. */
export function textsOf(dir: string, id: string): PlanTexts | undefined {
  const { yaml, text } = folderOf(dir, id)
  return yaml === undefined || text === undefined ? undefined : { id, yaml, text }
}

/**
 * Decides on one fact in the folder as it is now, and writes at once: nothing of what others decided meanwhile is lost.
 * Throws the system's error where the folder cannot be written.
 */
export function decideIn(dir: string, id: string, key: string, decision: Decision): Decided {
  for (;;) {
    const texts = textsOf(dir, id)
    if (!texts) return { kind: 'gone' }
    const outcome = decided(texts, key, decision)
    if (outcome.kind !== 'done') return outcome
    // Another program may have written while this one was thinking.
    const now = textsOf(dir, id)
    if (now?.yaml !== texts.yaml || now.text !== texts.text) continue
    writeFolder(dir, id, texts.text, outcome.yaml)
    return outcome
  }
}
