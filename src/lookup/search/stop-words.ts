/**
 * Words that ask or bind and tell nothing of the matter: they are no terms of their own, but beside a word that does tell
 * something they make a pair ("được khen").
 */
export const STOP_WORDS = `
  ai gì nào mấy bao nhiêu lâu giờ sao đâu thế vậy chăng
  là và của các những một cho có được không thì mà với này đó kia ấy đây
  khi để từ trong về theo như hay hoặc bị do tại ra sẽ phải cần thể đã đang ở đến nếu vì
  hỏi xin muốn biết ạ dạ vâng nhé nhỉ ơi à tôi mình em
`
  .trim()
  .split(/\s+/)

/** Ways of asking, so that they are read right in a question typed without marks even where no document has them. */
export const ASKING: readonly string[] = [
  'là gì, là ai, gồm những gì, bao gồm những gì, có những gì, cái gì, điều gì, việc gì, làm gì, cần gì, hạn gì',
  'như thế nào, thế nào, ra sao, làm sao, tại sao, vì sao, thì sao, thế còn',
  'khi nào, lúc nào, bao giờ, ngày nào, ngày mấy, tháng nào, năm nào, nơi nào, ở đâu, về đâu, gửi đâu, nộp ở đâu',
  'bao nhiêu, bao lâu, mấy bộ, mấy ngày, mấy người, mấy cái, mấy bản, còn mấy ngày, bao nhiêu bộ, bao nhiêu ngày, bao nhiêu người',
  'cho ai, những ai, do ai, của ai, ai ký, ai duyệt, ai quyết định',
  'có được không, có phải không, phải không, đúng không, được không, có cần không, hay không, có không',
  'cho hỏi, xin hỏi, muốn hỏi, cho tôi biết, tôi muốn, tôi có, xin cảm ơn, với ạ, vậy ạ, dạ vâng',
].flatMap((row) => row.split(', '))
