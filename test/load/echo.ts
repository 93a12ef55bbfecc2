import { createServer } from 'node:http'
import { Telegraf } from 'telegraf'

/** A bare telegraf bot that echoes, by webhook: what there is to be measured beside. `echo.ts ROOT PORT` */
const [root = '', port = ''] = process.argv.slice(2)
const bot = new Telegraf('1:echo', { telegram: { apiRoot: root, webhookReply: false } })
bot.on('text', (context) => context.reply(context.message.text))
const callback = bot.webhookCallback('/hook')
createServer((request, response) => void callback(request, response)).listen(Number(port), '127.0.0.1', () => process.stdout.write('ready\n'))
