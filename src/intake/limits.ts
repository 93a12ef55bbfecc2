/** What one upload may cost. A file beyond these is refused in words; nothing of it is kept. */
export const LIMITS = {
  /** Of the file as it comes. */
  fileBytes: 20 * 1024 * 1024,
  /** Of one part of a zip when unpacked, and of all parts that are read: a zip bomb stops here. */
  unpackedBytes: 64 * 1024 * 1024,
  /** Of the text taken out of it: ten times the longest law. */
  textLength: 4_000_000,
  pages: 600,
  /** Of the worker that reads and analyses. */
  milliseconds: 60_000,
  heapMegabytes: 768,
  /** Growth of the whole process while the worker runs; buffers lie outside the heap limit. */
  residentMegabytes: 1_500,
} as const
