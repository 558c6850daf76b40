import type { AreaCode } from '../../values/areas.ts'
import type { Context } from '../platform/context.ts'
import { addCustomaryVillages } from '../places/operations.ts'

/** Invents desa adat for a demonstration, about two a village, a few reaching into a neighbour; marked as demonstration. */
export async function inventCustomaryVillages(
  ctx: Context,
  villages: readonly { code: AreaCode; name: string }[],
): Promise<void> {
  const invented = villages.flatMap((village, index) => {
    const neighbour = villages[index + 1]
    const reaches = neighbour !== undefined && index % 3 === 0 && neighbour.code.slice(0, 8) === village.code.slice(0, 8)
    return [
      {
        name: `Desa Adat ${village.name}`,
        villages: reaches ? [village.code, neighbour.code] : [village.code],
        banjars: ['Kaja', 'Kelod', 'Tengah'],
      },
      { name: `Desa Adat ${village.name} Anyar`, villages: [village.code], banjars: ['Anyar', 'Pande'] },
    ]
  })
  await addCustomaryVillages(ctx, { customaryVillages: invented.slice(0, 122), isDemo: true })
}
