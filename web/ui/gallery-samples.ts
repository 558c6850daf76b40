/** Invented workers and villages for the gallery: the same at every run. */
export type SampleWorker = {
  id: string
  name: string
  nik: string
  village: string
  occupation: string
  born: string
  status: 'active' | 'due' | 'lapsed'
  paid: number
}

const first = 'Ni Wayan,I Made,Ni Luh,I Ketut,Ni Kadek,I Nyoman,Ni Putu,I Gede'.split(',')
const last = 'Sari,Darma,Suartini,Wijaya,Astuti,Sudana,Rahayu,Mahendra Adiputra,Widiasih,Suparta'.split(',')
const jobs = 'Buruh tani,Nelayan,Pedagang pasar,Pengemudi ojek,Perajin,Pemangku'.split(',')

/** Real names of villages with invented figures. */
export const sampleDistricts = [
  { id: '51.03.01', name: 'Kuta', villages: 'Kuta,Legian,Seminyak,Kedonganan,Tuban'.split(',') },
  {
    id: '51.03.02',
    name: 'Mengwi',
    villages: 'Mengwi,Munggu,Kapal,Abianbase,Sempidi,Sading,Lukluk,Buduk,Pererenan,Penarungan'.split(','),
  },
  {
    id: '51.03.03',
    name: 'Abiansemal',
    villages: 'Abiansemal,Blahkiuh,Sibang Gede,Mambal,Bongkasa Pertiwi,Angantaka'.split(','),
  },
  {
    id: '51.03.06',
    name: 'Kuta Utara',
    villages: 'Kerobokan Kelod,Kerobokan,Kerobokan Kaja,Tibubeneng,Canggu,Dalung'.split(','),
  },
]

const villages = sampleDistricts.flatMap((district) => district.villages)

/** So many invented workers. */
export function sampleWorkers(count: number): SampleWorker[] {
  return Array.from({ length: count }, (_, place) => {
    const day = String(1 + (place % 28)).padStart(2, '0')
    const month = String(1 + (place % 12)).padStart(2, '0')
    const year = 1962 + (place % 44)
    return {
      id: String(place + 1),
      name: `${at(first, place * 7)} ${at(last, place * 3 + Math.floor(place / 8))}`,
      nik: `510306${day}${month}${String(year).slice(2)}${String((place % 9998) + 1).padStart(4, '0')}`,
      village: at(villages, place * 5),
      occupation: at(jobs, place),
      born: `${year}-${month}-${day}`,
      status: place % 11 === 3 ? 'due' : place % 17 === 5 ? 'lapsed' : 'active',
      paid: 16_800 * (1 + (place % 12)),
    }
  })
}

/** A part and a whole for every village, one of them unknown. */
export function sampleShare(place: number): { part: number | undefined; whole: number } {
  const whole = 900 + ((place * 377) % 2800)
  return { part: place === 12 ? undefined : Math.round(whole * (((place * 29 + 11) % 97) / 100)), whole }
}

function at(values: readonly string[], place: number): string {
  return values[place % values.length] ?? ''
}
