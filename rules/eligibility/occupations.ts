/** What an occupation says about a person: works without an employer, is barred, does not work, or we cannot tell. */
export type OccupationKind = 'working' | 'barred' | 'not-working' | 'unknown'

export type Occupation = { readonly kind: OccupationKind; readonly code?: string }

type Row = readonly [kind: OccupationKind, code: string, spellings: string]

/**
 * Occupations as KTP, SIAK, OpenSID and village clerks write them, most telling first: a text belongs to the first row
 * one of whose spellings it contains as whole words. Spellings are separated by `|`.
 */
const rows: readonly Row[] = [
  ['not-working', 'retired', 'pensiunan|pensiun|pens|purnawirawan|purna tugas|purnabakti|veteran'],
  [
    'not-working',
    'homemaker',
    'mengurus rumah tangga|urus rumah tangga|mengurus rt|ibu rumah tangga|ibu rt|irt|mrt|bapak rumah tangga|rumah tangga',
  ],
  ['not-working', 'student', 'pelajar|mahasiswa|mahasiswi|siswa|siswi|masih sekolah|anak sekolah|plj|pelajar mahasiswa|santri'],
  [
    'not-working',
    'not-employed',
    'belum tidak bekerja|belum bekerja|tidak bekerja|tdk bekerja|blm bekerja|belum tdk bekerja|blm tdk bekerja|tidak kerja|tdk kerja|belum kerja|blm kerja|tak bekerja|belum tidak kerja|pengangguran|nganggur|menganggur|jobless|tidak ada pekerjaan|btb',
  ],
  ['barred', 'pppk', 'pppk|p3k|pegawai pemerintah dengan perjanjian kerja|pegawai pemerintah'],
  [
    'barred',
    'civil-servant',
    'pns|asn|cpns|pegawai negeri sipil|pegawai negeri|peg negeri|peg neg|aparatur sipil negara|pegawai negri|p n s',
  ],
  ['barred', 'army', 'tni|tentara|tentara nasional indonesia|tni ad|tni al|tni au|prajurit|abri|t n i'],
  ['barred', 'police', 'polri|polisi|kepolisian|kepolisian ri|anggota polri|brimob'],
  [
    'barred',
    'state-official',
    'bupati|wakil bupati|gubernur|wakil gubernur|walikota|wakil walikota|wali kota|presiden|wakil presiden|anggota dpr|anggota dprd|anggota dpd|anggota dprd kabupaten|anggota bpk|hakim|jaksa|duta besar|menteri|anggota mpr|anggota kabinet',
  ],
  [
    'barred',
    'private-employee',
    'karyawan swasta|karyawati swasta|kary swasta|kar swasta|krywn swasta|karywn swasta|pegawai swasta|peg swasta|karyawan|karyawati|karyawan pt|pegawai pt|buruh pabrik|karyawan pabrik|karyawan hotel|pegawai hotel|pegawai bank|karyawan bank|pegawai toko swasta|swasta karyawan',
  ],
  ['barred', 'state-company-employee', 'karyawan bumn|karyawan bumd|pegawai bumn|pegawai bumd|bumn|bumd'],
  [
    'barred',
    'contract-staff',
    'karyawan honorer|honorer|tenaga honorer|pegawai kontrak|tenaga kontrak|non asn|pegawai honorer|guru honorer',
  ],
  [
    'working',
    'farm-labourer',
    'buruh tani|br tani|bruh tani|buruh tani perkebunan|buruh perkebunan|buruh kebun|burtan|b tani|penggarap|tani penggarap|petani penggarap|buruh peternakan|buruh ternak',
  ],
  ['working', 'tobacco-worker', 'petani tembakau|buruh tani tembakau|petani cengkeh|buruh rokok|linting'],
  ['working', 'palm-oil-worker', 'buruh sawit|petani sawit|pekebun sawit'],
  ['working', 'fish-labourer', 'buruh nelayan|buruh nelayan perikanan|abk|anak buah kapal'],
  [
    'working',
    'fisher',
    'nelayan|nelayan perikanan|nlyn|nelayan tangkap|nelayan kecil|perikanan|petambak|tambak|pembudidaya ikan|petani rumput laut|rumput laut',
  ],
  ['working', 'farmer', 'petani|pekebun|petani pekebun|tani|ptn|berkebun|kebun|petani kebun|bertani'],
  ['working', 'herder', 'peternak|ternak|penggembala'],
  [
    'working',
    'ride-hailing-driver',
    'ojol|ojek online|ojek daring|gojek|grab|driver online|driver ojol|maxim|shopee food|kurir|kurir online|kurir lepas',
  ],
  ['working', 'ojek-driver', 'ojek|tukang ojek|tk ojek|pengojek|ojek pangkalan|opang'],
  [
    'working',
    'driver',
    'sopir|supir|driver|supir angkot|sopir angkot|sopir truk|supir truk|pengemudi|kernet|kondektur|becak|tukang becak|pengemudi becak|kusir|delman|dokar|bentor|motoris|motoris perahu',
  ],
  [
    'working',
    'domestic-worker',
    'pembantu rumah tangga|asisten rt|art|asisten rumah tangga|prt|pembantu|pekerja rumah tangga|pengasuh|baby sitter|tukang cuci|buruh cuci|pembantu rt',
  ],
  ['working', 'tailor', 'tukang jahit|penjahit|jahit|tk jahit|konveksi rumahan|bordir'],
  ['working', 'barber', 'tukang cukur|pangkas rambut|cukur|tk cukur|penata rambut|salon|tata rias|penata rias|penata busana'],
  ['working', 'carpenter', 'tukang kayu|tk kayu|ukir|pengukir|pematung'],
  [
    'working',
    'builder',
    'kuli bangunan|tukang batu|tukang bangunan|buruh bangunan|tk batu|tk bangunan|kuli|tukang cat|tukang las|tukang listrik|tukang|pandai besi|tukang sol sepatu|tukang gigi|pekerja bangunan',
  ],
  [
    'working',
    'porter',
    'kuli panggul|tukang suun|buruh angkut|buruh pasar|buruh pelabuhan|tkbm|buruh gendong|tukang pikul|porter',
  ],
  [
    'working',
    'casual-labourer',
    'buruh harian lepas|bhl|buruh lepas|pekerja lepas|harian lepas|serabutan|kerja serabutan|buruh serabutan|freelance|freelancer|buruh|buruh harian|b h l',
  ],
  ['working', 'waste-worker', 'pemulung|rongsok|rongsokan|tukang sampah|pengepul'],
  ['working', 'parking-attendant', 'juru parkir|jukir|tukang parkir|parkir'],
  ['working', 'temple-priest', 'jero mangku|pemangku|mangku|jro mangku|jero mangku|pinandita|pemangku kahyangan'],
  ['working', 'high-priest', 'sulinggih|pedanda|ida pedanda|sri mpu|rsi'],
  [
    'working',
    'customary-officer',
    'kelihan adat|kelian adat|klian adat|kelihan|kelian|klian|kelihan banjar|bendesa|bendesa adat|prajuru|prajuru adat|prajapati|pangliman|panglima',
  ],
  ['working', 'subak-head', 'pekaseh|kelihan subak|subak'],
  ['working', 'customary-guard', 'pecalang|linmas|hansip'],
  [
    'working',
    'religious-worker',
    'marbot|merbot|imam masjid|imam mesjid|imam|ustadz|ustaz|ustad|ustadzah|guru ngaji|mubaligh|muballigh|pendeta|pastor|biarawati|biarawan|bhiksu|pandita|modin|pemuka agama|guru mengaji',
  ],
  ['working', 'grave-digger', 'penggali kubur|gali kubur|tukang gali kubur'],
  [
    'working',
    'trader',
    'pedagang|dagang|jualan|pkl|pedagang pasar|pedagang kaki lima|pedagang keliling|berdagang|perdagangan|penjual|jual|warung|asongan|pedagang asongan|toko kelontong|pdg',
  ],
  [
    'working',
    'self-employed',
    'wiraswasta|wirausaha|wira swasta|wrswt|wiraswata|usaha|usaha sendiri|umkm|swasta|pengusaha|pengrajin|perajin|pengerajin|industri|industri rumahan|mekanik|montir|bengkel|seniman|artis|fotografer|juru masak|koki|pelaut|wartawan|paranormal|tabib|peneliti|penyanyi|penari|pemain musik|pemandu wisata|guide|tour guide|konstruksi|transportasi|perancang busana|promotor acara|pijat|tukang pijat|dukun|bidan|perawat|dokter|apoteker|konsultan|notaris|pengacara|arsitek|akuntan|penterjemah|penerjemah|juru bahasa|pialang|atlet',
  ],
  [
    'working',
    'village-officer',
    'perangkat desa|kepala desa|kader|kader posyandu|posyandu|ketua rt|ketua rw|kepala dusun|kadus|kepala lingkungan|kaling|staf desa',
  ],
]

