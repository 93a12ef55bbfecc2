import type { Plan } from '../knowledge/types.ts'
import type { Day } from '../language/day.ts'
import type { Finding } from '../lookup/finding.ts'
import { composeChoose, composeNotFound, composeNotStated, composePassages, composePlans, composeTalk } from './absent.ts'
import { composeDeadline, composeUpcoming } from './deadline.ts'
import { composeDossier, composePaper } from './dossier.ts'
import { composeAudience, composeAward, composeBasis, composeCriteria, composeDuty, composeIdentity, composePeriod, composeQuota, composeRoute, composeStatement, composeThreshold } from './facts.ts'
import type { Message } from './message.ts'

/** What stands around a finding: the day it is said, all plans there are, the mark of the waiting question. */
export interface Surroundings {
  readonly today: Day
  readonly plans: readonly Plan[]
  readonly mark: string
}

/** A finding in words. A check is not composed here: its conversation has its own messages. */
export function compose(finding: Exclude<Finding, { kind: 'check' }>, { today, plans, mark }: Surroundings): Message {
  switch (finding.kind) {
    case 'deadline':
      return composeDeadline(finding, today)
    case 'upcoming':
      return composeUpcoming(finding, today)
    case 'period':
      return composePeriod(finding)
    case 'dossier':
      return composeDossier(finding, today)
    case 'paper':
      return composePaper(finding)
    case 'threshold':
      return composeThreshold(finding)
    case 'criteria':
      return composeCriteria(finding)
    case 'quota':
      return composeQuota(finding)
    case 'award':
      return composeAward(finding)
    case 'route':
      return composeRoute(finding)
    case 'audience':
      return composeAudience(finding)
    case 'duty':
      return composeDuty(finding)
    case 'basis':
      return composeBasis(finding)
    case 'statement':
      return composeStatement(finding)
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
