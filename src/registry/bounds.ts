/** How many people a search looks up: nobody reads further, and a name that fits a tenth of a region costs what a rare one does. */
export const mostFound = 5000

/** How many of many are counted: beyond them a list says `10.000+`. */
export const mostCounted = 10_000

/** Up to so many are picked one by one: of more than these among a million a page is full sooner by walking the list. */
export const fewPeople = 10_000

/** So many of those who bear a common name are worth a list, and at most so many are looked through for them. */
export const enoughNamed = 1000
export const mostNamed = 75_000
