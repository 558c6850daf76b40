import { formatRupiah } from '../../values/rupiah.ts'
import { contributionsText } from '../text/contributions.ts'
import { useText } from '../text/language.tsx'
import { StackedBar } from '../ui/stacked-bar.tsx'
import style from './contributions.module.css'

type Money = { ceiling: number; computed: number; recognised: number; paid: number; left: number }

/** A ceiling as a bar: paid, recognised and not paid yet, awaiting decision; what is left stays empty. Its numbers stand below. */
export function SourceBar({ name, line }: { name: string; line: Money }) {
  const text = useText(contributionsText)
  const owed = line.recognised - line.paid
  const said = [
    `${text.paid} ${formatRupiah(line.paid)}`,
    ...(owed > 0 ? [`${text.recognised} ${formatRupiah(owed)}`] : []),
    ...(line.computed > 0 ? [`${text.computed} ${formatRupiah(line.computed)}`] : []),
    `${text.left} ${formatRupiah(line.left)}`,
  ]
  return (
    <>
      <StackedBar
        label={`${name}: ${said.join(', ')}`}
        whole={line.ceiling}
        parts={[
          { name: 'paid', value: line.paid, shown: 'firm' },
          { name: 'owed', value: owed, shown: 'half' },
          { name: 'computed', value: line.computed, shown: 'faint' },
        ]}
      />
      <div className={`${style.line} quiet small figures`}>
        <span>{said.slice(0, -1).join(' · ')}</span>
        <span>
          {said.at(-1)} / {formatRupiah(line.ceiling)}
        </span>
      </div>
    </>
  )
}
