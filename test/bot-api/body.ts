import type { IncomingMessage } from 'node:http'

/** The fields of a call, however they came: in the address, as JSON, as a form, or as an upload. */
export async function readFields(request: IncomingMessage, url: URL): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks)
  const type = request.headers['content-type'] ?? ''
  const fromUrl = Object.fromEntries(url.searchParams)
  if (body.length === 0) return fromUrl
  if (type.startsWith('application/json')) {
    const value: unknown = JSON.parse(body.toString('utf8'))
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('Bad Request: an object expected')
    return { ...fromUrl, ...value }
  }
  if (type.startsWith('multipart/form-data') || type.startsWith('application/x-www-form-urlencoded')) {
    // The platform's own reader of forms and uploads.
    const form = await new Response(body, { headers: { 'content-type': type } }).formData()
    return { ...fromUrl, ...Object.fromEntries(form) }
  }
  throw new Error(`Bad Request: content type ${type}`)
}
