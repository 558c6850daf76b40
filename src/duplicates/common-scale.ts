import type { LinkageModel } from './model.ts'
import starting from './starting-weights.json' with { type: 'json' }

/** How large a share of names has each of the commonest words, as long as a region has too few people to tell. */
const commonWords: Readonly<Record<string, number>> = starting.commonWords

/** Rarity is told on the scale of so many people, however many there are: else a word would seem the rarer the more people were counted. */
const scale = 20_000

type Words = LinkageModel['words'][string]

/**
 * A model whose counts of words are those that the same shares would have among 20,000 people. Weights learned on this scale fit people
 * counted on it. Of fewer people than that two who share a name would seem to have one that everybody has: there, what is
 * commonly known of names stands in for what they cannot tell.
 */
export function onCommonScale(model: LinkageModel): LinkageModel {
  const words = Object.entries(model.words).map(([field, counts]) => {
    const kind = model.fields.find(({ name }) => name === field)?.kind
    if (counts.records >= scale) return [field, scaled(counts)] as const
    return [
      field,
      kind === 'name' ? withCommonWords(counts) : field === 'kk' ? { ...counts, records: scale } : scaled(counts),
    ] as const
  })
  return { ...model, words: Object.fromEntries(words) }
}

function scaled({ records, words, texts }: Words): Words {
  const factor = scale / Math.max(records, 1)
  const counted = (counts: Readonly<Record<string, number>>) =>
    Object.fromEntries(
      Object.entries(counts).flatMap(([word, count]) => {
        const among = Math.round(count * factor)
        return among < 2 ? [] : [[word, among] as const]
      }),
    )
  return { records: scale, words: counted(words), texts: counted(texts) }
}

function withCommonWords(counts: Words): Words {
  const words: Record<string, number> = { ...counts.words }
  for (const [word, share] of Object.entries(commonWords)) words[word] = Math.max(words[word] ?? 0, Math.round(share * scale))
  return { ...counts, records: scale, words }
}
