import { basename } from 'node:path'
import { checkCases, checkKnowledge } from './check-knowledge.ts'
import { KnowledgeError, type Found, type Problem } from './problem.ts'
import { planFolders, readCases, readPlan, readDictionary, readVocabulary, versionOf, type Taught, type SourcedCases, type SourcedPlan } from './sources.ts'
import type { CasesFile, Knowledge, Plan } from './types.ts'

/**
 * The knowledge in a folder: vocabulary.yml, dictionary.yml and plans/<id>/ with plan.yml and plan.md.
 * @param held knowledge loaded before: plans and vocabulary whose files are as they were then come back as the same
 * objects, neither read nor proved again.
 * @throws KnowledgeError with everything that is wrong: YAML, shape, quotes, references. cases.yml is not looked at.
 */
export function loadKnowledge(dir: string, held?: Knowledge): Knowledge {
  const problems: Problem[] = []
  const plans = readPlans(dir, problems, held?.plans)
  const words = collect(readVocabulary(dir, held?.vocabulary), problems)
  const taught = collect(readDictionary(dir), problems)
  problems.push(...checkKnowledge(plans))
  if (problems.length > 0 || !words || !taught) throw new KnowledgeError(problems)
  const known = plans.map(({ plan }) => plan)
  return withDictionary({ plans: known, vocabulary: words.vocabulary, dictionary: [], version: versionOf(known, words.version) }, taught)
}

/**
 * The plans that can be used where others cannot, and what is wrong with those left out.
 * @throws KnowledgeError where none is left, or the words of all of them cannot be read.
 */
export function loadUsable(dir: string): { knowledge: Knowledge; leftOut: readonly Problem[] } {
  const problems: Problem[] = []
  const without = (plans: readonly SourcedPlan[], found: readonly Problem[]) => {
    problems.push(...found)
    return plans.filter(({ file }) => !found.some((one) => one.file === file))
  }
  const read = readPlans(dir, problems)
  // First each alone: what is broken must not take a name away from what is not.
  const sound = without(read, read.flatMap((plan) => checkKnowledge([plan])))
  const plans = without(sound, checkKnowledge(sound)).map(({ plan }) => plan)
  const inPlans = problems.length
  const words = collect(readVocabulary(dir), problems)
  const taught = collect(readDictionary(dir), problems)
  if (!words || !taught || plans.length === 0) throw new KnowledgeError(problems)
  const knowledge = { plans, vocabulary: words.vocabulary, dictionary: [], version: versionOf(plans, words.version) }
  return { knowledge: withDictionary(knowledge, taught), leftOut: new KnowledgeError(problems.slice(0, inPlans)).problems }
}

/** The same knowledge with another dictionary: its plans are the same objects, so that nothing has to be read anew. */
export function withDictionary(knowledge: Knowledge, { dictionary, version }: Taught): Knowledge {
  const [rest] = knowledge.version.split('+', 1)
  return { ...knowledge, dictionary, version: version === '' ? `${rest}` : `${rest}+${version}` }
}

/**
 * Every cases.yml: one a plan, and one of the whole folder for cases of no single plan (`plan` undefined).
 * @throws KnowledgeError where one does not fit its schema; what its rows name is checked by inspectKnowledge alone.
 */
export function loadCases(dir: string): { plan: string | undefined; file: string; cases: CasesFile }[] {
  const problems: Problem[] = []
  const cases = readAllCases(dir, problems)
  if (problems.length > 0) throw new KnowledgeError(problems)
  return cases.map(({ plan, file, cases: rows }) => ({ plan, file, cases: rows }))
}

/** Everything there is to say on a folder: plans and cases that could be read, and all problems, those of the cases too. Never throws. */
export function inspectKnowledge(dir: string): { plans: Plan[]; cases: { plan: string | undefined; cases: CasesFile }[]; problems: readonly Problem[] } {
  const problems: Problem[] = []
  const plans = readPlans(dir, problems)
  collect(readVocabulary(dir), problems)
  collect(readDictionary(dir), problems)
  const unread = problems.length > 0
  const cases = readAllCases(dir, problems)
  // A plan that cannot be read has cases that seem to point nowhere: its own problems come first.
  const checkable = cases.filter(({ plan }) => (plan === undefined ? !unread : plans.some(({ folder }) => basename(folder) === plan)))
  problems.push(...checkKnowledge(plans), ...checkCases(checkable, plans))
  return { plans: plans.map(({ plan }) => plan), cases, problems: new KnowledgeError(problems).problems }
}

function readPlans(dir: string, problems: Problem[], held?: readonly Plan[]): SourcedPlan[] {
  return (collect(planFolders(dir), problems) ?? []).flatMap((folder) => collect(readPlan(folder, held), problems) ?? [])
}

function readAllCases(dir: string, problems: Problem[]): SourcedCases[] {
  const folders = collect(planFolders(dir), []) ?? []
  return [...folders.map((folder) => readCases(folder, basename(folder))), readCases(dir, undefined)].flatMap((found) => collect(found, problems) ?? [])
}

function collect<T>(found: Found<T>, problems: Problem[]): T | undefined {
  if ('value' in found) return found.value
  problems.push(...found.problems)
  return undefined
}
