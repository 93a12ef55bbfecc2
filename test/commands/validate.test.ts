import { expect, it } from 'vitest'
import { validate } from '../../src/commands/validate.ts'
import { casesYaml, planText, planYaml, soundFolder } from '../knowledge/folder.ts'

function run(knowledgeDir: string, ...args: string[]) {
  const lines: string[] = []
  const code = validate(args, { knowledgeDir, write: (line) => lines.push(line) })
  return { code, lines, text: lines.join('\n') }
}

it('shows what each plan knows', () => {
  const { code, lines } = run(soundFolder())
  expect(code).toBe(0)
  expect(lines).toContainEqual(expect.stringMatching(/^ +song-lam-2025$/))
  expect(lines).toContainEqual(expect.stringMatching(/^Hạn +1$/))
  expect(lines).toContainEqual(expect.stringMatching(/^Câu hỏi thử +1$/))
  expect(lines).toContainEqual(expect.stringMatching(/^Dòng thử ở ngưỡng +2$/))
  expect(lines.at(-1)).toBe('Đúng cả: 1 kế hoạch.')
})

it('counts what waits for a person, and names excerpts', () => {
  const dir = soundFolder({ 'plans/song-lam-2025/plan.md': `${planText}\n[...]\n`, 'plans/song-lam-2025/plan.yml': planYaml.replace('task: Gửi', 'review: pending\n    task: Gửi') })
  const { lines } = run(dir)
  expect(lines).toContainEqual(expect.stringMatching(/^Mục chờ cán bộ duyệt +1$/))
  expect(lines).toContain('Chỉ có trích đoạn văn bản: song-lam-2025.')
})

it('says file, line, what is wrong and how to mend it, and fails', () => {
  const dir = soundFolder({ 'plans/song-lam-2025/plan.yml': planYaml.replace('year: 2025', 'yaer: 2025') })
  const { code, lines } = run('/khong/co', '--knowledge', dir)
  expect(code).toBe(1)
  expect(lines).toContain(`${dir}/plans/song-lam-2025/plan.yml:5: Tệp có khóa lạ: "yaer". Sửa lỗi gõ hoặc bỏ khóa này; các khóa dùng được có trong knowledge/README.md.`)
  expect(lines.at(-1)).toBe('Có 2 chỗ cần sửa. Cách viết từng mục: knowledge/README.md.')
})

it('draws a check for the plan’s owner', () => {
  const { code, text } = run(soundFolder({ 'plans/song-lam-2025/plan.yml': planYaml.replace('ask: Xã hay phường?', 'ask: "Xã hay \\"phường\\" <mới>?"') }), '--flow=sl25-xa')
  expect(code).toBe(0)
  expect(text).toBe(`flowchart TD
  start(["Giấy khen cho xã – xã"])
  start --> q1
  q1["1. Bao nhiêu % hộ?"]
  q1 -->|"đạt: từ 90 %"| q2
  q1 -->|"không đạt"| no
  q2["2. Xã hay #34;phường#34; #60;mới#62;?"]
  q2 --> w3
  w3{"Chỉ hỏi tiếp nếu câu 2 trả lời: Xã"}
  w3 -->|"đúng"| q3
  w3 -->|"không"| g1
  q3["3. Mấy %?"]
  q3 -->|"đạt: từ 90 %"| g1
  q3 -->|"không đạt"| g1
  g1{"Cần câu 3 hoặc câu 2"}
  g1 -->|"có"| all
  g1 -->|"không"| no
  all{"Mọi câu đều có trả lời?"}
  all -->|"còn câu không rõ"| unknown
  all -->|"có"| yes
  yes(["Đủ điều kiện"])
  no(["Không đủ điều kiện"])
  unknown(["Chưa chắc chắn: còn câu không rõ"])`)
})

it('names the checks there are where one is not known', () => {
  const { code, lines } = run(soundFolder({ 'plans/song-lam-2025/cases.yml': casesYaml }), '--flow', 'sl')
  expect(code).toBe(1)
  expect(lines).toEqual(['Không có mục kiểm tra "sl". Các mục có:', '  sl25-xa: Giấy khen cho xã'])
})

it('says when there is no plan yet', () => {
  expect(run(soundFolder(), '--knowledge=/khong/co').text).toContain('Không có thư mục này')
})
