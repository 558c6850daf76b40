import type { SheetRow } from './rows.ts'

/** One sheet of a list: enough of its first rows to recognise it, and the rest as it comes. */
export type SheetStream = { readonly first: readonly SheetRow[]; readonly rest: () => AsyncGenerator<readonly SheetRow[]> }

/** Cuts the stream of rows into sheets; of each at least `enough` rows are held, if it has as many. */
export async function* sheetsOf(batches: AsyncGenerator<SheetRow[]>, enough: number): AsyncGenerator<SheetStream> {
  let next = await batches.next()
  while (next.done !== true) {
    const sheet = next.value[0]?.sheet ?? ''
    const first: SheetRow[] = []
    const belongs = () => next.done !== true && (next.value[0]?.sheet ?? sheet) === sheet
    while (belongs() && first.length < enough) {
      for (const row of next.value ?? []) first.push(row)
      next = await batches.next()
    }
    yield {
      first,
      async *rest() {
        while (belongs()) {
          const rows = next.value as SheetRow[]
          next = await batches.next()
          yield rows
        }
      },
    }
  }
}
