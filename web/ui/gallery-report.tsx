import { galleryText } from '../text/gallery.ts'
import { useText } from '../text/language.tsx'
import { Amount, Count, Share } from './amounts.tsx'
import { BarsByArea } from './charts/bars-by-area.tsx'
import { LineChart } from './charts/line-chart.tsx'
import { TileMap } from './charts/tile-map.tsx'
import { Figure, Figures } from './figure.tsx'
import { sampleDistricts, sampleShare, type SampleWorker } from './gallery-samples.ts'
import { useSampleWords } from './gallery-shells.tsx'
import { type NumbersColumn, NumbersTable } from './numbers-table.tsx'
import { ReportPage } from './report-page.tsx'
import type { PageState } from './states.ts'

const groups = sampleDistricts.map((district, where) => ({
  id: district.id,
  name: district.name,
  tiles: district.villages.map((name, place) => ({
    id: `${district.id}.${place}`,
    name,
    ...sampleShare(where * 10 + place),
    href: '/galeri',
  })),
}))

const bars = groups.map((group) => ({
  id: group.id,
  name: group.name,
  part: group.tiles.reduce((sum, tile) => sum + (tile.part ?? 0), 0),
  whole: group.tiles.reduce((sum, tile) => sum + tile.whole, 0),
}))

const months = [
  '2026-01',
  '2026-02',
  '2026-03',
  '2026-04',
  '2026-05',
  '2026-06',
  '2026-07',
  '2026-08',
  '2026-09',
  '2026-10',
  '2026-11',
]
const lines = ['Kuta', 'Mengwi', 'Abiansemal'].map((name, line) => ({
  name,
  points: months.map((month, place) => ({ month, value: 4000 + line * 2500 + place * (420 - line * 90) })),
}))

export function SampleReport({ state }: { state: PageState<SampleWorker[]> }) {
  const text = useText(galleryText)
  const words = useSampleWords(text.report)
  const columns = useColumns()
  return (
    <ReportPage
      words={words}
      state={state.is === 'here' ? { is: 'here', value: state.value[0] } : state}
      view={() => ({
        headline: text.headline,
        figures: (
          <Figures>
            <Figure label={text.coveredNow} value={<Count of={59_987} />} note={<Share part={59_987} whole={98_340} />} />
            <Figure label={text.universe} value={<Count of={98_340} />} definition={text.universeMeans} note="Sakernas 2025" />
            <Figure label={text.target} value="75,0 %" />
            <Figure label={text.moneyPaid} value={<Amount rupiah={11_085_597_600} />} />
          </Figures>
        ),
        picture: (
          <>
            <BarsByArea label={text.headline} bars={bars} target={0.75} />
            <LineChart label={text.report} lines={lines} />
            <TileMap label={text.report} groups={groups} partName={text.coveredNow} wholeName={text.universe} />
          </>
        ),
        table: <NumbersTable label={text.report} rows={bars} keyOf={(bar) => bar.id} columns={columns} />,
        asOf: '2026-11-20',
        sources: [{ name: text.universeSource, date: '2025-08-01' }],
        exports: [{ label: 'XLSX', href: '/api/gallery.xlsx' }],
      })}
    />
  )
}

function useColumns(): NumbersColumn<(typeof bars)[number]>[] {
  const text = useText(galleryText)
  return [
    { id: 'name', title: text.village, cell: (bar) => bar.name, total: 'Σ' },
    {
      id: 'part',
      title: text.coveredNow,
      isNumber: true,
      cell: (bar) => <Count of={bar.part} />,
      total: <Count of={59_987} />,
    },
    {
      id: 'whole',
      title: text.universe,
      isNumber: true,
      cell: (bar) => <Count of={bar.whole} />,
      total: <Count of={98_340} />,
    },
    { id: 'share', title: '%', isNumber: true, cell: (bar) => <Share part={bar.part} whole={bar.whole} /> },
  ]
}
