/** Where a text's numbered part ends and what comes after it begins. */

const CLOSING = /^(?:Trên đây là|Nơi nhận|Căn cứ (?:vào )?(?:nội dung )?(?:kế hoạch|quyết định|thông báo|hướng dẫn|công văn) (?:này|trên)(?!\p{L}))/iu
const CLOSING_SLASH = /\.\s?\/\s?\.?$/
const SIGNATURE = /^(?:TM|KT|TL|TUQ|Q)\.\s?\p{Lu}{2}/u
const KIND_OF_TEXT = /^(?:KẾ HOẠCH|QUYẾT ĐỊNH|QUY CHẾ|QUY ĐỊNH|HƯỚNG DẪN|THÔNG BÁO|CHƯƠNG TRÌNH|ĐỀ ÁN|THÔNG TƯ|NGHỊ ĐỊNH|NGHỊ QUYẾT|CHỈ THỊ|CÔNG VĂN|BÁO CÁO|LUẬT|ĐIỀU LỆ)(?=[\s:.]*$)/u
const ATTACHED = /^(QUY CHẾ|QUY ĐỊNH|KẾ HOẠCH|CHƯƠNG TRÌNH|ĐỀ ÁN|HƯỚNG DẪN|ĐIỀU LỆ|THỂ LỆ|PHƯƠNG ÁN|QUY TRÌNH|BỘ TIÊU CHÍ)(?=\s|[.:]|$)[^\p{Ll}]*$/u

/** An unlabelled line that opens the closing part: "Trên đây là …", "Nơi nhận:", a signature, a last sentence with "./.". */
export function opensTail(text: string): boolean {
  return CLOSING.test(text) || SIGNATURE.test(text) || CLOSING_SLASH.test(text.slice(-6))
}

/** From here on only a division or a further text follows: recipients and signatures. */
export function isSignatory(text: string): boolean {
  return /^Nơi nhận/i.test(text) || SIGNATURE.test(text)
}

/** "KẾ HOẠCH" on a line of its own: a title follows. */
export function isKindOfText(text: string): boolean {
  return KIND_OF_TEXT.test(text)
}

/** "QUY CHẾ", "CHƯƠNG TRÌNH HÀNH ĐỘNG CỦA …" behind a signature: the text that the first one brings in force, named "Quy chế"; undefined for any other line. */
export function attachedText(text: string): string | undefined {
  const kind = ATTACHED.exec(text)?.[1]
  return kind && kind.charAt(0) + kind.slice(1).toLowerCase()
}
