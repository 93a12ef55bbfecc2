import { describe, expect, it } from 'vitest'
import { remindAction, readRemindAction } from '../../src/answer/reminder-actions.ts'
import { plainText } from '../../src/channels/text.ts'
import { reminderTurn } from '../../src/dialog/reminder.ts'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import type { Knowledge } from '../../src/knowledge/types.ts'
import type { Day } from '../../src/language/day.ts'
import type { Turn } from '../../src/respond.ts'
import { freshSession, type Session, type Subscription } from '../../src/session.ts'
import { knowledgeWith } from '../reminders/sample.ts'

const five = loadKnowledge('knowledge')
const bacQuang = { plan: 'bac-quang-2024', deadline: 'nop-ho-so' }

/** A talk that goes on: every turn works on what the one before it left. */
function talk(today: Day = '2024-10-20', knowledge: Knowledge = five, start: Partial<Session> = {}) {
  let session: Session = { ...freshSession, ...start }
  const turn = (one: Turn) => {
    const reply = reminderTurn(one, session, knowledge, today)
    const [message] = reply?.messages ?? []
    if (!reply || !message) throw new Error('no turn about reminders')
    session = reply.session
    return { message, text: plainText(message), labels: message.buttons.flat().map((one) => one.label) }
  }
  return {
    say: (text: string) => turn({ text }),
    press: (action: string) => turn({ action }),
    pressLabel: (from: { message: { buttons: readonly (readonly { label: string; action: string }[])[] } }, label: string) => {
      const action = from.message.buttons.flat().find((one) => one.label.includes(label))?.action
      if (action === undefined) throw new Error(`no button ${label}`)
      return turn({ action })
    },
    get session() {
      return session
    },
  }
}

describe('a reminder of one deadline', () => {
  it('is set by buttons, changed by buttons and dropped by one', () => {
    const chat = talk()
    const asked = chat.press('remind:bac-quang-2024:nop-ho-so')
    expect(asked.text).toContain('chậm nhất hết ngày 04/11/2024')
    expect(chat.session.subscriptions).toBeUndefined()
    const set = chat.pressLabel(asked, '7, 3 và 1 ngày trước')
    expect(chat.session.subscriptions).toEqual([{ ...bacQuang, before: [7, 3, 1] }])
    expect(set.text).toContain('Đã đặt: nhắc 7, 3 và 1 ngày trước, lúc 08:00')
    expect(set.text).toContain('Lần nhắc tới: thứ Hai, 28/10/2024')
    const fewer = chat.pressLabel(set, '✓ 3 ngày')
    const more = chat.pressLabel(fewer, 'Đúng ngày')
    expect(more.text).toContain('nhắc 7 và 1 ngày trước và đúng ngày cuối')
    expect(chat.session.subscriptions).toEqual([{ ...bacQuang, before: [7, 1, 0] }])
    chat.pressLabel(more, 'Thôi nhắc')
    expect(chat.session.subscriptions).toEqual([])
  })

  it('pressed twice stays as it is', () => {
    const chat = talk()
    chat.press('remind:bac-quang-2024:nop-ho-so:31')
    chat.press('remind:bac-quang-2024:nop-ho-so:31')
    expect(chat.session.subscriptions).toEqual([{ ...bacQuang, before: [3, 1] }])
  })

  it('offers no day that has passed', () => {
    expect(talk('2024-11-01').press('remind:bac-quang-2024:nop-ho-so').labels.filter((label) => label.includes('ngày'))).toEqual(['1 ngày', 'Đúng ngày'])
    const last = talk('2024-11-04').press('remind:bac-quang-2024:nop-ho-so')
    expect(last.text).toMatch(/^Không còn mốc nào phía trước/)
    const past = talk('2024-11-05').press('remind:bac-quang-2024:nop-ho-so')
    expect(past.text).toContain('đã qua 1 ngày')
  })

  it('of a recurring one may be of its next time', () => {
    const chat = talk('2022-03-14')
    chat.press('remind:sa-pa-2022:bao-cao-quy')
    expect(chat.press('remind:sa-pa-2022:bao-cao-quy:7').text).toContain('08/06/2022')
  })

  it('cannot be set where the plan names no day, or on what is not there', () => {
    expect(talk('2022-03-01').press('remind:sa-pa-2022:bao-cao-tong-ket-nam').text).toMatch(/^Kế hoạch không nêu ngày/)
    for (const gone of ['remind:ha-noi-2024:nop-ho-so:7', 'remind:bac-quang-2024:khong-co', 'remind:', 'remind:~0123456789abcdef', 'remind:bac-quang-2024:nop-ho-so:7:7']) {
      const chat = talk()
      expect(chat.press(gone).message.blocks.length).toBeGreaterThan(0)
    }
  })
})

describe('a followed plan', () => {
  it('is one reminder for all its deadlines, of which one may be left out', () => {
    const chat = talk('2024-04-01')
    const asked = chat.say('/nhacviec bắc quang')
    expect(asked.text).toContain('19/04/2024')
    expect(asked.text).toContain('04/11/2024')
    chat.pressLabel(asked, '7, 3 và 1 ngày trước')
    chat.press('remind:bac-quang-2024:dang-ky:-')
    expect(chat.session.subscriptions).toEqual([{ plan: 'bac-quang-2024', before: [7, 3, 1] }, { plan: 'bac-quang-2024', deadline: 'dang-ky', before: [] }])
    chat.press('remind:bac-quang-2024:*:-')
    expect(chat.session.subscriptions).toEqual([])
  })

  it('is asked for where several have the name', () => {
    const asked = talk('2020-04-01').say('/nhacviec sa pa')
    expect(asked.labels.filter((label) => label.includes('Sa Pa')).length).toBeGreaterThan(0)
    expect(asked.labels.some((label) => label.includes('Bắc Quang'))).toBe(false)
  })
})

