/** What the commands themselves say, about switches, settings and files. Answers are worded in answer/. */

export const COMMANDS: readonly (readonly [name: string, says: string])[] = [
  ['start', 'chạy bot Telegram, hoặc mở hội thoại ngay tại đây khi chưa có BOT_TOKEN (mặc định)'],
  ['chat', 'hội thoại trong cửa sổ dòng lệnh; --jsonl để chương trình khác dùng'],
  ['ask', 'hỏi một câu; --json, --batch để chương trình khác dùng'],
  ['import', 'đưa một tệp Word, PDF hoặc văn bản thành kế hoạch nháp'],
  ['review', 'duyệt những gì đã đọc được từ tệp đưa vào'],
  ['validate', 'kiểm tra thư mục kiến thức'],
  ['explain', 'cho xem từng bước xử lý một câu hỏi'],
  ['bench', 'đo chất lượng và tốc độ'],
  ['web', 'mở trang web trên máy của cơ quan'],
]

const list = COMMANDS.map(([name, says]) => `  ${name.padEnd(9)} ${says}`).join('\n')

export const says = {
  unknownCommand: (name: string) => `Không có lệnh “${name}”. Các lệnh dùng được:\n${list}`,
  unknownSwitch: (name: string) => `Không có tùy chọn “${name}” ở lệnh này.`,
  switchWantsValue: (name: string) => `Tùy chọn “${name}” cần một giá trị, ví dụ ${name}=…`,
  switchTakesNoValue: (name: string) => `Tùy chọn “${name}” không nhận giá trị.`,
  badDay: (value: string) => `Ngày “${value}” không đúng: hãy viết như 2024-10-30 (năm-tháng-ngày).`,
  noQuestion: 'Hãy viết câu hỏi trong dấu ngoặc kép, ví dụ: npm run ask -- "hạn nộp hồ sơ bắc quang".',
  badSetting: (name: string, where: string, wanted: string) => `Cài đặt ${name}${where} không đúng: ${wanted}.`,
  envLine: (line: number) => ` (tệp .env, dòng ${line})`,
  badEnvFile: (reason: string) => `Không đọc được tệp .env: ${reason}.`,
  badLine: {
    json: 'Dòng này không phải là một đối tượng JSON.',
    question: 'Thiếu "question": câu hỏi, dạng chữ.',
    today: '"today" phải là một ngày viết như 2024-10-30.',
    chat: 'Thiếu "chat": tên cuộc hội thoại, dạng chữ.',
    turn: 'Cần đúng một trong hai: "text" hoặc "press", dạng chữ.',
  },
  unknownBench: 'Cách dùng: npm run bench -- retrieval FILE [--json], turns, load [--updates=N] [--quick], faults [ROUNDS], web',
  plansLeftOut: (ids: readonly string[], lines: readonly string[]) => `CHÚ Ý: kế hoạch ${ids.join(', ')} có lỗi nên bị để ngoài, chương trình KHÔNG trả lời từ đó cho đến khi được sửa:\n${lines.join('\n')}\nSửa theo các dòng trên, rồi chạy "npm run validate" để kiểm tra lại.`,
  howToConnect: 'Để dùng trên Telegram: tạo bot với @BotFather, ghi BOT_TOKEN=… vào tệp .env rồi chạy lại npm start.',
  running: (name: string) => `Bot @${name} đang chạy. Nhấn Ctrl-C để dừng.`,
  webRunning: (address: string, hereOnly: boolean) => `Trang web: ${address}${hereOnly ? ' (chỉ máy này mở được; đặt WEB_HOST=0.0.0.0 để cả mạng nội bộ cùng dùng)' : ''}. Nhấn Ctrl-C để dừng.`,
  webRefused: (host: string, port: number, code: string) => `Không mở được trang web ở ${host}, cổng ${port} (${code}). Hãy đổi WEB_PORT hoặc WEB_HOST${code === 'EADDRINUSE' ? ': cổng này đang có chương trình khác dùng' : ''}.`,
  secretNotKept: (path: string, code: string) => `Không giữ được khóa ký của trang web ở ${path} (${code}). Hãy cho phép ghi vào thư mục này, hoặc đặt WEB_SECRET.`,
  secretTooShort: (path: string) => `Khóa ký trong ${path} quá ngắn. Hãy xóa tệp này để chương trình tạo khóa mới.`,
  storeAway: (where: string, reason: string) => `Chưa dùng được nơi lưu dữ liệu ${where}: ${reason}. Chương trình vẫn chờ và tự chạy tiếp khi dùng lại được; nhấn Ctrl-C để dừng.`,
  dataRefused: (dir: string, reason: string) => `Không dùng được thư mục dữ liệu ${dir} (cài đặt DATA_DIR): ${reason}.`,
  storeOpened: 'Nơi lưu dữ liệu đã dùng lại được.',
  storeReasons: [
    [/ENOSPC|SQLITE_FULL|IOERR|disk is full|53100/i, 'hết chỗ trên đĩa (hoặc đĩa hỏng)'],
    [/EROFS|EACCES|EPERM|READONLY|CANTOPEN|unable to open|readonly/i, 'không được phép ghi vào đây'],
    [/ENOTDIR|EEXIST/, 'đây không phải là một thư mục'],
    [/ECONN|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|timeout|terminated|57P0/i, 'máy chủ không trả lời'],
    [/28P01|28000|authentication/i, 'tên hoặc mật khẩu không đúng'],
    [/3D000/, 'chưa có cơ sở dữ liệu này trên máy chủ'],
  ] satisfies readonly (readonly [RegExp, string])[],
  webhookRefused: (host: string, port: number, code: string) => `Không mở được cổng chờ Telegram ở ${host}, cổng ${port} (${code}). Hãy đổi WEBHOOK_PORT hoặc WEBHOOK_HOST.`,
  metricsRefused: (host: string, port: number, code: string) => `Không mở được cổng số đo ở ${host}, cổng ${port} (${code}). Hãy đổi METRICS_PORT hoặc METRICS_HOST.`,
  stopping: 'Đang dừng: hoàn tất các câu trả lời dở dang…',
  tokenRefused: (code: number) => `Telegram không nhận BOT_TOKEN (mã ${code}). Hãy chép lại mã @BotFather đã cấp vào tệp .env${code === 404 ? ', và xem lại TELEGRAM_API_ROOT nếu có đặt' : ''}.`,
} as const
