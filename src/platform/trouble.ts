import type { Wording } from '../../values/language.ts'

/** Something outside the code stands in the way (a folder, a port, a database) and the reader can mend it. */
export class Trouble extends Error {
  readonly wording: Wording

  constructor(wording: Wording, options?: ErrorOptions) {
    super(wording.en, options)
    this.name = 'Trouble'
    this.wording = wording
  }
}