/** One row of the list for the screen that lets a region choose: code, kind and the first spelling. */
export const occupations: readonly { readonly code: string; readonly kind: OccupationKind; readonly example: string }[] =
  rows.map(([kind, code, spellings]) => ({ code, kind, example: spellings.split('|', 1)[0] ?? code }))

const exact = new Map<string, Occupation>()
const phrases: { words: string; occupation: Occupation }[] = []
for (const [kind, code, spellings] of rows) {
  for (const words of spellings.split('|')) {
    const occupation = { kind, code }
    if (!exact.has(words)) exact.set(words, occupation)
    phrases.push({ words: ` ${words} `, occupation })
  }
}

const unknown: Occupation = { kind: 'unknown' }
/** Lists repeat the same hundred spellings; what was worked out once is kept, and never changes an answer. */
const remembered = new Map<string, Occupation>()
const memoryLimit = 20_000

/**
 * Says what a written occupation means, whatever the spelling: `Br. Tani`, `BURUH TANI/PERKEBUNAN`, `P.N.S`, `Blm/Tdk Bekerja`.
 * An empty text, a dash or words never seen answer `unknown`; it never throws.
 */
export function classifyOccupation(text: string): Occupation {
  const known = remembered.get(text)
  if (known !== undefined) return known
  const found = search(words(text))
  if (remembered.size < memoryLimit) remembered.set(text, found)
  return found
}

function words(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\b(?:[a-z]\.){2,}[a-z]?/g, (initials) => initials.replaceAll('.', ''))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

function search(written: string): Occupation {
  if (written === '') return unknown
  const whole = exact.get(written)
  if (whole !== undefined) return whole
  const padded = ` ${written} `
  return phrases.find((phrase) => padded.includes(phrase.words))?.occupation ?? unknown
}
