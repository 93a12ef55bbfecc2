import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import { connect, type AddressInfo, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { createServer as createTlsServer } from 'node:tls'
import { generate } from 'selfsigned'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startBotApi, type BotApi } from '../../bot-api/server.ts'
import { person } from '../../bot-api/world.ts'
import { startProgram } from '../../program.ts'

/** The started bot behind an office's proxy: the Bot API speaks TLS, and is reached through CONNECT alone. */

let api: BotApi
let root: string
let certificate: string
const servers: Server[] = []
const portOf = (server: Server) => (server.address() as AddressInfo).port
const listening = (server: Server) => {
  servers.push(server)
  return new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
}

beforeAll(async () => {
  api = await startBotApi()
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }], { extensions: [{ name: 'basicConstraints', cA: true }, { name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }] })
  certificate = join(mkdtempSync(join(tmpdir(), 'so-tay-proxy-')), 'ca.pem')
  writeFileSync(certificate, cert)
  const tls = createTlsServer({ key, cert }, (socket) => joined(socket, Number(new URL(api.root).port)))
  await listening(tls)
  root = `https://localhost:${portOf(tls)}`
})
afterAll(async () => {
  for (const server of servers) server.close()
  await api.stop()
})

function joined(one: Duplex, port: number): void {
  const other = connect(port, '127.0.0.1')
  one.on('error', () => other.destroy())
  other.on('error', () => one.destroy())
  one.pipe(other).pipe(one)
}

/** A proxy that opens the way to whom it knows, and tells who knocked. */
async function startProxy(user: string) {
  const asked: string[] = []
  const proxy = createServer()
  proxy.on('connect', (request: IncomingMessage, socket: Duplex) => {
    socket.on('error', () => undefined)
    asked.push(request.url ?? '')
    if (request.headers['proxy-authorization'] !== `Basic ${Buffer.from(user).toString('base64')}`) return void socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n')
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
    joined(socket, Number(request.url?.split(':')[1]))
  })
  await listening(proxy)
  return { asked, address: `127.0.0.1:${portOf(proxy)}` }
}

const start = (proxy: string) =>
  startProgram({ args: ['--today', '2024-10-30'], env: { BOT_TOKEN: api.token, TELEGRAM_API_ROOT: root, HTTPS_PROXY: proxy, NODE_EXTRA_CA_CERTS: certificate } })

it('reaches Telegram through the proxy, with its name and password', async () => {
  const proxy = await startProxy('van-phong:mat-khau')
  const program = start(`http://van-phong:mat-khau@${proxy.address}`)
  await program.says('đang chạy')
  const { user, chat } = person(1)
  api.text(user, chat, 'hạn nộp hồ sơ bắc quang')
  expect((await api.next('sendMessage')).message.text).toContain('05/11/2024')
  expect(new Set(proxy.asked)).toEqual(new Set([new URL(root).host]))
  program.kill('SIGTERM')
  expect(await program.ended).toBe(0)
})

it('waits for a proxy that lets nobody through, and writes its password nowhere', async () => {
  const proxy = await startProxy('van-phong:khac')
  const program = start(`http://van-phong:mat-khau@${proxy.address}`)
  await program.complains('Telegram not ready')
  program.kill('SIGTERM')
  expect(await program.ended).toBe(0)
  expect(program.stdout + program.stderr).not.toContain('mat-khau')
})
