import { isProblem, problem } from './commands/problem.ts'
import { says } from './commands/wording.ts'
import { readConfig } from './config.ts'

/** Picks a command and gives its exit code. Each file is imported when it is wanted: an answer must not wait for Telegram's library or Word's. */
async function run([name, ...args]: readonly string[]): Promise<number | void> {
  const write = (text: string) => void process.stdout.write(text)
  const writeLine = (line: string) => write(`${line}\n`)
  const io = { input: process.stdin, write }
  const config = readConfig()
  const knowledgeDir = config.KNOWLEDGE_DIR
  switch (name ?? 'start') {
    case 'start':
      return (await import('./commands/start.ts')).start(args, config, io)
    case 'web':
      return (await import('./commands/start.ts')).start(args, config, io, true)
    case 'chat':
      return (await import('./commands/chat.ts')).chat(args, knowledgeDir, io)
    case 'ask':
      return (await import('./commands/ask.ts')).ask(args, knowledgeDir, io)
    case 'validate':
      return (await import('./commands/validate.ts')).validate(args, { knowledgeDir, write: writeLine })
    case 'explain': {
      const [{ explain }, { readQuestion }] = await Promise.all([import('./commands/explain.ts'), import('./commands/question.ts')])
      const { question, knowledge, today } = readQuestion(args, knowledgeDir)
      return writeLine(explain(question, knowledge, today))
    }
    case 'import':
      return (await import('./commands/import.ts')).importCommand(args, { knowledgeDir })
    case 'review':
      return (await import('./commands/review.ts')).reviewCommand(args, { knowledgeDir })
    case 'bench':
      return (await import('./commands/bench.ts')).bench(args, knowledgeDir, writeLine)
    default:
      throw problem(says.unknownCommand(name ?? ''))
  }
}

// A reader that has seen enough ("ask … | head -1") is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

const given = process.argv.slice(2)
// "npm start -- --today=…" names no command.
run(given[0]?.startsWith('-') ? ['start', ...given] : given).then(
  (code) => (process.exitCode = code ?? 0),
  (error: unknown) => {
    process.stderr.write(`${isProblem(error) ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    process.exitCode = 1
  },
)
