import { describe, expect, it } from 'vitest'
import { isNegativelyPut, readUnknown, readYesNo } from '../../src/language/replies.ts'

const QUESTION = 'Trong thời gian gần nhất đã có 01 sáng kiến được Chủ tịch UBND thị xã công nhận chưa?'
const read = (text: string, question = QUESTION) => readYesNo(text, question)

describe('yes', () => {
  it.each(['rồi', 'roi', 'dạ có', 'co a', 'ok', 'uh', 'đạt', 'đúng', 'yes', 'Dạ rồi ạ', 'có rồi', 'đã có', 'vâng', 'Vâng ạ!', 'ừ', 'dung roi', 'dung vay a', 'chuẩn', 'đủ cả', 'được rồi', 'co r', 'đã có sáng kiến', 'có 1 sáng kiến được công nhận', 'chắc chắn có', 'rồi, có rồi ạ', 'tôi đã có', 'toi da co', 'chung toi co', 'chúng em đã có ạ', 'em có ạ', 'đc', 'OK.'])('%s', (text) => {
    expect(read(text)).toEqual({ value: true })
  })
})

describe('no', () => {
  it.each(['chưa', 'ko', 'k', 'hok', 'không có', 'chưa đạt', 'khong', 'chua a', 'dạ chưa ạ', 'hông', 'hong co', 'không ạ', 'chưa được', 'không đúng', 'sai', 'no', 'chưa có sáng kiến nào', 'không, chưa có', 'em chưa có', 'chua co sang kien', 'ko co a', 'chưa hoàn thành'])('%s', (text) => {
    expect(read(text)).toEqual({ value: false })
  })
})

describe('a plain yes or no that goes on', () => {
  const open = 'Đơn vị có tích cực tham gia các phong trào thi đua, đã đăng ký từ đầu năm chưa?'
  it.each(['có, lập từ tháng 1', 'co tham gia nhiet tinh', 'có mô hình trồng hồng cho thu nhập cao', 'co, trong dot nay bat 2 vu trom', 'có chứ', 'có, nuôi cá tầm', 'có, năm nào cũng tham gia đủ', 'roi nhe, co giay chung nhan', 'có đăng ký nhưng ko nhớ ngày', 'da dang ky', 'xã em có rồi', 'phòng có đủ kế hoạch', 'tich cuc'])('yes: %s', (text) => {
    expect(read(text, open)).toEqual({ value: true })
  })
  it.each(['chưa được công nhận nhưng đang làm hồ sơ', 'chưa, đang xin', 'không, bận quá', 'chua, nam nay chua ai xuong danh gia'])('no: %s', (text) => {
    expect(read(text, open)).toEqual({ value: false })
  })
  it.each(['rồi nhưng thiếu 1 đợt', 'chưa đủ lắm', 'không hiệu quả lắm', 'có, loại khá', 'có, cấp xã thôi', 'có năm trước', 'không những có mà còn vượt', 'không tham gia nhưng có góp tiền', 'có lẽ tham gia rồi'])('neither: %s', (text) => {
    const reading = read(text, open)
    expect(reading === undefined || 'unclear' in reading, JSON.stringify(reading)).toBe(true)
  })
  it.each(['không rõ nữa, công ty ít vụ việc', 'khong ro, cong ty it vu viec', 'chưa rõ, để hỏi lại', 'khong chac, de hoi lai sep', 'cũng không biết nữa, huyện chưa nói'])('not known: %s', (text) => {
    expect(read(text, open)).toEqual({ unknown: true })
  })
  it.each(['cũng có, ai nhờ gì mình cũng giúp', 'co, hang xom can gi toi giup lien', 'co chu, truong cap 2 cong lap ma', 'roi, duoc cong nhan hoi thang 6', 'có, cuối năm sở đánh giá tốt', 'co, cac thon khac cung hoc theo'])('yes with a story: %s', (text) => {
    expect(read(text, open)).toEqual({ value: true })
  })
  it.each(['khong dam noi', 'khong tien noi', 'khong thieu', 'không, có mấy người cãi nhau'])('no plain no: %s', (text) => {
    const reading = read(text, open)
    expect(reading === undefined || 'unclear' in reading, JSON.stringify(reading)).toBe(true)
  })
  it.each(['có, thế nộp ở đâu', 'rồi, hồ sơ mấy bộ'])('a question: %s', (text) => {
    expect(read(text, open)).toBeUndefined()
  })
  it('tells a figure apart where one is asked for', () => {
    expect(read('có 2 cái', 'Đơn vị có từ 3 mô hình trở lên không?')).toEqual({ unclear: 'words' })
  })
})