describe('/nhacviec', () => {
  const some: Subscription[] = [{ ...bacQuang, before: [7] }, { plan: 'can-tho-2024', before: [3, 1] }, { plan: 'het-roi-2019', deadline: 'x', before: [1] }]

  it('lists what is set, and drops it', () => {
    const chat = talk('2024-10-20', five, { subscriptions: some })
    const listed = chat.say('/nhacviec@so_tay_bot')
    expect(listed.text).toMatch(/^Đang có 3 nhắc hẹn, gửi lúc 08:00/)
    expect(listed.text).toContain('còn 15 ngày. Nhắc 7 ngày trước')
    chat.pressLabel(listed, 'Xóa 3')
    chat.pressLabel(chat.say('/nhacviec'), 'Xóa 1')
    expect(chat.session.subscriptions).toEqual([some[1]])
    chat.pressLabel(chat.pressLabel(chat.say('/nhacviec'), 'Xóa hết'), 'Đúng')
    expect(chat.session.subscriptions).toEqual([])
    expect(chat.say('/nhacviec').text).toMatch(/^Chưa có nhắc hẹn nào/)
  })

  it.each([['7h30', 450], ['19:05', 1145], ['17h', 1020], ['lúc 7 giờ rưỡi', 450], ['5h chiều', 1020], ['0h', 0], ['6g15', 375]])('sets the hour: %s', (typed, minutes) => {
    const chat = talk()
    chat.say(`/nhacviec ${typed}`)
    expect(chat.session.remindAt).toBe(minutes)
  })

  it.each(['25h', '7h75', '99'])('takes no hour that no clock has: %s', (typed) => {
    const chat = talk()
    expect(chat.say(`/nhacviec ${typed}`).text).toContain('Giờ viết giúp như 7h30')
    expect(chat.session.remindAt).toBeUndefined()
  })

  it('has a bound, and pages for what is within it', () => {
    const by: Day = '2024-12-01'
    const deadlines = Object.fromEntries(Array.from({ length: 45 }, (_, i) => [`han-${i}`, { by }]))
    const chat = talk('2024-10-20', knowledgeWith(deadlines))
    for (let i = 0; i < 45; i += 1) chat.press(`remind:suoi-mo-2024:han-${i}:7`)
    expect(chat.session.subscriptions).toHaveLength(40)
    expect(chat.press('remind:suoi-mo-2024:han-44:7').text).toContain('tối đa 40')
    expect(chat.pressLabel(chat.say('/nhacviec'), 'Xem tiếp').text).toContain('Việc han-8')
  })
})

describe('in a group', () => {
  it('who is no administrator may look, and change nothing', () => {
    const before: Session = { ...freshSession, subscriptions: [{ ...bacQuang, before: [7] }] }
    const changes = ['remind:bac-quang-2024:nop-ho-so:-', 'remind-off:yes', 'remind-at:0'].map((action): Turn => ({ action, member: true }))
    for (const turn of [...changes, { text: '/nhacviec tắt hết', member: true }, { text: '/nhacviec 7h', member: true }]) {
      const reply = reminderTurn(turn, before, five, '2024-10-20')
      expect(reply?.session).toEqual(before)
      expect(plainText(reply?.messages[0] as never)).toMatch(/quản trị viên/)
    }
    expect(plainText(reminderTurn({ text: '/nhacviec', member: true }, before, five, '2024-10-20')?.messages[0] as never)).toContain('Đang có 1 nhắc hẹn')
  })
})

describe('a calendar file', () => {
  it('is that of one deadline, or of all that lie ahead in a plan', () => {
    const chat = talk('2024-10-20')
    expect(chat.press('calendar:bac-quang-2024:nop-ho-so').message.attachments).toMatchObject([{ name: 'nop-ho-so-bac-quang-2024.ics', content: { kind: 'calendar', deadlines: ['nop-ho-so'] } }])
    expect(chat.press('calendar:bac-quang-2024:*').message.attachments).toMatchObject([{ name: 'bac-quang-2024.ics', content: { deadlines: ['nop-ho-so', 'tham-dinh'] } }])
    expect(chat.press('calendar:bac-quang-2024:khong-co').message.attachments).toEqual([])
  })
})

it('leaves every other turn alone', () => {
  for (const turn of [{ text: 'hạn nộp hồ sơ bắc quang' }, { text: '/nhacviecx' }, { action: 'ask:deadline:bac-quang-2024' }, { text: '' }] as Turn[]) {
    expect(reminderTurn(turn, freshSession, five, '2024-10-20')).toBeUndefined()
  }
})

it('fits long names into a button, and knows them again', () => {
  const target = { plan: 'ke-hoach-214-can-tho-2024-2025', deadline: 'bao-cao-ket-qua-thi-dua-dot-1' }
  const action = remindAction({ ...target, before: [7, 3, 1, 0] })
  expect(action.length).toBeLessThan(64)
  expect(readRemindAction(action, [{ plan: 'x' }, target])).toEqual({ ...target, before: [7, 3, 1, 0] })
  expect(readRemindAction(action, [{ plan: 'x' }])).toBeUndefined()
  expect(readRemindAction(remindAction(target), [target])).toEqual(target)
})
