/** The function, answering from memory for what it was given before, for as long as that is in use. */
export function once<K extends object, T extends object>(make: (key: K) => T): (key: K) => T {
  const made = new WeakMap<K, T>()
  return (key) => {
    let found = made.get(key)
    if (!found) made.set(key, (found = make(key)))
    return found
  }
}
