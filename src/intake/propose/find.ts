import { readAbsences } from '../recognise/absences.ts'
import { readAmounts } from '../recognise/amounts.ts'
import { readAudiences } from '../recognise/audiences.ts'
import { readAwards } from '../recognise/awards.ts'
import { readBases } from '../recognise/bases.ts'
import { readCriteria } from '../recognise/criteria.ts'
import { readDays } from '../recognise/days.ts'
import { readDossiers } from '../recognise/dossiers.ts'
import { readDurations } from '../recognise/durations.ts'
import { readDuties } from '../recognise/duties.ts'
import { readElsewhere } from '../recognise/elsewhere.ts'
import type { FactKind, Found, Setting } from '../recognise/found.ts'
import { readMoments } from '../recognise/moments.ts'
import { readPeriods } from '../recognise/periods.ts'
import { readRoutes } from '../recognise/routes.ts'
import { readStatements } from '../recognise/statements.ts'
import { readTables } from '../recognise/tables.ts'
import { readTargetTables } from '../recognise/target-tables.ts'
import { readThresholds } from '../recognise/thresholds.ts'
import type { AllFound } from './plan.ts'

/** More facts of one kind than any plan has: a text that gives them is no plan, or hostile. */
const MOST = 400

/** Every recogniser over the whole text. `progress` hears a word between the longer ones. */
export function findFacts(setting: Setting, progress: (said: string) => void): AllFound {
  progress('Đang tìm thời hạn…')
  const deadlines = distinct([...readDays(setting), ...readTables(setting), ...readDurations(setting), ...readMoments(setting)], ({ fact }) => JSON.stringify([fact.due, fact.source.clause, fact.task]))
  progress('Đang tìm hồ sơ, chỉ tiêu, tiêu chuẩn…')
  return {
    periods: readPeriods(setting).slice(0, MOST),
    deadlines,
    dossiers: readDossiers(setting).slice(0, MOST),
    thresholds: distinct([...readThresholds(setting), ...readTargetTables(setting), ...readAmounts(setting), ...readAbsences(setting)], ({ fact }) => JSON.stringify([fact.value, fact.upper, fact.unit, fact.metric, fact.source.clause])),
    awards: readAwards(setting).slice(0, MOST),
    routes: readRoutes(setting).slice(0, MOST),
    audiences: readAudiences(setting).slice(0, MOST),
    duties: readDuties(setting).slice(0, MOST),
    bases: readBases(setting).slice(0, MOST),
    statements: readStatements(setting).slice(0, MOST),
    not_modelled: readElsewhere(setting).slice(0, MOST),
    checks: readCriteria(setting).slice(0, 60),
  }
}

/** In the text's order, each once. */
function distinct<K extends FactKind>(found: readonly Found<K>[], keyOf: (one: Found<K>) => string): Found<K>[] {
  const seen = new Set<string>()
  const kept = found.filter((one) => {
    const key = keyOf(one)
    return seen.has(key) ? false : seen.add(key)
  })
  return kept.sort((a, b) => a.at.order - b.at.order).slice(0, MOST)
}
