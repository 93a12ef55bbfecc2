import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A knowledge folder with these files, gone when the test is over. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const dir = mkdtempSync(join(tmpdir(), 'knowledge-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  writeInto(dir, { 'plans/.keep': '', ...files })
  return dir
}

export function writeInto(dir: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true })
    writeFileSync(join(dir, name), text)
  }
}

export const planText = `KẾ HOẠCH

Phát động phong trào thi đua huyện Sông Lam năm 2025

I. CHỈ TIÊU

1. Có ít nhất 90% số hộ dân được *tuyên truyền*.

2. Có từ 30% đến 40% đơn vị đăng ký.

II. HỒ SƠ

1. Hồ sơ gồm:

- Tờ trình;

- Báo cáo thành tích.

2. Thời gian: gửi trước ngày 05/11/2025 về Công an huyện.

Trên đây là Kế hoạch./.
`

/** plan.yml that fits planText, line by line, so that a test can break one line of it. */
export const planYaml = `id: song-lam-2025
title: Phong trào thi đua huyện Sông Lam năm 2025
issuer: UBND huyện Sông Lam
place: { name: huyện Sông Lam, within: tỉnh Ven Biển, aliases: [sl] }
year: 2025
periods:
  - { id: ca-nam, name: Cả năm, from: 2025-01-01, to: 2025-12-31, source: { clause: head, quote: năm 2025 } }
deadlines:
  - id: nop-ho-so
    task: Gửi hồ sơ
    due: { before: 2025-11-05 }
    period: ca-nam
    awards: [giay-khen]
    source: { clause: II.2, quote: "gửi trước ngày 05/11/2025 về Công an huyện" }
dossiers:
  - id: ho-so
    name: Hồ sơ đề nghị
    deadline: nop-ho-so
    papers:
      - { id: to-trinh, name: Tờ trình, source: { clause: II.1, quote: Tờ trình } }
    source: { clause: II.1, quote: "Hồ sơ gồm:" }
thresholds:
  - id: tuyen-truyen
    metric: hộ dân được tuyên truyền
    comparison: at_least
    value: 90
    unit: "%"
    ask: Bao nhiêu % hộ?
    source: { clause: I.1, quote: ít nhất 90% số hộ dân được tuyên truyền }
awards:
  - { id: giay-khen, name: Giấy khen, form: giay-khen, source: { clause: II.1, quote: Báo cáo thành tích } }
notes:
  - { id: luu-y, says: Xem lại hạn, on: [deadline/nop-ho-so] }
checks:
  - id: sl25-xa
    title: Giấy khen cho xã
    subject: { kind: tap-the, name: xã }
    registration: nop-ho-so
    dossier: ho-so
    targets: [tuyen-truyen]
    criteria:
      - { id: loai, type: choice, says: Loại, ask: Xã hay phường?, choices: [{ id: xa, label: Xã }, { id: phuong, label: Phường }], source: { clause: I.1, quote: hộ dân } }
      - { id: ho, type: number, unit: "%", max: 100, says: Hộ, ask: Mấy %?, when: { criterion: loai, is: xa }, passes: { threshold: tuyen-truyen }, source: { clause: I.1, quote: hộ dân } }
    requires: { any: [ho, loai] }
    source: { clause: I, quote: CHỈ TIÊU }
`

export const casesYaml = `questions:
  - { ask: [hạn nộp, han nop], outcome: answered, facts: [deadline/nop-ho-so], plans: [song-lam-2025] }
checks:
  - { name: đủ, check: sl25-xa, answers: { ho: "95", tuyen-truyen: "95" }, verdict: eligible, met: [ho] }
edges:
  - { threshold: tuyen-truyen, check: sl25-xa, value: 89.9, met: false }
  - { threshold: tuyen-truyen, check: sl25-xa, value: 90, met: true }
`

/** A sound folder of one plan, with some files put in the place of others. */
export function soundFolder(others: Readonly<Record<string, string>> = {}): string {
  return folderWith({ 'plans/song-lam-2025/plan.md': planText, 'plans/song-lam-2025/plan.yml': planYaml, 'plans/song-lam-2025/cases.yml': casesYaml, ...others })
}
