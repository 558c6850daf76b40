/** What a column of an answer is about. */
export const fields = [
  'nik',
  'familyCard',
  'name',
  'birthPlace',
  'birthDate',
  'sex',
  'motherName',
  'address',
  'village',
  'status',
  'segment',
  'programmes',
  'memberNumber',
  'decile',
  'diedOn',
  'certificate',
] as const
export type Field = (typeof fields)[number]

/** Fields in which the civil registry compares our value with its own. */
export const comparedFields = ['name', 'birthPlace', 'birthDate', 'sex', 'motherName', 'address', 'familyCard'] as const
export type ComparedField = (typeof comparedFields)[number]

/** Tells whether the civil registry compares a field. */
export function isCompared(field: Field | undefined): field is ComparedField {
  return comparedFields.some((one) => one === field)
}

/** Whose word a heading says a column holds: what we told when asking, the register's own value, the result of comparing; or it does not say. */
export type Side = 'ours' | 'theirs' | 'result' | 'unsaid'

/** What a heading says, and how sure its words make us (0–1). */
export type Meaning = { readonly field: Field; readonly side: Side; readonly confidence: number }

/** Headings as offices write them, without signs, spaces and the words that only say whose value it is. */
const spellings: Record<Field, string> = {
  nik: 'nik nonik nomornik nikktp niknoktp noktp ktp nomorktp nomorinduk nomorindukkependudukan indukkependudukan idnumber nationalid',
  familyCard: 'nokk kk nomorkk nkk nomorkartukeluarga nokartukeluarga kartukeluarga familycard',
  name: 'nama namalengkap namalgkp namalngkp nmlgkp nmlengkap namapenduduk namapeserta namapekerja namatk namaalmarhum namajenazah namart namaart namaktp name fullname',
  birthPlace: 'tempatlahir tmptlhr tmptlahir tmplahir tmplhr tempatlhr birthplace',
  birthDate: 'tanggallahir tgllahir tgllhr tglahir tanggallhr tglkelahiran birthdate dateofbirth',
  sex: 'jeniskelamin jenisklmin jnskelamin jnsklmin jk kelamin lp sex gender jeniskel klmin',
  motherName: 'namaibu namaibukandung namalgkpibu ibukandung namalengkapibu nmibu mothername',
  address: 'alamat alamatlengkap alamatktp alamatdomisili address',
  village: 'kodedesa kodekelurahan kodewilayah kddesa kodedesakelurahan kodekel nokel villagecode',
  status:
    'status statushidup stathidup stathdp keterangan statuskependudukan statuspenduduk statusnik statuspeserta statuskepesertaan statusaktif statuspekerja ket hidup keteranganhidup responsedesc respon response pesan catatan status1 statuspadan keteranganstatus',
  segment: 'segmen segment segmenkepesertaan segmenpeserta jeniskepesertaan jenispeserta segmentasi',
  programmes: 'program programs programme jenisprogram programdiikuti programyangdiikuti paket',
  memberNumber: 'kpj nokpj nomorkpj nopeserta nomorpeserta membernumber',
  decile: 'desil decile desilkesejahteraan desilnasional desildtsen peringkatkesejahteraan peringkatdesil kelompokdesil',
  diedOn:
    'tanggalmeninggal tglmeninggal tanggalkematian tglkematian tanggalwafat tglwafat tglmati tanggalmeninggaldunia dateofdeath tglmnggl',
  certificate: 'noaktakematian noakta nomorakta nomoraktakematian noaktamati aktakematian noaktakmt noaktamt certificatenumber',
}

const exact = new Map<string, Field>(
  Object.entries(spellings).flatMap(([field, list]) => list.split(' ').map((word): [string, Field] => [word, field as Field])),
)

/** Longer headings, first match wins; `undefined` is a column that is known and not wanted. */
const patterns: readonly (readonly [RegExp, Field | undefined])[] = [
  [
    /\b(kawin|nikah|perkawinan|hubungan|shdk|kepala keluarga|agama|pendidikan|disabilitas|rumah|bansos|upload|perekaman|no urut|nama (kabupaten|kecamatan|desa|kelurahan|kab|kec|kel|perusahaan|bapak|ayah))\b/,
    undefined,
  ],
  [/\b(desil)\b/, 'decile'],
  [/\b(tanggal|tgl|date)\b.*\b(meninggal|kematian|wafat|mati|death)\b/, 'diedOn'],
  [/\bakta\b.*\b(kematian|mati)\b/, 'certificate'],
  [/\b(kpj|no(mor)? peserta)\b/, 'memberNumber'],
  [/\bsegmen\b/, 'segment'],
  [/\b(status|keterangan|ket)\b/, 'status'],
  [/\b(ibu)\b/, 'motherName'],
  [/\b(tempat|tmpt|tmp)\b.*\b(lahir|lhr)\b/, 'birthPlace'],
  [/\b(tanggal|tgl)\b.*\b(lahir|lhr)\b/, 'birthDate'],
  [/\b(kelamin|klmin)\b/, 'sex'],
  [/\bkartu keluarga\b|\bno(mor)? kk\b/, 'familyCard'],
  [/\bnik\b/, 'nik'],
  [/\balamat\b/, 'address'],
  [/^nama\b/, 'name'],
]

const sides: readonly (readonly [Side, RegExp])[] = [
  [
    'ours',
    /\b(di ?ajukan|pengajuan|usulan|diusulkan|di ?minta|permintaan|input(an)?|asal|sumber|awal|pemohon|pengguna|instansi|excel|daerah)\b/g,
  ],
  [
    'result',
    /\b(hasil|kesesuaian|kecocokan|verifikasi|verivali|verval|validasi|pemadanan|padanan|padan|pencocokan|cek|check|sesuai|match|result)\b/g,
  ],
  ['theirs', /\b(dukcapil|siak|kemendagri|adminduk|data ?base|db|pusat)\b/g],
]

/** Says what a heading means, whatever its case and signs; nothing when its words are not known or name a column that is not wanted. */
export function meaningOf(heading: string): Meaning | undefined {
  const words = wordsOf(heading)
  if (words === '' || words.length > 80) return undefined
  const side = sideOf(heading)
  const bare = sides
    .reduce((text, [, expression]) => text.replace(expression, ' '), words)
    .replace(/ +/g, ' ')
    .trim()
  for (const text of bare === words ? [words] : [bare, words]) {
    const field = exact.get(text.replaceAll(' ', ''))
    if (field !== undefined) return { field, side, confidence: 1 }
  }
  // `HASIL`, `HASIL VERIFIKASI`, `KESESUAIAN`: of the whole person.
  if (bare === '' || bare === 'data') return side === 'result' ? { field: 'status', side, confidence: 0.7 } : undefined
  const pattern = patterns.find(([expression]) => expression.test(bare))
  return pattern?.[1] === undefined ? undefined : { field: pattern[1], side, confidence: 0.8 }
}

/** Whose word a heading says it is, whatever it is about: also one that stands over several columns. */
export function sideOf(heading: string): Side {
  const words = wordsOf(heading)
  return sides.find(([, expression]) => words.search(expression) >= 0)?.[0] ?? 'unsaid'
}

/** A heading reduced to its words: `TGL. LAHIR` and `tgl_lahir` both read `tgl lahir`. */
function wordsOf(heading: string): string {
  return heading
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
