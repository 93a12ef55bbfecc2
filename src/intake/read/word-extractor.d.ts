/** What is used of word-extractor, which carries no types of its own. */
declare module 'word-extractor' {
  export default class WordExtractor {
    extract(bytes: Buffer): Promise<{ getBody(options?: { filterUnicode?: boolean }): string }>
  }
}
