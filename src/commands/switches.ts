import { parseArgs, type ParseArgsConfig } from 'node:util'
import { toDay, type Day } from '../language/day.ts'
import { problem } from './problem.ts'
import { says } from './wording.ts'

type Options = NonNullable<ParseArgsConfig['options']>

/** A command's switches and other words; `--today=X` and `--today X` alike. A switch that is not among them is a Problem. */
export function readSwitches<const T extends Options>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw problem(inVietnamese(error))
  }
}

/** The day of `--today`, or undefined where it was left out. Anything but an ISO day is a Problem. */
export function daySwitch(value: string | undefined): Day | undefined {
  if (value === undefined) return undefined
  const day = toDay(value)
  if (day === undefined) throw problem(says.badDay(value))
  return day
}

function inVietnamese(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  const name = /'(-[^\s'=,]*)(?:[^']*)'/.exec(message)?.[1]?.replace(/,$/, '') ?? ''
  if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return says.unknownSwitch(name)
  return message.includes('does not take') ? says.switchTakesNoValue(name) : says.switchWantsValue(name)
}
