/** What a one-time link is for: a person's first password, or a new one. */
export const linkPurposes = ['invitation', 'reset'] as const

export type LinkPurpose = (typeof linkPurposes)[number]
