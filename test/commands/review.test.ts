import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { reviewPlan } from '../../src/commands/review.ts'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import { folderWith } from '../knowledge/folder.ts'

const ID = 'song-lam-2026'
const text = `KẾ HOẠCH

Phát động phong trào thi đua huyện Sông Lam năm 2026

I. CHỈ TIÊU

1. Có ít nhất 90% số hộ dân được tuyên truyền.

2. Hồ sơ gồm Tờ trình và Báo cáo thành tích, lập 02 bộ.

3. Các xã gửi hồ sơ trước ngày 05/11/2026 về Công an huyện.

Trên đây là Kế hoạch./.
`
const yaml = `# Văn phòng huyện giữ tệp này.
id: song-lam-2026
title: Phong trào thi đua huyện Sông Lam năm 2026
issuer: UBND huyện Sông Lam
place:   { name: huyện Sông Lam, aliases: [sl] }   # tên đủ
year: 2026

deadlines:
  # Cần xem: có đúng năm không?
  - id: nop-ho-so
    task: Gửi hồ sơ
    to: Công an huyện
    due: { before: 2026-11-05 }
    source: { clause: I.3, quote: "Các xã gửi hồ sơ trước ngày 05/11/2026 về Công an huyện." }
    review: pending

dossiers:
  - id: ho-so
    name: Hồ sơ khen thưởng
    papers:
      - { id: to-trinh, name: Tờ trình, source: { clause: I.2, quote: Tờ trình }, review: pending }
      - { id: bao-cao, name: Báo cáo thành tích, source: { clause: I.2, quote: Báo cáo thành tích }, review: pending }
    deadline: nop-ho-so
    source: { clause: I.2, quote: "Hồ sơ gồm Tờ trình và Báo cáo thành tích, lập 02 bộ." }
    review: pending

thresholds:
  - id: tuyen-truyen
    metric: hộ dân được tuyên truyền
    comparison: at_least
    value: 90
    unit: '%'
    ask: Bao nhiêu % hộ dân được tuyên truyền?
    source: { clause: I.1, quote: "Có ít nhất 90% số hộ dân được tuyên truyền." }
    review: pending

checks:
  - id: sl26
    title: Chỉ tiêu của xã
    subject: { kind: tap-the, name: xã }
    criteria: []
    targets: [tuyen-truyen]
    source: { clause: I.1, quote: "Có ít nhất 90% số hộ dân được tuyên truyền." }
    open_ended: Tiêu chuẩn được trích tự động, chưa được cán bộ kiểm tra; kết quả chỉ để tham khảo.
    review: pending
`

/** Types these lines one after another; the end of them is the end of the input. */
async function sitting(typed: readonly string[], start = yaml, args: readonly string[] = [ID, '--by', 'Hà Thị Mơ']) {
  const dir = folderWith({ [`plans/${ID}/plan.md`]: text, [`plans/${ID}/plan.yml`]: start })
  const left = [...typed]
  const shown: string[] = []
  const code = await reviewPlan([...args], { knowledgeDir: dir, write: (line) => shown.push(line), read: (prompt) => (shown.push(prompt), Promise.resolve(left.shift())) })
  return { code, shown: shown.join('\n'), yaml: readFileSync(join(dir, 'plans', ID, 'plan.yml'), 'utf8'), load: () => loadKnowledge(dir).plans[0] }
}
const MARK = /"Hà Thị Mơ, \d{4}-\d\d-\d\d"/

