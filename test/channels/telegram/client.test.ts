import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createApi } from '../../../src/channels/telegram/client.ts'

describe('a call of the Bot API', () => {
  const open: Socket[] = []
  const server = createServer((socket) => void open.push(socket.on('error', () => undefined)))
  afterEach(() => {
    for (const socket of open.splice(0)) socket.destroy()
    server.close()
  })

  it.each(['directly', 'through a proxy'])('ends when it is no longer wanted, though the other side never lets it in: %s', async (way) => {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const silent = `127.0.0.1:${(server.address() as AddressInfo).port}`
    const api = way === 'directly' ? createApi('1:x', `https://${silent}`) : createApi('1:x', 'https://api.example', `http://${silent}`)
    const unwanted = new AbortController()
    const call = api('getMe', {}, unwanted.signal)
    const ended = expect(call).rejects.toThrow(/^getMe at https:.*: no longer wanted$/)
    await once(server, 'connection')
    unwanted.abort(new Error('no longer wanted'))
    await ended
  })
})
