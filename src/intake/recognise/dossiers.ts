import type { Passage } from '../passages.ts'
import { addresseeFor } from './addressee.ts'
import { sourceIn, type Found, type Setting } from './found.ts'
import { paperRows } from './paper-tables.ts'
import { papersAfter, papersIn, type PaperRow } from './papers.ts'
import { isRow } from './rows.ts'
import { setsOf } from './sets.ts'

/**
 * Dossiers: a heading or sentence that opens a list of papers, with its sets and where it goes.
 * "3. Hồ sơ, thủ tục khen thưởng", "c) Hồ sơ đề nghị khen thưởng:", "* Thành phần hồ sơ", "Hồ sơ gồm: Tờ trình; báo cáo …",
 * "Thành phần hồ sơ bao gồm:", "3. Hồ sơ đề nghị gồm" over a table (paper-tables.ts), "1. Hồ sơ đề nghị tặng Giấy khen, gồm có:".
 * Not: "Thẩm định hồ sơ" (a duty), "hồ sơ lưu trữ đầy đủ" (a criterion), "V. ĐỐI TƯỢNG, TIÊU CHUẨN VÀ HỒ SƠ" (a chapter of several).
 */
const ABOUT = /hồ sơ|thành phần (?:hồ sơ|giấy tờ)|giấy tờ (?:phải|cần) (?:nộp|có)/iu
const INLINE = /(?:hồ sơ|giấy tờ|thành phần)[^.;:]{0,140}?(?:gồm có|bao gồm|gồm)(?: có| các loại giấy tờ| các tài liệu)?(?: sau(?: đây)?)?:? ?(?=\S)|^hồ sơ (?:đề nghị|đăng ký|xét|khen|trình|công nhận|dự)[^.;:]{0,140}: ?(?=(?:tờ trình|báo cáo|biên bản|danh sách|đơn |bản |giấy |văn bản)[^:]*[,;])/iu
const DUTY = /^(?:thẩm định|tiếp nhận|hướng dẫn|tổng hợp|kiểm tra|chủ trì|phối hợp|lập hồ sơ|xét|rà soát|lưu|quản lý)/iu
/** Papers that are kept, or checked by the office, and not handed in. */
const KEPT = /hồ sơ[^.;:]{0,40}(?:được )?(?:bảo quản|lưu trữ|lưu giữ|lưu tại|quản lý tại)|(?:kiểm tra|đối chiếu|thẩm định)[^.;:]{0,60}hồ sơ\s*[:.]?$/iu
const LONGEST_HEADING = 240
/** How far above a row its opening paragraph may stand, and how many rows a dossier may have. */
const NEAR = 30
const MOST = 60

type Block = { readonly opener: Passage; readonly papers: { row: PaperRow; at: Passage }[] }

export function readDossiers(setting: Setting): Found<'dossiers'>[] {
  const blocks = blocksOf(setting.passages)
  return blocks.map((block) => dossierOf(block, blocks, setting))
}

/** Each row of papers goes with the nearest opener above it. */
function blocksOf(passages: readonly Passage[]): Block[] {
  const blocks = new Map<Passage, Block>()
  const put = (opener: Passage, rows: readonly PaperRow[], at: Passage) => {
    if (rows.length === 0) return
    const block = blocks.get(opener) ?? { opener, papers: [] }
    if (block.papers.length < MOST) block.papers.push(...rows.map((row) => ({ row, at })))
    blocks.set(opener, block)
  }
  const tables = paperRows(passages)
  for (const passage of passages) {
    if (passage.zone === 'head') continue
    if (isRow(passage)) {
      const [row, opener] = [tables.get(passage), openerOf(passage)]
      if (row && opener) put(opener, [row], passage)
      continue
    }
    const inline = INLINE.exec(passage.text)
    if (inline && !DUTY.test(passage.text) && !KEPT.test(passage.text)) put(passage, papersAfter(passage, inline.index + inline[0].length), passage)
    const opener = openerOf(passage)
    // "Trình tự thực hiện" tells what is done with papers, not which they are.
    if (opener && !/trinh tu (?:thuc hien|giai quyet)/.test(passage.above)) put(opener, papersIn(passage), passage)
  }
  return [...blocks.values()].filter((block) => block.papers.length > 1 || /hồ sơ|giấy tờ/iu.test(block.opener.text))
}

/** The nearest passage above, or paragraph before it on the same level, that speaks of a dossier and opens a list. */
function openerOf(passage: Passage): Passage | undefined {
  for (let at: Passage | undefined = passage; at?.parent; at = at.parent) {
    const before = at.beside.slice(Math.max(0, at.place - NEAR), at.place).findLast((one) => opens(one) && one.children.length === 0 && one.label === '')
    if (before) return before
    if (opens(at.parent)) return at.parent
    if (at.parent.text.length > LONGEST_HEADING || isAnotherTopic(at.parent)) return undefined
  }
  return undefined
}

