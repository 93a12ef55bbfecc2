import { destination, pino, type Logger } from 'pino'

/** JSON lines to standard error. The bot's token, where there is one, is taken out of every line, wherever it came from. */
export function createLog(level: string, token?: string): Logger {
  const errors = destination(2)
  const stream = { write: (line: string) => void errors.write(token === undefined ? line : line.replaceAll(token, '[BOT_TOKEN]')) }
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: errorFields } }, stream)
}

/** Not pino's own fields: a library's error carries the call that failed, and with it what people wrote. */
function errorFields(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) }
  const { code } = error as NodeJS.ErrnoException
  return { type: error.name, message: error.message, ...(code === undefined ? {} : { code }), stack: error.stack }
}
