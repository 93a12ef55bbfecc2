import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { z } from 'zod'
import { problem } from './commands/problem.ts'
import { says } from './commands/wording.ts'

/** The only reader of the environment. A value set outside wins over the same line in .env; an empty one counts as not set. */
const settings = z.object({
  /** Never printed, not even when it is wrong. */
  BOT_TOKEN: z.string().regex(/^\d+:[\w-]+$/, 'phải là chuỗi BotFather đã cấp, dạng 123456789:AA…').optional(),
  TELEGRAM_API_ROOT: z.url({ protocol: /^https?$/, error: 'phải là một địa chỉ http:// hoặc https://' }).default('https://api.telegram.org'),
  /** Relative to where the program was started. */
  KNOWLEDGE_DIR: z.string().default(join(import.meta.dirname, '..', 'knowledge')).transform((path) => resolve(path)),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent'], 'phải là debug, info, warn, error hoặc silent').default('info'),
})

export type Config = z.infer<typeof settings>

/** Reads .env of the working folder where there is one, then the environment. A setting that cannot be used is a Problem naming it and its line. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env, envFile = resolve('.env')): Config {
  const fileText = textOf(envFile)
  const given = Object.fromEntries(Object.entries({ ...parseEnv(fileText), ...environment }).filter(([, value]) => value !== ''))
  const read = settings.safeParse(given)
  if (read.success) return read.data
  throw problem(
    read.error.issues
      .map((issue) => {
        const name = String(issue.path[0])
        return says.badSetting(name, environment[name] === undefined ? placeOf(name, fileText) : '', issue.message)
      })
      .join('\n'),
  )
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return ''
    throw problem(says.badEnvFile(code ?? String(error)))
  }
}

function placeOf(name: string, fileText: string): string {
  const line = fileText.split('\n').findLastIndex((text) => new RegExp(`^\\s*(export\\s+)?${name}\\s*=`).test(text))
  return line === -1 ? '' : says.envLine(line + 1)
}
