/** Words before a name that name no one: honorifics, offices, religious titles, in Indonesian and English. */
export const titles: ReadonlySet<string> = new Set(
  (
    'H HJ HAJI HAJJAH HAJAH UST USTD USTAD USTADZ USTADZAH KH KYAI KIAI TGH DRS DRA DR DRG IR PROF JERO JRO MANGKU ' +
    'TN NY NN BPK IBU SDR SDRI ALM ALMH MR MRS MS MISS SIR REV JR SR'
  ).split(' '),
)

/** Balinese particles before a name; the sex says as much. `Y` is `I` misread. */
export const particles: ReadonlySet<string> = new Set(['I', 'NI', 'Y'])

/** Birth-order names and caste titles: they carry a glued particle (`NIWAYAN`), and thousands share them. */
export const casteWords: ReadonlySet<string> = new Set(
  'WAYAN PUTU GEDE LUH MADE KADEK NENGAH NYOMAN KOMANG KETUT GUSTI DEWA NGAKAN SANG'.split(' '),
)

/** Degrees behind a name, with or without dots: `, S.Pd`, `S.Ag`, `SE`, `S.H.`, `M.M`. */
export const degreePattern =
  /[,\s]+(?:(?:S\.?\s?(?:PD|AG|H|E|T|KOM|SOS|IP|KEP|KED|FARM|HUT|SI|PSI|TP|ST|SN|KM|TR|HI|PDI)|M\.?\s?(?:PD|AG|H|M|T|KOM|SI|KES|SC|HUM|BA)|A\.?\s?MD|AMK|SPD|SPOG|BA|BSC|PHD)\.?(?=[,\s.]|$)[,\s.]*)+$/

/** The same degrees as words without dots. */
export const bareDegrees: ReadonlySet<string> = new Set(
  (
    'SPD SAG SH SE ST SKOM SOS SSOS SIP SKEP SKED SFARM SHUT SSI SPSI STP SST SSN SKM STR SHI SPDI MPD MAG MH MM MT MKOM MSI MKES MSC MHUM MBA ' +
    'AMD AMK SPOG BA BSC PHD'
  ).split(' '),
)

const spellings: readonly (readonly [full: string, written: string])[] = [
  ['WAYAN', 'WYN WY WYAN WAYN'],
  ['PUTU', 'PT PTU'],
  ['GEDE', 'GD GDE GEDHE'],
  ['LUH', 'LH'],
  ['MADE', 'MD MDE'],
  ['KADEK', 'KDK KD'],
  ['NENGAH', 'NNGH NGH NNG NENGH'],
  ['NYOMAN', 'NYM NYMN NYMAN'],
  ['KOMANG', 'KMG KOMG KMNG'],
  ['KETUT', 'KT KTT KTUT'],
  ['GUSTI', 'GST GUST IG'],
  ['NGURAH', 'NGR NGRH'],
  ['AGUNG', 'AG AGNG'],
  ['ANAK AGUNG', 'AA'],
  ['IDA BAGUS', 'IB'],
  ['IDA AYU', 'IA DAYU'],
  ['GUSTI NGURAH', 'IGN'],
  ['GUSTI AYU', 'IGA IGAA'],
  ['COKORDA', 'COK TJOK CKD TJOKORDA COKORDE'],
  ['DEWA', 'DW'],
  ['SANG', 'SG'],
  ['MUHAMMAD', 'M MUH MOH MOCH MHD MUHD MOHD MUHAMAD MOHAMAD MOHAMMAD MOCHAMAD MOCHAMMAD MUHAMMED MUCHAMAD MUKHAMAD'],
  ['AHMAD', 'AHMD ACHMAD AKHMAD AKHAD ACH'],
  ['SITI', 'STI ST'],
  ['NUR', 'NOER NOR NR'],
  ['ABDUL', 'ABD ABDL ABDOEL'],
]

/** Abbreviations and spellings written out, word by word. */
export const respelledWords: ReadonlyMap<string, readonly string[]> = new Map(
  spellings.flatMap(([full, written]) => written.split(' ').map((word) => [word, full.split(' ')] as const)),
)
