import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { parseEnv } from 'node:util'
import * as z from 'zod'
import { problem } from './commands/problem.ts'
import { says } from './commands/wording.ts'

const wholeNumber = (least: number, most: number) => {
  const says = `phải là một số từ ${least} đến ${most}`
  return z.string().regex(/^\d{1,9}$/, says).transform(Number).refine((value) => value >= least && value <= most, says)
}
/** 0 takes a free one. */
const portNumber = wholeNumber(0, 65535)

/** An address, a range, or a name for one that proxy-addr knows. */
function isProxy(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true
  const [address = '', bits, ...more] = text.split('/')
  const version = isIP(address)
  return version !== 0 && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)))
}

/** The only reader of the environment. A value set outside wins over the same line in .env; an empty one counts as not set. */
const settings = z.object({
  /** Never printed, not even when it is wrong. */
  BOT_TOKEN: z.string().regex(/^\d+:[\w-]+$/, 'phải là chuỗi BotFather đã cấp, dạng 123456789:AA…').optional(),
  TELEGRAM_API_ROOT: z.url({ protocol: /^https?$/, error: 'phải là một địa chỉ http:// hoặc https://' }).default('https://api.telegram.org'),
  /** Relative to where the program was started. */
  KNOWLEDGE_DIR: z.string().default(join(import.meta.dirname, '..', 'knowledge')).transform((path) => resolve(path)),
  /** Where what has to outlive a restart is kept; made where it is missing. */
  DATA_DIR: z.string().default('data').transform((path) => resolve(path)),
  /** A PostgreSQL server in place of the file under DATA_DIR. Never printed: it holds a password. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'phải là một địa chỉ postgres://…' }).optional(),
  RETENTION_DAYS: wholeNumber(1, 3650).default(365),
  /** Telegram's numbers of the people who may see the statistics. */
  ADMIN_IDS: z.string().default('').transform((list) => list.split(/[\s,;]+/).filter((one) => one !== '')).refine((list) => list.every((one) => /^\d{1,15}$/.test(one)), 'phải là các số Telegram của quản trị viên, cách nhau bằng dấu phẩy').transform((list) => list.map(Number)),
  /** Most messages a second that this process sends. */
  SEND_PER_SECOND: wholeNumber(1, 10_000).default(28),
  /** What Telegram reaches this program under; where set, updates come by webhook and not by polling. */
  WEBHOOK_URL: z.url({ protocol: /^https?$/, error: 'phải là một địa chỉ https:// mà Telegram gọi tới được' }).transform((url) => url.replace(/\/+$/, '')).optional(),
  WEBHOOK_HOST: z.string().default('127.0.0.1'),
  WEBHOOK_PORT: portNumber.default(8081),
  METRICS_HOST: z.string().default('127.0.0.1'),
  METRICS_PORT: portNumber.optional(),
  /** A proxy on the way to Telegram; "http://user:password@host:3128" too. Never printed. */
  HTTPS_PROXY: z.url({ protocol: /^https?$/, error: 'phải là một địa chỉ http:// hoặc https://' }).optional(),
  /** The page is served where this is set, or where `web` is started. 0 takes a free port. */
  WEB_PORT: portNumber.optional(),
  /** This machine alone, unless somebody says otherwise. */
  WEB_HOST: z.string().default('127.0.0.1'),
  /** Signs cookies. Never printed. */
  WEB_SECRET: z.string().min(32, 'cần ít nhất 32 ký tự; bỏ trống thì chương trình tự tạo').optional(),
  WEB_BASE_PATH: z.string().default('').transform((path) => path.replace(/\/+$/, '')).refine((path) => path === '' || /^\/[\w.~/-]+$/.test(path), 'phải là một đường dẫn như /so-tay'),
  TRUST_PROXY: z.string().default('').transform((list) => list.split(',').map((one) => one.trim()).filter((one) => one !== '')).refine((list) => list.every(isProxy), 'phải là địa chỉ IP, dải địa chỉ (10.0.0.0/8) hoặc loopback, cách nhau bằng dấu phẩy'),
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
