import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk of two megabytes of its own. */
export interface SmallDisk {
  readonly dir: string
  /** Not one byte is left. */
  readonly fill: () => void
  readonly free: () => void
  /** Everything can be read, nothing written. */
  readonly lock: () => void
  readonly unlock: () => void
  readonly remove: () => void
}

/** Undefined where this machine lets nobody mount: that takes root, and a container that allows it. */
export function smallDisk(): SmallDisk | undefined {
  const dir = mkdtempSync(join(tmpdir(), 'small-disk-'))
  const mount = (...args: string[]) => execFileSync('mount', args, { stdio: 'ignore' })
  try {
    mount('-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', dir)
  } catch {
    rmSync(dir, { recursive: true })
    return undefined
  }
  const filler = join(dir, 'filler')
  return {
    dir,
    fill() {
      const file = openSync(filler, 'a')
      try {
        for (const piece of [65_536, 512, 1].map((size) => Buffer.alloc(size))) fillWith(file, piece)
      } finally {
        closeSync(file)
      }
    },
    free: () => rmSync(filler),
    lock: () => void mount('-o', 'remount,ro', dir),
    unlock: () => void mount('-o', 'remount,rw', dir),
    remove() {
      execFileSync('umount', ['-l', dir], { stdio: 'ignore' })
      rmSync(dir, { recursive: true })
    },
  }
}

function fillWith(file: number, piece: Buffer): void {
  for (;;) {
    try {
      writeSync(file, piece)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return
      throw error
    }
  }
}
