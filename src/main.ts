import { isProblem, problem } from './commands/problem.ts'
import { says } from './commands/wording.ts'
import { readConfig } from './config.ts'

/** Picks a command. Each file is imported when it is wanted: an answer must not wait for Telegram's library or Word's. */
async function main(given: readonly string[]): Promise<void> {
  const named = given[0] !== undefined && !given[0].startsWith('-')
  const [name, ...args] = named ? given : ['start', ...given]
  const write = (text: string) => void process.stdout.write(text)
  const io = { input: process.stdin, write }
  const config = readConfig()
  switch (name) {
    case 'start':
      return (await import('./commands/start.ts')).start(args, config, io)
    case 'chat':
      return (await import('./commands/chat.ts')).chat(args, config.KNOWLEDGE_DIR, io)
    case 'ask':
      return (await import('./commands/ask.ts')).ask(args, config.KNOWLEDGE_DIR, io)
    default:
      throw problem(says.unknownCommand(name ?? ''))
  }
}

// A reader that has seen enough ("ask … | head -1") is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${isProblem(error) ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exitCode = 1
})
