import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readClauses } from './clauses.ts'
import { hashOf, keptOnDisk } from './kept.ts'
import type { Found } from './problem.ts'
import { casesFile, planFile, vocabularyFile } from './schema.ts'
import { DICTIONARY_FILE, readDictionaryText } from './dictionary.ts'
import type { CasesFile, DictionaryEntry, Plan, Vocabulary } from './types.ts'
import { linesOf, readYaml, type Path } from './yaml-file.ts'

/** A plan together with where each of its facts is written. */
export interface SourcedPlan {
  readonly plan: Plan
  readonly folder: string
  readonly file: string
  readonly lineOf: (path: Path) => number
}
export interface SourcedCases {
  /** The plan's folder; undefined for knowledge/cases.yml. */
  readonly plan: string | undefined
  readonly file: string
  readonly cases: CasesFile
  readonly lineOf: (path: Path) => number
}
/** A dictionary; its version is empty where there is none. */
export interface Taught {
  readonly dictionary: readonly DictionaryEntry[]
  readonly version: string
}

/** The folders under plans/ that hold something, in the order of their names; a missing plans/ is a problem. */
export function planFolders(dir: string): Found<string[]> {
  const plans = join(dir, 'plans')
  if (!existsSync(plans)) return { problems: [{ file: plans, line: 1, message: 'Không có thư mục này', hint: 'Tạo thư mục plans, mỗi kế hoạch một thư mục con có plan.md và plan.yml' }] }
  const folders = readdirSync(plans, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
  return { value: folders.map((entry) => join(plans, entry.name)).filter((folder) => readdirSync(folder).length > 0).sort() }
}

/** The file's text; a file that cannot be read (no right to, a folder of that name) is a problem, not a crash. */
function readText(file: string): Found<string> {
  try {
    return { value: readFileSync(file, 'utf8') }
  } catch (error) {
    const { code = 'lỗi đọc' } = error as NodeJS.ErrnoException
    return { problems: [{ file, line: 1, message: `Không đọc được tệp (${code})`, hint: 'Kiểm tra quyền đọc, và đây phải là một tệp văn bản' }] }
  }
}

/** Where what was read came from: what has not changed since is not read again. */
const origins = new WeakMap<Plan, SourcedPlan>()
const vocabularies = new WeakMap<Vocabulary, { readonly vocabulary: Vocabulary; readonly version: string }>()

/** One plan's folder: its facts, its clauses, its version. Of `held` plans the one that these files made is given again. */
export function readPlan(folder: string, held: readonly Plan[] = []): Found<SourcedPlan> {
  const facts = join(folder, 'plan.yml')
  const text = join(folder, 'plan.md')
  const missing = (file: string, hint: string) => ({ problems: [{ file, line: 1, message: `Thư mục ${basename(folder)} thiếu tệp ${basename(file)}`, hint }] })
  if (!existsSync(text)) return missing(text, 'Chép toàn văn kế hoạch vào plan.md, hoặc xóa thư mục này')
  if (!existsSync(facts)) return missing(facts, 'Chạy "npm run import" để máy đề xuất, hoặc chép plan.yml của kế hoạch khác rồi sửa')
  const yaml = readText(facts)
  const planText = readText(text)
  if ('problems' in yaml) return yaml
  if ('problems' in planText) return planText
  const version = hashOf([yaml.value, planText.value])
  const before = held.map((plan) => origins.get(plan)).find((one) => one?.folder === folder && one.plan.version === version)
  return before ? { value: before } : planFrom(folder, yaml.value, planText.value, version)
}

/** The plan that these texts would make in that folder. */
export function planOf(folder: string, yaml: string, text: string): Found<SourcedPlan> {
  return planFrom(folder, yaml, text, hashOf([yaml, text]))
}

function planFrom(folder: string, yaml: string, text: string, version: string): Found<SourcedPlan> {
  const file = join(folder, 'plan.yml')
  const read = keptOnDisk('plan', [version], (): Found<Plan> => {
    const facts = readYaml(file, yaml, planFile)
    return 'problems' in facts ? facts : { value: { ...facts.value, ...readClauses(text), version } }
  })
  if ('problems' in read) return read
  const value = { plan: read.value, folder, file, lineOf: linesOf(yaml).lineOf }
  origins.set(value.plan, value)
  return { value }
}

/** knowledge/vocabulary.yml; a missing file is an empty vocabulary. The `held` one is given again where the text is the same. */
export function readVocabulary(dir: string, held?: Vocabulary): Found<{ vocabulary: Vocabulary; version: string }> {
  const file = join(dir, 'vocabulary.yml')
  const text = existsSync(file) ? readText(file) : { value: '' }
  if ('problems' in text) return text
  const version = hashOf([text.value])
  const before = held && vocabularies.get(held)
  if (before?.version === version) return { value: before }
  const read = keptOnDisk('vocabulary', [version], (): Found<Vocabulary> => readYaml(file, text.value, vocabularyFile))
  if ('problems' in read) return read
  const value = { vocabulary: read.value, version }
  vocabularies.set(value.vocabulary, value)
  return { value }
}

/** knowledge/dictionary.yml; a missing file is an empty dictionary. */
export function readDictionary(dir: string): Found<Taught> {
  const file = join(dir, DICTIONARY_FILE)
  const text = existsSync(file) ? readText(file) : { value: '' }
  if ('problems' in text) return text
  const read = readDictionaryText(file, text.value)
  return 'problems' in read ? read : { value: { dictionary: read.value, version: text.value === '' ? '' : hashOf([text.value]) } }
}

/** A cases.yml, or nothing where there is none. */
export function readCases(folder: string, plan: string | undefined): Found<SourcedCases[]> {
  const file = join(folder, 'cases.yml')
  if (!existsSync(file)) return { value: [] }
  const text = readText(file)
  if ('problems' in text) return text
  const read = readYaml(file, text.value, casesFile)
  return 'problems' in read ? read : { value: [{ plan, file, cases: read.value, lineOf: read.lineOf }] }
}

/** Changes with any of the plans or the vocabulary. */
export function versionOf(plans: readonly Plan[], vocabulary: string): string {
  return hashOf([vocabulary, ...plans.map((plan) => plan.version)])
}
