import type { Shown } from '../answer/message.ts'
import type { FileBytes, MakeFile } from '../channels/files.ts'
import type { Knowledge } from '../knowledge/types.ts'

/** Makes the files of answers. What makes each kind is imported with the first of its kind: most talks want none. */
export function filesFrom(knowledge: () => Knowledge): MakeFile {
  return async ({ name, type, content }) => {
    switch (content.kind) {
      case 'calendar': {
        const { calendarFile } = await import('../files/calendar.ts')
        const plan = knowledge().plans.find(({ id }) => id === content.plan)
        if (plan === undefined) throw new Error(`no plan ${content.plan} for its calendar`)
        return { name, type, bytes: calendarFile(plan, content.deadlines, new Date()) }
      }
      case 'check-report':
        return { name, type, bytes: await (await import('../files/report.ts')).checkReport(content.title, content.blocks) }
    }
  }
}

/** The picture of an answer that has something to draw. The drawing library is imported with the first of them. */
export async function drawn(message: Shown): Promise<FileBytes | undefined> {
  if (!message.blocks.some(({ type }) => type === 'calendar' || type === 'verdicts')) return undefined
  return (await import('../pictures/picture.ts')).pictureOf(message)
}
