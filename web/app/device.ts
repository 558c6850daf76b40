/** Programs by the name they give themselves; the first that fits, as most also claim to be others. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/HeadlessChrome\//, 'Chrome'],
  [/Edg(A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/(Firefox|FxiOS)\//, 'Firefox'],
  [/(Chrome|CriOS)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

const systems: readonly (readonly [RegExp, string])[] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]

/** Names a browser and its system as their owner would, from what it says of itself; nothing when it says nothing we know. */
export function wordDevice(browser: string | null): string | undefined {
  const found = (list: typeof browsers) => list.find(([pattern]) => pattern.test(browser ?? ''))?.[1]
  return [found(browsers), found(systems)].filter(Boolean).join(', ') || undefined
}
