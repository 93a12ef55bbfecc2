/** At most `count` takings in any stretch of `ms` milliseconds: exact at the edges, where a refilling bucket allows nearly twice that. */
export interface Rate {
  /** Milliseconds until the next may be taken; 0 now. */
  wait(): number
  take(): void
}

export function rateOf(count: number, ms: number): Rate {
  const times: number[] = []
  const forgetOld = () => {
    while (times.length > 0 && (times[0] ?? 0) <= performance.now() - ms) times.shift()
  }
  return {
    wait() {
      forgetOld()
      return times.length < count ? 0 : Math.ceil((times[0] ?? 0) + ms - performance.now())
    },
    take: () => void times.push(performance.now()),
  }
}

/** Several limits as one: what each of them allows. */
export function allOf(...rates: readonly Rate[]): Rate {
  return {
    wait: () => Math.max(...rates.map((rate) => rate.wait())),
    take: () => rates.forEach((rate) => rate.take()),
  }
}