const opens = (passage: Passage) => !isRow(passage) && passage.text.length <= LONGEST_HEADING && !/^số (?:lượng|bộ)/iu.test(passage.text) && ABOUT.test(passage.text) && !DUTY.test(passage.text) && !KEPT.test(passage.text) && !isChapter(passage)

/** A heading over several subjects of which papers are one: its own clauses say which. */
function isChapter(passage: Passage): boolean {
  return passage.children.slice(0, 100).some((child) => ABOUT.test(child.heading) && child.children.length > 0 && child.text.length < LONGEST_HEADING)
}

const isAnotherTopic = (passage: Passage) => /^(?:tiêu chuẩn|đối tượng|nội dung|mục tiêu|chỉ tiêu|tổ chức thực hiện|thời gian|kinh phí|nguyên tắc|trách nhiệm)/iu.test(passage.text)

function dossierOf({ opener, papers }: Block, blocks: readonly Block[], setting: Setting): Found<'dossiers'> {
  const scope = scopeOf(opener, blocks, setting.passages)
  const stated = scope.flatMap(setsOf)
  // "Bước 2: … gửi 01 bộ hồ sơ về Sở" stands before the list of papers.
  const above = opener.beside.slice(Math.max(0, opener.place - NEAR), opener.place).filter((one) => /bộ hồ sơ|hồ sơ \(?\d+ bộ/iu.test(one.text))
  const sets = (stated.length > 0 ? stated : above.flatMap(setsOf)).map((row, at) => ({ id: `so-bo-${at + 1}`, ...row }))
  const handsIn = (passage: Passage) => passage.zone === 'body' && /(?:gửi|nộp)[^.;]{0,80}(?:về|đến|tại|cho|tới) /iu.test(passage.text) && /hồ sơ/iu.test(passage.text)
  // In the sheet of a procedure the place stands under "Trình tự thực hiện", before the papers.
  const sending = scope.find(handsIn) ?? setting.passages.find((passage) => handsIn(passage) && /(?:cách thức|trình tự)/iu.test(passage.parent?.text ?? ''))
  const addressee = sending ? addresseeFor(sending.text, 0, sending.text.length, 0) : {}
  const name = nameOf(opener)
  return {
    fact: { name, papers: papers.map(({ row }, at) => ({ id: `giay-to-${at + 1}`, ...row })), ...(sets.length > 0 ? { sets } : {}), ...addressee, source: sourceIn(opener, opener.text.length <= LONGEST_HEADING ? opener.text : (papers[0]?.row.source.quote ?? opener.text)) },
    name,
    at: opener,
  }
}

/** The opener, what stands below it, and its neighbours that speak of the same dossier: "d) Số lượng hồ sơ: 02 bộ". */
function scopeOf(opener: Passage, blocks: readonly Block[], passages: readonly Passage[]): Passage[] {
  const isUnder = (passage: Passage, top: Passage): boolean => passage === top || (passage.parent !== undefined && isUnder(passage.parent, top))
  const below = passages.filter((passage) => isUnder(passage, opener))
  const siblings = opener.beside
  const others = blocks.map((block) => block.opener).filter((one) => one !== opener)
  const after = siblings.slice(opener.place + 1, opener.place + 1 + NEAR)
  const until = after.findIndex((one) => others.some((other) => isUnder(other, one)))
  const near = after.slice(0, until < 0 ? after.length : until).filter((one) => /số lượng|số bộ|hồ sơ|nơi (?:nhận|nộp)|thời (?:gian|hạn)|lập thành|\d (?:\([^)]*\) )?bộ/iu.test(one.text.slice(0, 160)))
  const found = [...below, ...near.flatMap((one) => passages.filter((passage) => isUnder(passage, one)))]
  return found.filter((passage) => !others.some((other) => isUnder(passage, other) && !isUnder(opener, other)))
}

function nameOf(opener: Passage): string {
  for (let at: Passage | undefined = opener; at; at = at.parent) {
    const heading = at.text.slice(0, /[:;]|\.(?:\s|$)|,? (?:gồm|bao gồm|như sau)/u.exec(at.text)?.index ?? at.text.length).trim()
    if (/hồ sơ/iu.test(heading) && heading.length >= 8 && heading.length < 160) return sentenceCase(heading)
  }
  return 'Hồ sơ'
}

const sentenceCase = (text: string) => (/\p{Ll}/u.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text.charAt(0) + text.slice(1).toLowerCase())
