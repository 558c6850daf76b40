import type { Wording } from '../../values/language.ts'

/** The registers whose answers come as files. */
export const registers = ['dukcapil', 'bpjs', 'dtsen', 'deaths'] as const
export type Register = (typeof registers)[number]

export const registerNames: Record<Register, Wording> = {
  dukcapil: { id: 'Dukcapil', en: 'the civil registry (Dukcapil)' },
  bpjs: { id: 'BPJS Ketenagakerjaan', en: 'BPJS Ketenagakerjaan' },
  dtsen: { id: 'DTSEN', en: 'the welfare register (DTSEN)' },
  deaths: { id: 'data kematian', en: 'the deaths' },
}

/** What a column of an answer holds. */
export type Field =
  | 'nik'
  | 'familyCard'
  | 'name'
  | 'birthDate'
  | 'sex'
  | 'motherName'
  | 'village'
  | 'status'
  | 'segment'
  | 'programmes'
  | 'decile'
  | 'diedOn'
  | 'certificate'

/** Headers as offices write them, without signs and spaces. */
const spellings: Record<Field, string> = {
  nik: 'nik nonik nomornik noktp ktp nomorindukkependudukan nikktp nomorktp idnumber',
  familyCard: 'nokk kk nomorkk nomorkartukeluarga nokartukeluarga familycard',
  name: 'nama namalengkap namalgkp namapenduduk namapeserta namaalmarhum namajenazah name fullname',
  birthDate: 'tanggallahir tgllahir tgllhr tglahir birthdate dateofbirth',
  sex: 'jeniskelamin jenisklmin jk kelamin lp sex gender',
  motherName: 'namaibu namaibukandung namalgkpibu ibukandung mothername',
  village: 'kodedesa kodekelurahan kodewilayah kddesa kodedesakelurahan kodekel villagecode',
  status: 'status statushidup stathidup keterangan statuskependudukan statuspeserta statuskepesertaan statusaktif ket',
  segment: 'segmen segment segmenkepesertaan segmenpeserta jeniskepesertaan jenispeserta',
  programmes: 'program programs programme jenisprogram programdiikuti paket',
  decile: 'desil decile desilkesejahteraan desilnasional desildtsen peringkatkesejahteraan',
  diedOn: 'tanggalmeninggal tglmeninggal tanggalkematian tglkematian tanggalwafat tglwafat tglmati dateofdeath',
  certificate: 'noaktakematian noakta nomorakta nomoraktakematian noaktamati aktakematian noaktakmt certificatenumber',
}

const fieldsBySpelling = new Map<string, Field>(
  Object.entries(spellings).flatMap(([field, list]) => list.split(' ').map((word): [string, Field] => [word, field as Field])),
)

/** What an answer of a register must have at least: without these columns nothing of it can be used. */
export const neededFields: Record<Register, readonly Field[]> = {
  dukcapil: ['nik', 'status'],
  bpjs: ['nik', 'status'],
  dtsen: ['nik', 'decile'],
  deaths: ['nik'],
}

/** Finds which column holds what; the first of two that mean the same counts. */
export function readHeader(cells: readonly string[]): Map<Field, number> {
  const found = new Map<Field, number>()
  cells.forEach((cell, column) => {
    const field = fieldsBySpelling.get(cell.toLowerCase().replace(/[^a-z]/g, ''))
    if (field !== undefined && !found.has(field)) found.set(field, column)
  })
  return found
}
