import type { InlineKeyboardMarkup } from 'telegraf/types'
import type { Shown } from '../../answer/message.ts'
import { printable } from '../printable.ts'

const PER_ROW = 8
const IN_ALL = 100
const DATA_BYTES = 64
/** Before an action whose answer takes the place of the message it was pressed under; actions themselves never start so. */
const IN_PLACE = '~'

/** A file comes below the choice, which stays: its buttons are still wanted. */
const COMES_BELOW = /^calendar:/

/** The buttons of a message, or undefined where it has none that Telegram takes. */
export function keyboardOf(message: Shown): InlineKeyboardMarkup | undefined {
  // A question of a check and a choice have done their work once answered; an answer is worth keeping above what follows it.
  const inPlace = message.outcome === 'check' || message.outcome === 'choose'
  const rows = message.buttons
    .flatMap((row) => {
      const buttons = row.flatMap(({ label, action }) => {
        const text = printable(label).trim()
        const data = inPlace && !COMES_BELOW.test(action) && action.length < DATA_BYTES ? IN_PLACE + action : action
        return text === '' || !/^[\x21-\x7e]{1,64}$/.test(data) ? [] : [{ text, callback_data: data }]
      })
      return Array.from({ length: Math.ceil(buttons.length / PER_ROW) }, (_, index) => buttons.slice(index * PER_ROW, (index + 1) * PER_ROW))
    })
    .slice(0, IN_ALL)
  let buttons = 0
  const fitting = rows.filter((row) => (buttons += row.length) <= IN_ALL)
  return fitting.length === 0 ? undefined : { inline_keyboard: fitting }
}

/** What a press of our button means; a button of an older keyboard is its bare action. */
export function readPress(data: string): { readonly action: string; readonly inPlace: boolean } {
  return data.startsWith(IN_PLACE) ? { action: data.slice(IN_PLACE.length), inPlace: true } : { action: data, inPlace: false }
}
