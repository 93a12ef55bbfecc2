/** What is used of word-extractor, which carries no types of its own. */
declare module 'word-extractor/lib/word-ole-extractor.js' {
  export default class WordOleExtractor {
    extract(reader: { read(into: Buffer, offset: number, length: number, position: number): Promise<Buffer> }): Promise<unknown>
    /** After extract(): the text in order as it is stored, before marks are taken out; its first `ccpText` letters are the body. */
    readonly _pieces: readonly { readonly text: string }[]
    readonly _boundaries: { readonly ccpText?: number }
  }
}
