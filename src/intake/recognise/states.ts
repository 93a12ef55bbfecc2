import type { Paper } from '../../knowledge/types.ts'

/** Whether the original, a copy or a file is asked for: "(bản chính)", "bản sao có chứng thực", "bản photo", "file pdf". */
export function stateOf(said: string): Paper['state'] {
  // "Đơn đề nghị cấp bản sao từ sổ gốc": what is applied for, not what is handed in.
  const text = said.replace(/(?:cấp|xin|yêu cầu) (?:lại )?bản (?:sao|chính)/giu, '')
  if (/(?:bản sao|bản chụp|photo|sao y)[^;.]{0,60}(?:chứng thực|công chứng)|chứng thực từ bản chính|sao y(?: bản chính)?/iu.test(text)) return 'certified-copy'
  if (/bản (?:chính|gốc)/iu.test(text) && !/đối chiếu/iu.test(text)) return 'original'
  if (/bản (?:sao|chụp)|photo/iu.test(text)) return 'copy'
  if (/\bpdf\b|bản (?:mềm|điện tử|scan)|file|tệp tin/iu.test(text)) return 'pdf'
  return undefined
}
