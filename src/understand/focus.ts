import type { Focus, Word } from './request.ts'

/** What the question word asks after: "mấy BỘ", "bao nhiêu phần trăm HỘ DÂN", "HỘI TRƯỜNG nào". A fact that knows nothing of it is no answer. */

const MOST = 2
/** What facts of many kinds are called by: it narrows nothing. */
const ANYTHING: ReadonlySet<string> = new Set(['ngay', 'thang', 'cai', 'viec', 'thu', 'ai', 'nguoi', 'noi', 'cho', 'loai', 'muc', 'lan', 'han', 'don vi', 'co quan', 'van ban', 'giay to', 'dieu kien', 'noi dung', 'phan tram', 'dia phuong', 'ban nganh', 'chi tieu', 'tieu chuan', 'tieu chi', 'xep loai', 'ke hoach', 'so', 'ho so', 'giay', 'dot', 'doi tuong', 'truong hop', 'bao nhieu', 'moc', 'buoc', 'hinh thuc', 'yeu cau', 'cap', 'thoi gian', 'quy dinh', 'su kien', 'tap the', 'ca nhan', 'doi', 'phong', 'ban', 'cap nao', 'giai doan', 'dip', 'cach', 'tinh chat', 'nguyen tac', 'ket qua', 'thanh tich', 'doi nao', 'bua', 'hom', 'khi', 'luc', 'the', 'nhu the', 'nhung', 'den', 'toi', 'la', 'suat', 'chuc', 'gio', 'giai', 'tam', 'cau', 'giao', 'nop', 'gui', 'lam'])

/** @param isContent true for a word that may name a thing. */
export function findFocus(words: readonly Word[], isContent: (index: number) => boolean): Focus[] {
  const run = (start: number, step: 1 | -1): number[] => {
    const at: number[] = []
    for (let i = start; at.length < MOST && words[i] && isContent(i); i += step) at.push(i)
    return step === 1 ? at : at.reverse()
  }
  const found = words.flatMap((word, index): Focus[] => {
    // "đạt khá giỏi bao nhiêu phần trăm": nothing behind it, the thing stands before
    if (isShare(words, index) && !isContent(afterPercent(words, index + 1, isContent))) return [{ counted: true, at: run(index - (word.folded === 'nhieu' ? 2 : 1), -1) }]
    if (word.key === 'mây1' || (word.folded === 'nhieu' && words[index - 1]?.folded === 'bao')) return [{ counted: true, at: run(afterPercent(words, index + 1, isContent), 1) }]
    // "phần trăm khá giỏi", with no "bao nhiêu" before it
    if (word.folded === 'phan' && words[index + 1]?.folded === 'tram' && !['nhieu', 'may', 'chuc'].includes(words[index - 1]?.folded ?? '') && !/^\d{1,3}$/.test(words[index - 1]?.key ?? '')) return [{ counted: true, at: run(skipped(index + 2, isContent), 1) }]
    if (word.key === 'nao2' || word.key === 'gi2') return [{ counted: false, at: run(index - 1, -1) }]
    return []
  })
  const isAnything = (index: number | undefined) => ANYTHING.has(words[index ?? -1]?.folded ?? '')
  return found.filter(({ at, counted }) => at.length > 0 && !isAnything(counted ? at[0] : at.at(-1)) && !ANYTHING.has(at.map((index) => words[index]?.folded).join(' ')) && !(at.length === 1 && ANYTHING.has(words[at[0] as number]?.folded ?? '')))
}

/** "bao nhiêu % số hộ dân" counts households, not per cent. */
function afterPercent(words: readonly Word[], index: number, isContent: (index: number) => boolean): number {
  let at = index
  if (words[at]?.folded === 'chuc') at++
  if (words[at]?.folded === 'phan' && words[at + 1]?.folded === 'tram') at = skipped(at + 2, isContent)
  return words[at]?.folded === 'so' ? at + 1 : at
}

function isShare(words: readonly Word[], index: number): boolean {
  const word = words[index]
  return (word?.key === 'mây1' || (word?.folded === 'nhieu' && words[index - 1]?.folded === 'bao')) && words[index + 1]?.folded === 'phan' && words[index + 2]?.folded === 'tram'
}

/** "mấy phần trăm phải khá giỏi": grammar between the share and what it is a share of. */
function skipped(index: number, isContent: (index: number) => boolean): number {
  return isContent(index) ? index : isContent(index + 1) ? index + 1 : index
}
