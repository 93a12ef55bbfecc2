/** "Kế hoạch số 66/KH-BCĐ ngày 08/4/2024" is number 66, not 8 nor 2024. */
export function isNumbered(name: string, value: number): boolean {
  return Number(/số\s*(\d+)/iu.exec(name)?.[1]) === value
}
