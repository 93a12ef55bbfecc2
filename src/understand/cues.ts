import type { Intent } from './request.ts'

/**
 * Words that tell what kind of answer is wanted. Written with marks; typed without they are recognised all the same.
 * Words in brackets are what is asked about, and must be found in a fact; the others only tell how it is asked.
 * strong: hardly means anything else. fair: usual, but other words may outweigh it. weak: tips the balance.
 */
interface Cues {
  readonly strong?: readonly string[]
  readonly fair?: readonly string[]
  readonly weak?: readonly string[]
}

/** "bao nhiêu người được giấy khen" */
const PRAISED = ['mấy', 'bao nhiêu'].flatMap((count) =>
  ['người', 'đơn vị', 'xã', 'thôn', 'hộ', 'gia đình'].flatMap((who) => ['khen', 'giấy khen', 'bằng khen', 'xét khen'].map((given) => `${count} ${who} được ${given}`)),
)

export const CUES: Readonly<Record<Intent, Cues>> = {
  deadline: {
    strong: [
      'ngày nào là xong', 'ngày nào thì xong', 'ngày nào xong', 'đến ngày nào là xong', 'đến ngày nào thì xong', 'đến ngày nào xong', 'tới ngày nào là xong', 'tới ngày nào xong', 'khi nào xong', 'khi nào thì xong', 'bao giờ xong', 'bao giờ thì xong', 'chừng nào xong', 'ngày tháng năm nào', 'ngày tháng nào', 'chốt sổ', 'khóa sổ', 'chốt hồ sơ', 'hạn nào', 'hạn gì', 'hạn nộp', 'hạn gửi', 'hạn chót', 'hạn cuối', 'hạn chốt', 'thời hạn', 'kỳ hạn', 'đến hạn', 'tới hạn', 'hết hạn', 'quá hạn', 'trễ hạn', 'hạn [báo cáo]', 'hạn [đăng ký]',
      'ngày nào', 'ngày mấy', 'ngày bao nhiêu', 'mùng mấy', 'mồng mấy', 'hôm nào', 'bữa nào', 'muộn nhất', 'chậm nhất', 'trễ nhất', 'trước ngày', 'còn mấy ngày', 'còn bao nhiêu ngày', 'còn bao lâu',
      'mấy ngày nữa', 'mấy bữa nữa', 'mấy bữa', 'ngày mô', 'khi mô', 'bữa mô', 'hôm mô', 'bao giờ hết', 'lỡ hạn', 'bị trễ', 'bị muộn', 'trễ không', 'muộn không', 'đúng hạn không', 'có đúng hạn', 'hợp lệ không', 'thời điểm nào', 'lúc mấy', 'nộp được không', 'còn nộp được', 'còn nộp', 'còn được không', 'còn được nộp', 'còn gửi được', 'bao nhiêu ngày nữa', 'bao lâu nữa', 'mấy hôm nữa', 'khi nào', 'bao giờ', 'lúc nào', 'chừng nào', 'hồi nào', 'còn kịp', 'kịp không', 'có kịp', 'ngày cuối', 'tháng mấy', 'tháng nào', 'quý mấy', 'quý nào', 'deadline', 'hạn là', 'hạn mấy', 'có hạn',
    ],
    fair: ['hạn', 'thời gian', 'xong khi', 'đúng hạn', 'trễ', 'muộn', 'định kỳ', 'mấy ngày', 'lịch', '[báo cáo quý]', '[báo cáo 6 tháng]', '[báo cáo sáu tháng]', '[báo cáo tháng]', '[báo cáo năm]', '[báo cáo đợt]', '[báo cáo định kỳ]'],
    weak: ['ngày', 'xong', 'kịp', 'nộp', 'gửi', 'nhận'],
  },
  upcoming: {
    strong: ['sắp tới', 'sắp đến', 'sắp đến hạn', 'sắp hết hạn', 'sắp tới hạn', 'gần nhất', 'kỳ tiếp theo', 'hạn tiếp theo', 'báo cáo tiếp theo', 'lần tiếp theo', 'mốc tiếp theo', 'kỳ kế tiếp', 'hạn kế tiếp', 'kỳ tới', 'kỳ sau', 'tuần này', 'tuần sau', 'tuần tới', 'tháng này', 'tháng sau', 'tháng tới', 'quý này', 'quý sau', 'quý tới', 'những hạn nào', 'các hạn', 'có hạn nào', 'hạn nào nữa', 'hạn nào sắp', 'hạn nào gần', 'có hạn gì', 'còn hạn gì', 'hạn gì nữa', 'hạn gì sắp', 'còn hạn nào', 'có những hạn nào', 'mốc thời gian', 'các mốc', 'những mốc', 'mốc nào', 'mốc gì', 'có mốc', 'tất cả hạn', 'tất cả các hạn', 'lịch báo cáo'],
    fair: ['kỳ này'],
  },
  period: {
    strong: ['hết khi nào', 'hết lúc nào', 'hết bao giờ', 'còn mấy ngày thì hết', 'còn bao nhiêu ngày thì hết', 'còn mấy ngày là hết', 'còn bao nhiêu ngày là hết', 'còn bao lâu thì hết', 'mấy ngày nữa hết', 'bao nhiêu ngày nữa hết', 'mấy ngày nữa thì hết', 'còn bao nhiêu ngày nữa là hết', 'còn mấy ngày nữa là hết', 'còn bao lâu nữa là hết', 'còn bao nhiêu ngày nữa thì hết', 'còn mấy ngày nữa thì hết', 'còn bao lâu nữa thì hết', 'còn bao nhiêu ngày nữa kết thúc', 'còn mấy ngày nữa kết thúc', 'còn bao lâu nữa kết thúc', 'còn bao nhiêu ngày nữa hết đợt', 'còn mấy ngày nữa hết đợt', 'còn bao lâu nữa hết đợt', 'bao giờ hết đợt', 'khi nào hết đợt', 'kéo dài', 'bắt đầu', 'kết thúc', 'khởi đầu', 'dừng lại', 'bế mạc', 'từ ngày nào đến ngày nào', 'từ ngày nào tới ngày nào', 'từ khi nào tới khi nào', 'tới ngày nào', 'đến ngày nào', 'đến khi nào', 'tới khi nào', 'đến bao giờ', 'tới bao giờ', 'chừng nào hết', 'khi nào hết', 'bao giờ hết', 'hết ngày nào', 'hết hôm nào', 'khi nào kết thúc', 'bao giờ kết thúc', 'kết thúc khi nào', 'kết thúc ngày nào', 'kết thúc bao giờ', 'bắt đầu khi nào', 'bắt đầu ngày nào', 'bắt đầu bao giờ', 'khi nào bắt đầu', 'bao giờ bắt đầu', 'từ bao giờ đến bao giờ', 'từ khi nào', 'từ ngày nào', 'từ bao giờ', 'từ bữa nào', 'từ hôm nào', 'chừng nào', 'bữa nào hết', 'thời gian thi đua', 'thời gian thực hiện', 'mấy đợt', '[chào mừng] sự kiện gì', '[kỷ niệm] sự kiện gì', 'sự kiện gì', 'sự kiện nào', 'ngày lễ nào', '[kỷ niệm] gì', '[kỷ niệm] ngày gì', '[chào mừng] gì', 'bao nhiêu đợt', 'chia làm mấy', 'chia mấy đợt', 'diễn ra', 'từ tháng mấy', 'từ khi nào đến khi nào', 'giai đoạn nào', 'phát động từ', 'bao nhiêu tháng', 'mấy tháng'],
    fair: ['bao lâu', 'đợt nào', 'giai đoạn', 'thời gian'],
  },
  dossier: {
    strong: [
      'thành phần hồ sơ', 'hồ sơ gồm', 'hồ sơ cần', 'hồ sơ bao gồm', 'hồ sơ có những', 'gồm những gì', 'gồm gì', 'gồm những giấy tờ', 'những giấy tờ', 'các giấy tờ', 'cần giấy tờ', 'giấy tờ cần', 'giấy tờ gồm', 'giấy tờ nào', 'giấy tờ thì sao', 'giấy tờ sao', 'cần giấy gì', 'cần những giấy', 'giấy tờ gì', 'giấy gì', 'thủ tục hồ sơ', 'chuẩn bị những gì', 'chuẩn bị gì', 'hồ sơ gì', 'hồ sơ nào', '[mẫu] nào', '[mẫu] số mấy', '[mẫu] số', 'theo [mẫu]', '[biểu mẫu]', 'nộp những gì', 'nộp gì', '[bản sao] gì', 'nộp [bản sao]', 'kèm [bản sao]', '[bản sao] giấy khen', '[bản sao] bằng khen', '[bản sao] danh hiệu', '[bản sao] các', 'kèm theo gì', 'kèm gì', 'phải có gì', 'văn bản gì kèm', 'tài liệu gì', 'trong hồ sơ', 'có cần [biên bản]', 'có cần [tờ trình]', 'có cần [báo cáo]', 'danh mục hồ sơ', 'hồ sơ khen cần', 'hồ sơ khen cần gì', 'hồ sơ khen thưởng cần gì', 'hồ sơ khen thưởng cần', 'hồ sơ đề nghị khen cần', 'hồ sơ đề nghị khen thưởng cần', 'cần giấy', 'nộp thêm gì', 'kèm thêm gì', 'thêm giấy tờ', 'nộp kèm', 'kèm theo', 'loại giấy',
    ],
    fair: ['hồ sơ', 'làm hồ sơ', 'giấy tờ', 'có những gì', 'có gì', 'cần gì', 'cần những gì', 'thủ tục', '[mẫu]', '[tờ trình]', '[biên bản]', '[báo cáo thành tích]', '[danh sách trích ngang]'],
  },
  sets: {
    strong: ['mấy bộ', 'khen mấy bộ', 'khen bao nhiêu bộ', 'khen mấy bản', 'khen bao nhiêu bản', 'nhiều bộ', 'bao nhiêu bộ', 'số bộ', 'số lượng hồ sơ', 'mấy bản', 'bao nhiêu bản', 'bản chính hay', 'bản gốc hay', 'hay bản sao', 'hay bản photo', 'mấy bộ hồ sơ'],
    fair: ['bản chính', 'bản gốc', '[bản sao]', 'bản photo', 'photo', 'phô tô', 'dấu đỏ', 'công chứng', 'chứng thực'],
  },
  addressee: {
    strong: ['bộ phận nào nhận', 'phòng nào nhận', 'đội nào nhận', 'ban nào nhận', 'sở nào nhận', 'bộ phận nào', 'nộp ở đâu', 'nộp đâu', 'ở mô', 'nộp mô', 'gửi mô', 'nộp về đâu', 'nộp cho ai', 'nộp tại đâu', 'nộp vào đâu', 'gửi ở đâu', 'gửi đâu', 'gửi đi đâu', 'nộp đi đâu', 'gửi về đâu', 'gửi cho ai', 'gửi ai', 'gửi đến đâu', 'gửi tới đâu', 'gửi cơ quan nào', 'nộp cơ quan nào', 'về đâu', 'cho ai', 'ai nhận', 'qua đội nào', 'qua phòng nào', 'qua ai', 'qua bộ phận nào', 'gửi qua', 'nơi nhận hồ sơ', 'hay gửi', 'hay nộp', 'gửi thẳng', 'nộp thẳng', 'gửi trực tiếp', 'nộp trực tiếp', 'đâu nhận', 'nộp phòng nào', 'gửi phòng nào', 'nộp cho phòng nào', 'gửi cho phòng nào', 'nộp đội nào', 'gửi đội nào', 'gửi về phòng nào', 'nộp về phòng nào', 'gửi ai', 'gởi ai', 'gởi cho ai', 'gởi đâu', 'hồ sơ phòng nào', 'cơ quan nào nhận', 'đơn vị nào nhận', 'địa chỉ nhận', 'qua đâu', 'nộp lên đâu', 'gửi lên đâu', 'lên đâu', 'báo cáo đi đâu', 'đầu mối nào', 'chỗ nào'],
    fair: ['nộp cho', 'gửi cho', 'ở đâu', 'đến đâu', 'tới đâu', 'nhận hồ sơ', 'nơi nộp', '[nơi nhận]'],
    weak: ['đâu', 'nộp', 'gửi', 'nhận'],
  },
  threshold: {
    strong: ['bao nhiêu phần trăm', 'mấy phần trăm', 'mấy chục phần trăm', 'phần trăm', 'tỷ lệ', 'tỉ lệ', 'chỉ tiêu', 'tối thiểu', 'ít nhất', 'tối đa', 'nhiều nhất', 'mức nào', 'ngưỡng', 'mục tiêu phấn đấu', 'bao nhiêu', 'mấy'],
    fair: ['từ bao nhiêu', 'đạt bao nhiêu', 'phải đạt', 'số lượng', 'trở lên'],
  },
  criteria: {
    strong: ['cần đạt cái gì', 'phải đạt cái gì', 'cần đạt những cái gì', 'đạt cái gì', 'phải làm được gì', 'cần làm được gì', 'phải làm được những gì', 'làm được gì thì', 'tính chất gì', 'tính chất nào', 'tính chất thế nào', 'tiêu chuẩn', 'tiêu chí', 'điều kiện', 'được giấy khen cần', 'được bằng khen cần', 'được khen cần', 'xét thế nào', 'xét như thế nào', 'xét sao', 'khen cần gì', 'khen cần những gì', 'khen thì cần', 'khen phải', 'phải đạt gì', 'cần đạt gì', 'đạt những gì', 'đạt gì', 'yêu cầu gì', 'những yêu cầu', 'cần gì để được', 'cần những gì để', 'cần gì để', 'làm sao để được', 'làm thế nào để được', 'muốn được khen', 'thế nào thì được', 'như thế nào thì được', 'xét khen thưởng như thế nào', '[xếp loại] gì', '[xếp loại] nào', '[loại] gì', '[loại] nào', '[loại] mấy', 'để được khen', 'để được tặng', 'để được xét', 'khi nào thì được khen', 'được khen khi'],
    fair: ['muốn được', 'muốn làm', 'muốn đạt', 'để được', 'phải thế nào', 'phải làm gì', 'cần đạt', 'phải đạt', 'cần có', 'phải có'],
  },
  quota: {
    strong: ['tối đa mấy người', 'tối đa bao nhiêu người', 'tối đa mấy tập thể', 'tối đa bao nhiêu tập thể', 'tối đa mấy cá nhân', 'tối đa bao nhiêu cá nhân', 'được đề nghị mấy', 'được đề nghị bao nhiêu', 'được đề nghị tối đa', 'đề nghị bao nhiêu người', 'đề nghị mấy người', 'bao nhiêu tập thể', 'mấy tập thể', 'bao nhiêu cá nhân', 'mấy cá nhân', 'số lượng khen thưởng', 'số lượng bằng khen', 'số lượng giấy khen', 'bao nhiêu bằng khen', 'mấy bằng khen', 'bao nhiêu giấy khen', 'mấy giấy khen', 'bao nhiêu suất', 'mấy suất', 'chỉ tiêu khen thưởng', 'chỉ tiêu khen', 'dành cho bao nhiêu', 'được khen bao nhiêu', 'khen bao nhiêu', 'khen mấy', 'tặng bao nhiêu', 'tặng mấy', '[phân bổ]', 'số lượng khen', ...PRAISED],
    fair: ['số lượng'],
  },
  award: {
    strong: ['tự ký', 'tự tặng', 'tự khen', 'có được ký', 'ký giấy khen', 'ký bằng khen', 'ai ký giấy khen', 'ai ký bằng khen', 'ai ký khen', 'ai có quyền', 'có quyền quyết định', 'thẩm quyền', 'ai xem xét', 'hình thức khen thưởng', 'hình thức khen', 'hình thức nào', 'khen gì', 'thưởng gì', 'những loại khen', 'loại khen thưởng nào', 'danh hiệu gì', 'ai quyết định', 'ai quyết', 'ai là người quyết định', 'người nào quyết định', '[quyết định] tặng', 'ai ký quyết định khen', 'cấp nào khen', 'ai tặng', 'ai khen', 'được thưởng gì', 'được tặng gì', 'những bằng khen nào', 'giấy khen nào', 'bằng khen nào', 'ai xét', 'cấp nào quyết định', 'ai công nhận', 'do ai công nhận', 'ai đề xuất', 'ai đề nghị', 'cơ quan nào đề xuất', 'cơ quan nào đề nghị', 'đơn vị nào đề xuất', 'ai ký quyết định', 'thẩm quyền', '[thưởng] mấy [triệu]', 'bao nhiêu [tiền]', 'mấy [tiền]', 'mấy triệu', 'bao nhiêu triệu'],
    fair: ['hình thức', 'danh hiệu'],
    weak: ['tặng'],
  },
  route: {
    strong: ['qua ai', 'phải qua', 'gửi thẳng', 'nộp thẳng', 'trình thẳng', 'đi qua những', 'đi qua', 'qua những cơ quan nào', 'qua những đâu', 'gửi qua những', 'nộp qua những', 'qua đâu rồi', 'qua những nơi nào', 'rồi mới tới', 'rồi mới đến', 'qua cơ quan nào', 'tuyến trình', 'trình tự', 'quy trình', 'các bước', 'những bước', 'mấy bước', 'bước nào', 'trình lên', 'đường đi', 'luân chuyển', 'trình qua', 'qua mấy cấp', 'qua những cấp nào', 'lần lượt'],
    fair: ['thủ tục trình', 'qua những'],
  },
  audience: {
    strong: ['có dành cho', 'dành cho tôi', 'dành cho mình', 'dành cho em', 'được miễn', 'miễn cho ai', 'trừ ai', 'trừ những ai', 'cá nhân nào được', 'cá nhân nào thì được', 'tập thể nào được', 'tập thể nào thì được', 'người nào được', 'đơn vị nào được', 'áp dụng cho ai', 'áp dụng với ai', 'áp dụng cho', 'áp dụng đối với', 'đối tượng', 'dành cho ai', 'những ai', 'ai được tham gia', 'ai được xét', 'ai được khen', 'chọn ai', 'chọn những ai', 'diện khen', 'vô diện', 'được tính', 'khen ai', 'khen thưởng ai', 'khen những ai', 'khen cho ai', 'tặng cho ai', 'tặng ai', 'ai tham gia', 'thuộc diện', 'trong diện', 'diện nào', 'diện xét', 'có thuộc', 'thuộc đối tượng', 'có được tham gia', 'có áp dụng', 'được tham gia không', 'ai được', 'ai phải'],
    fair: ['tham gia'],
  },
  duty: {
    strong: ['cấp nào [phân bổ]', 'ai [phân bổ]', 'cơ quan nào [phân bổ]', 'vai trò', 'do ai', 'do cơ quan nào', 'trách nhiệm', 'nhiệm vụ', 'ai [chủ trì]', 'ai [thẩm định]', 'ai phụ trách', 'ai làm', 'ai [tổng hợp]', 'ai [hướng dẫn]', 'ai [đôn đốc]', 'ai [kiểm tra]', 'ai [tuyên truyền]', 'ai [tham mưu]', 'được giao việc gì', 'giao việc gì', 'giao nhiệm vụ gì', 'được giao', 'giao cho', 'ai giao', 'giao việc', 'cơ quan nào', 'đơn vị nào', 'phải làm gì', 'làm gì', 'làm những gì', 'làm việc gì', 'làm những việc', 'những việc gì', 'việc của', 'phần việc', 'lo cái gì', 'lo những gì', 'làm bước gì', 'nhận gì',  'được giao gì', 'phân công', '[chủ trì]', 'là cơ quan nào', '[tiêu chuẩn] do ai', '[tiêu chí] do ai', 'do ai [quy định]', 'ai [quy định]', 'do ai [bố trí]', 'do ai [trình]', 'có nhiệm vụ gì', 'nhận những gì', 'lo việc gì', 'phòng nào', 'ban nào', 'sở nào'],
    fair: ['phụ trách', 'ai', 'là ai', 'làm việc', 'lo'],
  },
  basis: {
    strong: ['chỉ thị mấy', 'quyết định mấy', 'nghị định mấy', 'thông tư mấy', 'kết luận mấy', 'nghị quyết mấy', 'công văn mấy', 'hướng dẫn mấy', 'căn cứ', 'căn cứ ban hành', 'cơ sở ban hành', 'cơ sở pháp lý', 'theo văn bản nào', 'văn bản nào', 'theo quyết định nào', 'bám theo', 'dựa theo', 'làm theo văn bản', 'làm theo nghị định', 'làm theo quyết định', 'theo kế hoạch số', 'theo kh số', 'theo quyết định số', 'theo điều nào', 'điều mấy', 'điều nào', 'khoản mấy', 'khoản nào', 'điều khoản nào', 'theo luật nào', 'dựa vào', 'dựa trên', 'theo thông tư nào', 'theo nghị định nào', 'quyết định số', 'thông tư số', 'nghị định số', 'nghị định nào', 'thông tư nào', 'quyết định nào', 'theo hướng dẫn nào', 'hướng dẫn số', 'luật nào', 'pháp lý'],
    fair: ['thông tư', 'nghị định', 'quyết định', 'theo quy định nào', 'công văn', 'chỉ thị', 'kết luận', 'nghị quyết'],
  },
  identity: {
    strong: ['ban hành ngày tháng năm nào', 'ký ngày tháng năm nào', 'ai ký', 'người ký', 'ký ngày', 'ai ban hành', 'ban hành', 'số mấy', 'số hiệu', 'số kế hoạch', 'kế hoạch số mấy', 'số bao nhiêu', 'ký tên', 'cơ quan nào ban hành', 'ra ngày nào', 'ngày ký', 'tên đầy đủ', 'tên kế hoạch', 'ai phát động', 'do ai ban hành', 'do ai ký', 'do ai phát động', 'do cơ quan nào ban hành', 'của nơi nào', 'của tỉnh nào', 'của huyện nào', 'của địa phương nào', 'của cơ quan nào', 'chức vụ người ký', 'tên gì', 'tên là gì', 'họ tên', 'giữ chức', 'chức gì', 'chức vụ gì', 'ký là ai', 'là người ký', 'ký kế hoạch', 'nào ký', 'ký ngày nào', 'ký ngày mấy', 'ban hành tháng mấy', 'ký tháng mấy', 'ra tháng mấy', 'ký khi nào', 'ký hôm nào', 'ban hành ngày nào', 'ban hành khi nào', 'ra khi nào', 'ban hành ngày mấy'],
    fair: ['ký', '[phát động]'],
  },
  statement: {
    strong: [
      'thì mới được khen không', 'mới được khen không', 'thì mới được xét không', 'mới được xét không', 'thì mới được khen', 'thì mới được xét', 'nêu rõ những gì', 'nêu rõ gì', 'nêu những gì', 'phải nêu', '[khẩu hiệu]', '[chủ đề]', '[kinh phí]', '[ngân sách]', '[tiền thưởng]', '[mức thưởng]', 'lấy [tiền]', '[tiền] lấy', '[tiền] ở đâu', '[tiền] đâu', '[thường trực]', '[nguồn kinh phí]', '[mục đích] gì', '[nội dung] gì', 'những [nội dung] gì', '[mục tiêu] gì', '[yêu cầu] gì', 'quy định gì', 'có [bắt buộc]', '[bắt buộc]',
      'mấy [lần]', 'bao nhiêu [lần]', '[nơi nhận] nào', 'những [nơi nhận]', 'xử lý sao', 'xử lý thế nào', 'xử lý như thế nào', 'phải làm thế nào', '[phạm vi] nào', '[phạm vi]', '[nơi nhận] kế hoạch', '[nơi nhận] của', '[nơi nhận] gồm những ai', '[nơi nhận] gồm ai', 'kế hoạch gửi những [nơi]', 'kế hoạch gửi [nơi]', 'kế hoạch gửi cho', 'gửi cho những [nơi] nào [nhận]', '[kinh phí] lấy từ đâu', 'lấy từ đâu',
    ],
    fair: ['[mục đích]', '[mục tiêu]', '[nội dung]', '[yêu cầu]', '[tiền]', 'vì sao', 'tại sao', 'thì sao', 'để làm gì', 'được không', 'có được', 'có phải', 'phải không', 'có cần', 'có'],
    weak: ['không'],
  },
  mention: {
    strong: ['nói gì về', 'nói gì đến', 'nói gì tới', 'có nói gì', 'có nói về', 'có nói đến', 'nói thế nào về', 'nói sao về', 'nhắc gì đến', 'nhắc đến', 'nhắc tới', 'có nhắc', 'đề cập', 'nêu gì về', 'nêu thế nào về', 'viết gì về', 'ghi gì về', 'ghi thế nào về', 'quy định gì về', 'quy định thế nào về', 'quy định sao về', 'yêu cầu gì về', 'có đoạn nào', 'đoạn nào nói', 'chỗ nào nói', 'mục nào nói'],
  },
  check: {
    strong: [
      'có được khen', 'kiểm tra chỉ tiêu', 'tự chấm chỉ tiêu', 'chấm chỉ tiêu', 'kiểm tra xem', 'đủ điều kiện', 'đủ tiêu chuẩn', 'đủ đk', 'đủ điều kiện không', 'đủ điều kiện chưa', 'đủ tiêu chuẩn không', 'đủ tiêu chuẩn chưa', 'đủ đk không', 'có được khen không', 'có được khen thưởng không', 'có được giấy khen không', 'có được bằng khen không', 'có được xét không', 'có được xét khen không', 'được giấy khen không', 'được bằng khen không', 'được khen không', 'được khen thưởng không', 'được khen chưa', 'có đạt không', 'có đạt tiêu chuẩn', 'có đủ điều kiện', 'có đủ tiêu chuẩn', 'đã đủ điều kiện', 'kiểm tra điều kiện', 'kiểm tra tiêu chuẩn', 'tự đánh giá', 'tự kiểm tra', 'xem có được khen', 'có được nhận giấy khen', 'có được nhận bằng khen', 'nhận giấy khen không', 'nhận bằng khen không', 'có được tặng', 'có đủ đk', 'đạt điều kiện không', 'đạt tiêu chuẩn không', 'đạt chưa', 'được xét giấy khen không', 'được xét bằng khen không', 'được đề nghị khen không', 'có xứng đáng', 'đủ đk chưa', 'kiểm tra giúp', 'kiểm tra hộ', 'có được chọn', 'được chọn không', 'được chọn chưa', 'có được làm điển hình', 'được làm điển hình không', 'được chọn làm điển hình', 'có được đề nghị',
    ],
    fair: ['có được không', 'đủ chưa', 'có đủ'],
  },
  plans: {
    strong: ['những kế hoạch nào', 'các kế hoạch', 'danh sách kế hoạch', 'có kế hoạch nào', 'mấy kế hoạch', 'bao nhiêu kế hoạch', 'kế hoạch gì', 'kế hoạch nào', 'có những địa phương nào', 'những địa phương nào', 'địa phương nào có kế hoạch', 'tỉnh nào có kế hoạch', 'nơi nào có kế hoạch', 'huyện nào có kế hoạch', 'những huyện nào', 'những tỉnh nào', 'văn bản nào có ở đây'],
  },
  help: {
    strong: ['trợ giúp', 'giúp tôi với', 'hướng dẫn sử dụng', 'cách dùng', 'dùng thế nào', 'dùng như thế nào', 'sử dụng thế nào', 'bạn là ai', 'bot là gì', 'bạn làm được gì', 'hỏi được gì', 'hỏi gì được', 'giúp được gì', 'làm được gì', 'làm được những gì', 'giúp được những gì', 'help', 'menu'],
  },
  greeting: { strong: ['xin chào', 'chào bạn', 'chào em', 'chào anh', 'chào chị', 'chào ad', 'hello', 'hi bot', 'alo', 'a lô'], fair: ['chào'] },
  thanks: { strong: ['cảm ơn', 'cám ơn', 'thank', 'thanks', 'tks', 'thank you'] },
}