describe('a person goes through the pending facts', () => {
  test('seeing clause, quote and fact; accepting changes nothing but the mark', async () => {
    const { code, shown, yaml: after } = await sitting(['a', 'd'])
    expect(code).toBe(0)
    expect(shown).toContain('Phong trào thi đua huyện Sông Lam năm 2026: 4 mục chưa kiểm tra.')
    expect(shown).toContain('[1/4] Thời hạn · mục I, khoản 3\n  “Các xã gửi hồ sơ trước ngày 05/11/2026 về Công an huyện.”\n  ! Cần xem: có đúng năm không?\n    Việc: Gửi hồ sơ\n    Gửi đâu: Công an huyện\n    Hạn: trước ngày 05/11/2026')
    expect(shown).toMatch(/Đã xem 1 mục; còn 3 mục chưa kiểm tra\.$/)
    const [mark] = MARK.exec(after) ?? []
    expect(after).toBe(yaml.replace('review: pending', `review: ${mark}`))
  })

  test('a dossier is one with its papers', async () => {
    const { shown, load } = await sitting(['a', 'A', 'd'])
    expect(shown).toContain('    Giấy tờ: \n      - Tờ trình\n      - Báo cáo thành tích')
    expect(load()?.dossiers[0]?.papers.map((paper) => paper.review)).toEqual([expect.stringMatching(/^Hà Thị Mơ/), expect.stringMatching(/^Hà Thị Mơ/)])
  })

  test('when all is accepted nothing is left, and a check no longer says that nobody has looked at it', async () => {
    const { shown, yaml: after, load } = await sitting(['a', 'a', 'a', 'a'])
    expect(shown).toMatch(/Đã xem 4 mục; còn 0 mục chưa kiểm tra\.$/)
    expect(after).not.toMatch(/pending|open_ended/)
    expect(load()?.checks[0]?.id).toBe('sl26')
    const again = await sitting([], after)
    expect(again).toMatchObject({ code: 0, shown: 'Mọi mục đều đã được kiểm tra.' })
  })

  test('correcting a day, a number, a word, with what cannot be read left as it was', async () => {
    const { shown, load, yaml: after } = await sitting(['s', '3', 'hôm nào cũng được 99/99', '3', 'chậm nhất 10/11/2026', '3', 'chậm nhất 5/11', '1', 'Nộp hồ sơ', '', 'a', 'a', 's', '3', '92,5', '', 'a', 'd'])
    expect(shown).toContain('  Chưa đọc được giá trị này; giữ nguyên giá trị cũ. Ví dụ hạn: trước ngày 05/11/2026.')
    expect(shown).toContain('  Giữ nguyên như cũ: Hạn ghi 10/11/2026 nhưng câu trích ghi ngày 05/11/2026.')
    expect(shown).toContain('    3. Hạn: chậm nhất ngày 05/11/2026')
    expect(load()?.deadlines[0]).toMatchObject({ task: 'Nộp hồ sơ', due: { by: '2026-11-05' }, review: expect.stringMatching(/^Hà Thị Mơ/) as string })
    expect(load()?.thresholds[0]).toMatchObject({ value: 92.5 })
    expect(after).toContain('# Văn phòng huyện giữ tệp này.')
    expect(after).toContain('  # Cần xem: có đúng năm không?')
    expect(after).toContain('# tên đủ')
  })

  test('what is no number of a field is asked again, and a correction is no acceptance', async () => {
    const { shown, yaml: after } = await sitting(['s', '9', 'a', '', 's', '', 'd'])
    expect(shown.match(/  Gõ một số từ 1 đến 3, hoặc Enter nếu đã sửa xong\./g)).toHaveLength(2)
    expect(shown).toMatch(/Đã xem 0 mục; còn 4 mục chưa kiểm tra\.$/)
    expect(after).toBe(yaml)
  })

  test('an hour that is typed is said not to be kept', async () => {
    const { shown, load } = await sitting(['s', '3', 'trước 17 giờ ngày 05/11/2026', '', 'a', 'd'])
    expect(shown).toContain('  Máy chỉ giữ được ngày, không giữ được giờ (17 giờ): hạn ghi là chậm nhất ngày 05/11/2026.')
    expect(load()?.deadlines[0]?.due).toEqual({ by: '2026-11-05' })
  })

  test('codes are shown and taken as words', async () => {
    const { shown, load } = await sitting(['a', 'a', 'a', 's', '1', 'tập thể', '3', 'không', '', 'a', 'd'], `${yaml.replace('name: Tờ trình,', 'name: Tờ trình, state: certified-copy, only_for: tập thể,')}audiences:\n  - { id: cong-an, kind: ca-nhan, who: Công an, excluded: true, source: { clause: I.3, quote: Công an huyện }, review: pending }\n`)
    expect(shown).toContain('      - Tờ trình (chỉ với tập thể) bản sao chứng thực\n')
    expect(shown).toContain('    Loại: cá nhân\n    Đối tượng: Công an\n    Bị loại ra: có')
    expect(shown).not.toMatch(/certified-copy|ca-nhan|true/)
    expect(load()?.audiences[0]).toMatchObject({ kind: 'tap-the', excluded: false })
  })

  test('dropping a fact drops what names it', async () => {
    const { load, yaml: after } = await sitting(['b', 'd'])
    expect(load()?.deadlines).toEqual([])
    expect(after).not.toContain('nop-ho-so')
    expect(load()?.dossiers[0]?.papers).toHaveLength(2)
  })

  test('dropping every figure drops the check that is made of them', async () => {
    const { shown, load } = await sitting(['a', 'a', 'b', 'a'])
    expect(shown).toMatch(/Đã xem 3 mục; còn 0 mục chưa kiểm tra\.$/)
    expect(load()).toMatchObject({ thresholds: [], checks: [] })
  })

  test('the end of the input, and what is no answer', async () => {
    const { code, shown, yaml: after } = await sitting(['ừ thì'])
    expect(code).toBe(0)
    expect(shown).toContain('  Gõ a, s, b hoặc d.')
    expect(after).toBe(yaml)
  })

  test('a name is asked for where none was given', async () => {
    const { yaml: after } = await sitting(['Sùng A Páo', 'a', 'd'], yaml, [ID])
    expect(after).toMatch(/review: "Sùng A Páo, \d{4}-\d\d-\d\d"/)
  })
})

test('a plan that is not there is said, with those that are', async () => {
  await expect(sitting([], yaml, ['song-lam'])).rejects.toThrow('Không có kế hoạch "song-lam". Đang có: song-lam-2026.')
  await expect(sitting([], yaml, [])).rejects.toThrow('Cách dùng: npm run review')
  await expect(sitting([], yaml.replace('year: 2026', 'nam: 2026'))).rejects.toThrow(/plan\.yml đang có lỗi/)
})
