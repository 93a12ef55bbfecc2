import { renderAsync } from '@resvg/resvg-js'
import type { Shown } from '../answer/message.ts'
import type { FileBytes } from '../channels/files.ts'
import { inOrder } from '../channels/in-order.ts'
import type { Drawing } from './drawing.ts'
import { FONT_FAMILY, FONT_FILES } from './lettering.ts'
import { drawResult } from './result.ts'
import { drawStrip } from './strip.ts'
import { svgText } from './svg.ts'

/** As wide as a phone shows a picture in a chat, in the units of its letters. */
const WIDTH = 360
/** Pixels a unit: sharp on a phone, and far below Telegram's limit of sides. */
const ZOOM = 2.5

/** What an answer has to show as a picture: the strip of its deadlines, or the table of a finished check; undefined where it has neither. */
export async function pictureOf(message: Shown): Promise<FileBytes | undefined> {
  const found = drawingOf(message)
  return found && { name: found.name, type: 'image/png', bytes: await png(found.drawing) }
}

function drawingOf(message: Shown): { name: string; drawing: Drawing } | undefined {
  if (message.check && 'verdict' in message.check) {
    const drawing = drawResult(message, WIDTH)
    return drawing && { name: 'ket-qua.png', drawing }
  }
  const calendar = message.blocks.find((block) => block.type === 'calendar')
  return calendar && calendar.entries.length > 0 ? { name: 'lich-han.png', drawing: drawStrip(calendar, WIDTH) } : undefined
}

const oneAtATime = inOrder()

/** resvg draws nothing with a web font, and says nothing: TTF files, given by path. */
function png(drawing: Drawing): Promise<Uint8Array> {
  const font = { loadSystemFonts: false, fontFiles: [FONT_FILES.regular, FONT_FILES.bold], defaultFontFamily: FONT_FAMILY }
  return oneAtATime('png', async () => (await renderAsync(svgText(drawing), { font, fitTo: { mode: 'zoom', value: ZOOM } })).asPng())
}