/** Phrases that hold a cue and are none: "ký" in "đăng ký". */
export const DECOYS = ['du lịch', 'đăng ký', 'định kỳ', 'ký giao ước', 'ký kết', 'bộ công an', 'bộ tiêu chí', 'nội bộ', 'cán bộ', 'đảng bộ', 'tiến bộ', 'phòng nội vụ', 'ban chỉ đạo', 'người có', 'hội đồng', 'ban thi đua', 'công nhận', 'ghi nhận', 'xác nhận', 'tiếp nhận', 'giao thông', 'chào mừng', 'kiểm tra việc', 'mỗi tháng mấy', 'một tháng mấy', '1 tháng mấy', 'hàng tháng mấy', 'hằng tháng mấy', 'mỗi quý mấy', 'mỗi ngày mấy', 'mỗi năm mấy tháng'] as const

/** Grammar, politeness and verbs that carry nothing, syllable by syllable: they say nothing of what is asked. */
export const STOP: readonly string[] = `
  của ở là thì và hay hoặc mà với cho về tại trong trên dưới này đó kia ấy các những một có được không phải cần bị do bởi để vào ra lên
  từ đến tới khi nếu như thế vậy rồi chưa ạ dạ vâng nhé nha nhỉ hả à ơi ừ ư ad bot anh chị em bạn mình tôi tui tớ ông bà cô chú bác bên
  xin hỏi vui lòng biết muốn gì nào ai đâu sao mấy bao nhiêu cái sẽ đã đang còn cũng rất thật quá lắm đi lại nữa nêu nói hãy ok thôi luôn
  vẫn nên thưa kính cụ nhờ đều theo mọi giờ nay mang đem cầm chắc làm từng thêm gồm việc vụ nhớ nghe thấy nghĩ tính
  viết rõ điều đặt chỗ liệu giùm dùm xem tìm tra kiểu phía vì tức lúc hồi bữa hôm chuyện cứ đây
  đấy vừa xong hết nhất trước sau ngoài nhau khác sai rứa hè hỉ hí hen nghen hông hong hổng dậy dzậy răng tê dịp nhắc nhằm mai chuyển bắt liệu nè nhể hử hen nghen dợ dza hôn khum hem đó ý
`
  .trim()
  .split(/\s+/)

/** Words that say nothing by themselves and much beside another: "mới" in "nông thôn mới", "sáng" in "sáng kiến". */
export const LIGHT: readonly string[] = `
  mới sáng chiều trưa tối dùng lấy đưa kịp tiếp cuối đầu hiểu sắp dạng nhận giúp tự chung riêng đúng cùng nói bảo tính chọn cho phép mang lên báo gọi thực tế cụ thể
  lần loại mức xét đặt kèm quy định chính thức tổng cộng tất cả toàn mô chi ni quên ghi họp sếp bua bữa
  kể thẳng khối nằm diện á ta nghĩa ví dụ ngắn gọn đầy chi tiết rành lưu đang gấp ngay lập tức liền
  luôn hoài mãi suốt đồn bè dành vướng thắc mắc băn khoăn phân giải đáp vấn trả lời nhắn tin check coi ngó kiếm giở
`
  .trim()
  .split(/\s+/)