describe('not known', () => {
  it.each(['không rõ', 'ko biết', 'chưa biết', 'hông nhớ', '?', '??', 'ko bít', 'chưa chắc', 'không chắc chắn lắm', 'khong ro', 'em không rõ ạ', 'quên rồi', 'chịu', 'bỏ qua', 'không có số liệu', 'chưa nắm được', 'chưa rõ lắm'])('%s', (text) => {
    expect(readUnknown(text)).toEqual({ unknown: true })
    expect(read(text)).toEqual({ unknown: true })
  })
  it.each(['không', 'chưa có', 'biết', 'rõ ràng là có', 'không phải là không biết', 'không rõ hạn nộp khi nào?'])('not: %s', (text) => {
    expect(readUnknown(text)).toBeUndefined()
  })
})

describe('asked again rather than guessed', () => {
  it.each([
    ['không phải là không có', 'two-sided'],
    ['không, có', 'two-sided'],
    ['chắc là có', 'hedged'],
    ['có lẽ có', 'hedged'],
    ['hình như rồi', 'hedged'],
    ['co le co', 'hedged'],
    ['có thể có', 'hedged'],
    ['có nhưng chưa được duyệt', 'words'],
    ['đạt 95%', 'words'],
    ['2 năm', 'words'],
    ['dung', 'words'],
  ])('%s', (text, unclear) => {
    expect(read(text)).toEqual({ unclear })
  })
})

describe('no reply at all', () => {
  it.each(['hạn nộp khi nào?', 'nop o dau', 'có mấy bộ hồ sơ', 'có phải nộp bản chính', 'đạt không', 'có, không', 'có chưa', 'được không ạ', 'chưa đạt thì sao', 'không đạt thì làm lại được không', 'hồ sơ gồm những gì', 'ai ký', 'Bắc Quang', '', '!!!', '😀', 'ok?'])('%s', (text) => {
    expect(read(text)).toBeUndefined()
  })
})

describe('a question put negatively', () => {
  const negative = 'Trong đơn vị không có cá nhân nào bị kỷ luật từ khiển trách trở lên, đúng không?'
  it('is told from an open one', () => {
    expect(isNegativelyPut(negative)).toBe(true)
    expect(isNegativelyPut('Không thuộc lực lượng Công an nhân dân?')).toBe(true)
    expect(isNegativelyPut('Có cá nhân nào bị kỷ luật không ạ?')).toBe(false)
    expect(isNegativelyPut('Đã có kế hoạch chưa?')).toBe(false)
    expect(isNegativelyPut('Đơn vị hoàn thành tốt nhiệm vụ, đúng không?')).toBe(false)
  })
  it.each([
    ['đúng', { value: true }],
    ['vâng ạ', { value: true }],
    ['không đúng', { value: false }],
    ['sai', { value: false }],
    ['không', { unclear: 'negative' }],
    ['không có', { unclear: 'negative' }],
    ['có', { unclear: 'negative' }],
    ['không có ai bị kỷ luật', { unclear: 'negative' }],
    ['không phải', { unclear: 'negative' }],
    ['không rõ', { unknown: true }],
  ])('%s', (text, reading) => {
    expect(read(text, negative)).toEqual(reading)
  })
  it('takes "không có ai" for no where it is asked openly', () => {
    expect(read('không có ai bị kỷ luật', 'Có ai bị kỷ luật không?')).toEqual({ value: false })
    expect(read('có ạ', 'Có ai bị kỷ luật không?')).toEqual({ value: true })
  })
})
