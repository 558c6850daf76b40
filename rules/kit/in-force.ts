import { groundKind } from './ground.ts'

/** Nothing answers for a day before PP 44/2015. */
export const lawInForce = groundKind({
  id: 'law-in-force',
  condition: {
    id: 'PP 44/2015 sudah berlaku pada hari itu (sejak 1 Juli 2015)',
    en: 'PP 44/2015 was in force on that day (since 1 July 2015)',
  },
  law: { law: 'pp-44-2015' },
})
