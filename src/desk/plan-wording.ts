import { formatNumber } from '../language/format.ts'

/** What administrators are told while they bring a plan in and look through what was read of it. */
export const PLAN = {
  notForYou: 'Nhập kế hoạch từ tệp là việc của quản trị viên bot nên tôi không mở tệp này. Anh/chị cần tra cứu gì, xin cứ gõ câu hỏi.',
  inPrivate: 'Mời anh/chị gửi tệp này trong cuộc trò chuyện riêng với bot để nhập kế hoạch.',
  unnamed: 'tệp không tên',
  reading: (name: string, bytes: number) => `Đã nhận “${name}” (${sizeOf(bytes)}). Đang đọc…`,
  tooBig: (name: string, bytes: number) => `“${name}” nặng ${sizeOf(bytes)}; Telegram chỉ giao cho bot tệp đến 20 MB. Mời anh/chị gửi bản nhẹ hơn, ví dụ tệp Word thay cho bản chụp.`,
  notFetched: 'Chưa tải được tệp từ Telegram. Mời anh/chị gửi lại sau ít phút.',
  notGiven: 'Telegram không giao tệp này cho bot. Mời anh/chị gửi lại tệp.',
  failed: 'Có trục trặc khi đọc tệp này, chưa ghi gì. Người cài đặt xem nhật ký để biết lý do.',
  refused: (name: string, reason: string) => `Không nhập được “${name}”: ${lowered(reason)}`,
  notWritten: (reason: string) => `Chưa ghi được: ${reason}. Mời anh/chị thử lại khi thư mục kiến thức ghi được.`,
  notUsable: (problem: string) => `Đã đọc được tệp nhưng bot không dùng được kế hoạch này nên không ghi: ${problem}`,
  imported: 'Đã nhập thành kế hoạch nháp. Hỏi được ngay; câu trả lời ghi rõ là trích tự động, chưa được cán bộ kiểm tra. Gõ /duyet để mở lại phần kiểm tra lúc khác.',
  doubts: 'Cần xem kỹ:',
  andMore: (count: number) => `… và ${count} mục nữa`,
  known: (title: string) => `Kế hoạch này đã có: ${title}.`,
  same: 'Tệp không có gì khác bản đang có.',
  differs: 'So với bản đang có (+ mới, - không còn, ~ khác):',
  otherText: 'Toàn văn khác bản đang có',
  write: 'Ghi các thay đổi',
  dontWrite: 'Thôi, giữ bản cũ',
  updated: 'Đã ghi các thay đổi. Mục mới là nháp, chưa được kiểm tra.',
  leftAsIs: 'Đã giữ bản cũ, không ghi gì.',
  oldFile: 'Nút này thuộc về lần gửi trước. Mời anh/chị gửi lại tệp.',
  walk: (left: number) => `▶️ Xem từng mục (${left})`,
  scrap: '🗑 Bỏ cả kế hoạch này',
  scrapNamed: (name: string) => `🗑 Bỏ ${name}`,
  walkNamed: (name: string, left: number) => `▶️ ${name} (${left})`,
  drafts: 'Kế hoạch có mục chưa kiểm tra:',
  noDrafts: 'Mọi mục của mọi kế hoạch đều đã được kiểm tra. Gửi tệp Word hoặc PDF vào đây để nhập kế hoạch mới.',
  draft: (title: string, left: number) => `${title}: ${left} mục`,
  card: (kind: string, left: number) => `${kind} – còn ${left} mục chưa kiểm tra`,
  accept: '✅ Nhận',
  correct: '✏️ Sửa',
  drop: '🗑 Bỏ',
  later: '⏸ Để sau',
  back: '↩️ Quay lại',
  accepted: '✅ Đã nhận mục vừa rồi.',
  droppedFact: '🗑 Đã bỏ mục vừa rồi.',
  corrected: '✏️ Đã sửa; xem lại rồi bấm Nhận.',
  postponed: '⏸ Mục vừa rồi để sau.',
  decidedAlready: 'Mục ấy đã được xử lý rồi.',
  whichField: 'Sửa phần nào?',
  nothingToCorrect: 'Mục này chỉ sửa được trong tệp plan.yml.',
  newValue: (label: string, shown: string) => `${label} đang là “${shown}”. Mời anh/chị gõ giá trị đúng.`,
  newValueHow: 'Gõ /huy để thôi.',
  newDueHow: 'Ví dụ: trước ngày 05/11/2026. Gõ /huy để thôi.',
  unreadable: 'Chưa đọc được giá trị này. Mời anh/chị gõ lại.',
  breaks: (reason: string) => `Giữ nguyên như cũ, vì sửa vậy thì kế hoạch có lỗi: ${reason}`,
  broken: (reason: string) => `Tệp plan.yml của kế hoạch này đang có lỗi, cần sửa trước: ${reason}`,
  goneDraft: 'Kế hoạch này không còn nữa.',
  finished: (title: string) => `Đã kiểm tra hết các mục của kế hoạch: ${title}.`,
  endOfRound: (left: number) => `Đã xem hết một lượt; còn ${left} mục để sau.`,
  sure: (title: string, reviewed: number) => `Bỏ cả kế hoạch “${title}”?${reviewed > 0 ? ` Trong đó có ${reviewed} mục đã được kiểm tra.` : ''} Bot sẽ thôi trả lời từ kế hoạch này.`,
  yesScrap: '🗑 Bỏ hẳn',
  noScrap: 'Không, giữ lại',
  scrapped: (title: string, folder: string) => `Đã bỏ kế hoạch “${title}”. Bản lưu nằm ở thư mục plans/${folder}, phòng khi cần lại.`,
  notDraft: 'Kế hoạch này đã kiểm tra xong nên không bỏ được ở đây; muốn bỏ thì xóa thư mục của nó.',
} as const

function sizeOf(bytes: number): string {
  const megabytes = bytes / 1024 / 1024
  return megabytes >= 1 ? `${formatNumber(Math.round(megabytes * 10) / 10)} MB` : `${formatNumber(Math.max(1, Math.round(bytes / 1024)))} KB`
}

/** A sentence that goes on behind a colon; "PDF" and the like stay. */
function lowered(sentence: string): string {
  return /^\p{Lu}\p{Ll}|^\p{Lu} /u.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence
}
