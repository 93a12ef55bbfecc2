import type { Plan } from '../knowledge/types.ts'
import type { Day } from '../language/day.ts'
import type { Finding } from '../lookup/finding.ts'
import { composeChoose, composeNotFound, composeNotStated, composePassages, composePlans, composeTalk } from './absent.ts'
import { composeAward } from './award.ts'
import { composeCriteria } from './criteria.ts'
import { composeDeadline } from './deadline.ts'
import { composeDossier, composePaper } from './dossier.ts'
import { composeAudience, composeBasis, composeDuty, composeQuota, composeStatement, composeThreshold } from './facts.ts'
import { composeIdentity } from './identity.ts'
import type { Message } from './message.ts'
import { composePeriod } from './period.ts'
import { composeRoute } from './route.ts'
import { composeUpcoming } from './upcoming.ts'

/** What stands around a finding: the day it is said, all plans there are, the mark of the waiting question. `whole`: nothing of a long answer is left for a button. */
export interface Surroundings {
  readonly today: Day
  readonly plans: readonly Plan[]
  readonly mark: string
  readonly whole: boolean
}

/** A finding in words. A check is not composed here: its conversation has its own messages. */
export function compose(finding: Exclude<Finding, { kind: 'check' }>, { today, plans, mark, whole }: Surroundings): Message {
  switch (finding.kind) {
    case 'deadline':
      return composeDeadline(finding, today)
    case 'upcoming':
      return composeUpcoming(finding, today, whole)
    case 'period':
      return composePeriod(finding, today)
    case 'dossier':
      return composeDossier(finding, today)
    case 'paper':
      return composePaper(finding)
    case 'threshold':
      return composeThreshold(finding, whole)
    case 'criteria':
      return composeCriteria(finding, whole)
    case 'quota':
      return composeQuota(finding, whole)
    case 'award':
      return composeAward(finding)
    case 'route':
      return composeRoute(finding)
    case 'audience':
      return composeAudience(finding, whole)
    case 'duty':
      return composeDuty(finding, whole)
    case 'basis':
      return composeBasis(finding, whole)
    case 'statement':
      return composeStatement(finding, whole)
    case 'identity':
      return composeIdentity(finding)
    case 'passages':
      return composePassages(finding)
    case 'choose':
      return composeChoose(finding, mark)
    case 'not-stated':
      return composeNotStated(finding, mark)
    case 'not-found':
      return composeNotFound(finding, plans, mark)
    case 'plans':
      return composePlans(finding)
    case 'help':
    case 'greeting':
    case 'thanks':
      return composeTalk(finding)
  }
}
