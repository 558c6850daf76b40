import type { Field } from './fields.ts'

/** What a header text says: a field and how sure the words make us; `ignored` is a column that is known and not wanted. */
export type HeaderMeaning = { readonly field: Field | 'ignored'; readonly confidence: number }

/**
 * Headings as OpenSID, SIAK, DTSEN, SIPP/BPJS and home-made lists write them, without spaces, dots and underscores.
 */
const spellings: Record<Field, string> = {
  rowNumber: 'no nomor nourut nomorurut urut number num nmr nbr rownumber nopegawai',
  nik: 'nik nonik nomornik ktp noktp nomorktp nikktp ktpnik noniktp nonikktp noktpnik niknoktp noktpnonik ektp noektp nomorinduk noinduk nomorindukkependudukan noindukkependudukan indukkependudukan noidentitas nomoridentitas identitas nikpekerja nikpeserta nikanggota nikart nationalid nationalidnumber idnumber idcard idcardnumber idno nationalidno',
  familyCard:
    'kk nokk nomorkk nkk idkk nokartukeluarga nomorkartukeluarga kartukeluarga nokartukeluargakk familycard familycardnumber familycardno familynumber',
  fullName:
    'nama namalengkap nm nmlengkap namapekerja namapeserta namacalonpeserta namaanggota namaart namaktp namasesuaiktp namalengkapsesuaiktp namakaryawan namatenagakerja namatk namawarga namapenduduk namapekerjarentan namaanggotakeluarga name fullname workername nameofworker namapetani namanelayan',
  birthPlace:
    'tempatlahir tmplahir tmptlahir tptlahir tplahir tempatlhr tmplhr tempatkelahiran kotalahir placeofbirth birthplace pob kabupatenlahir',
  birthDate:
    'tanggallahir tgllahir tgllhr tglahir tgllahr tanggallhr tanggalkelahiran tgllahirddmmyyyy tglblnthnlahir dateofbirth birthdate birthday dob tgl tanggal lahir borndate',
  birthPlaceAndDate:
    'tempattanggallahir tempatdantanggallahir tempattgllahir tempatdantgllahir tmptgllahir tmpttgllahir tptgllahir ttl kelahiran tempattgllhr placeanddateofbirth placedateofbirth placedateofbirth tempattanggalkelahiran',
  sex: 'jeniskelamin jnskelamin jeniskel jkelamin jeniskelaminlp kelamin kelaminlp jk lp pl lk jenkel jnskel jenisklmin jnsklmin klmin sex gender lakilakiperempuan lkpr',
  motherName:
    'namaibukandung ibukandung namaibu nmibu nmibukandung ibu namagadisibukandung namagadisibu mothername mothersname mothersmaidenname mother namaibuasli',
  address:
    'alamat alamatlengkap alamatktp alamatsesuaiktp alamatdomisili alamatrumah alamattempattinggal alamattinggal domisili tempattinggal jalan address homeaddress alamatsekarang',
  hamlet:
    'dusun banjar banjardusun dusunbanjar lingkungan banjarlingkungan dusunlingkungan lingkungandusun br kampung kp banjardinas banjaradat hamlet banjardusunlingkungan namadusun namabanjar brdusun dsn sls',
  rtRw: 'rtrw rtrwdusun',
  rt: 'rt nort',
  rw: 'rw norw',
  village:
    'desa kelurahan desakelurahan desakel keldesa kelurahandesa kel village namadesa namakelurahan namakel nmkel nmdesa kelname desaadat',
  district: 'kecamatan kec district subdistrict namakecamatan namakec nmkec',
  occupation:
    'pekerjaan jenispekerjaan profesi matapencaharian matapencarian occupation job jobtitle profession pekerjaansaatini pekerjaanutama jenisusaha pekerjaanusaha jenispekerjaanusaha pekerjaanpokok jenispkrjn jnspkrjn pkrjn pekerjaanid kerja work',
  income:
    'penghasilan penghasilanbln penghasilanbulan penghasilanperbulan penghasilanbulanan pendapatan pendapatanbln pendapatanbulan pendapatanperbulan upah upahbulan upahperbulan dasarupah gaji gajipokok income monthlyincome wage salary penghasilanrp ratarapenghasilan incomemonth',
  phone:
    'hp nohp nomorhp nohandphone handphone telp notelp telpon notelpon telepon notelepon nomortelepon telphp hptelp notelphp nohptelp telephp wa nowa nohpwa whatsapp nowhatsapp phone phonenumber phoneno mobile mobilenumber kontak nokontak contact telephone cellphone',
  email: 'email alamatemail surel emailaddress',
}

const exact = new Map<string, Field>(
  Object.entries(spellings).flatMap(([field, words]) => words.split(' ').map((word): [string, Field] => [word, field as Field])),
)

/** Words that stand for a field only when no clearer heading does. */
const vague = new Set(
  'tgl tanggal lahir ibu kerja usaha kp br kel work nm identitas l p lp pl no num nomor jalan domisili kontak contact'.split(' '),
)

/** Longer headings, first match wins; those above protect the broad words below. */
const patterns: readonly (readonly [RegExp, Field | 'ignored', number])[] = [
  [
    /\b(ahli waris|kk level|level|suami|istri|pasangan|kepala keluarga|kk nama|ayah|bapak|hubungan|shdk|pendamping|petugas|bank|rekening|npwp|jenis identitas|masa laku)\b/,
    'ignored',
    0.9,
  ],
  [
    /\b(status|agama|pendidikan|golongan darah|gol darah|umur|usia|age|religion|kode pos|keterangan|ket|remarks?|program|kpj|lama kerja|disabilitas)\b/,
    'ignored',
    0.8,
  ],
  [/\b(ibu|mother)\b/, 'motherName', 0.85],
  [/^(nama|nm|name)\b.*\b(ktp|nik|lengkap|pekerja|peserta|anggota|warga|calon|sesuai)\b/, 'fullName', 0.9],
  [/^(alamat|address)\b/, 'address', 0.9],
  [/\b(kk|kartu keluarga|family card)\b/, 'familyCard', 0.85],
  [/\b(nik|ktp|induk kependudukan|identitas|national id|identity)\b/, 'nik', 0.85],
  [/\b(tempat|tmp|tmpt|place)\b.*\b(tanggal|tgl|date)\b/, 'birthPlaceAndDate', 0.85],
  [/\b(tanggal|tgl|date|tgl lahir)\b.*\b(lahir|lhr|birth|kelahiran)\b|\bbirth date\b/, 'birthDate', 0.85],
  [/\b(tempat|tmp|tmpt|kota|place)\b.*\b(lahir|lhr|birth)\b/, 'birthPlace', 0.85],
  [/\b(kelamin|gender|sex|jenkel)\b/, 'sex', 0.85],
  [/\b(lokasi|tempat|alamat|bidang|sektor|lapangan|uraian|deskripsi)\b.*\b(pekerjaan|kerja|usaha)\b/, 'occupation', 0.3],
  [/\b(pekerjaan|profesi|mata pencaharian|occupation)\b/, 'occupation', 0.85],
  [/\b(penghasilan|pendapatan|upah|gaji|income|wage)\b/, 'income', 0.85],
  [/\b(hp|telp|telepon|handphone|wa|whatsapp|phone|mobile)\b/, 'phone', 0.85],
  [/\brt\b.*\brw\b/, 'rtRw', 0.85],
  [/\b(dusun|banjar|lingkungan|hamlet)\b/, 'hamlet', 0.8],
  [/\b(kecamatan|district)\b/, 'district', 0.8],
  [/\b(kelurahan|desa|village)\b/, 'village', 0.8],
  [/^(nama )?(provinsi|prov|prop|kabupaten|kab|kota)( kota)?$/, 'ignored', 0.6],
  [/\b(nama|name)\b/, 'fullName', 0.6],
]

/** Says what a heading means, or nothing when its words are not known. Spelling, case, dots and underscores do not matter. */
export function meaningOfHeader(header: string): HeaderMeaning | undefined {
  if (header === '' || header.length > 80) return undefined
  const outside = words(header.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '))
  const found = exact.get(glued(outside)) ?? exact.get(glued(words(header)))
  if (found !== undefined) return { field: found, confidence: vague.has(glued(outside)) ? 0.7 : 1 }
  for (const text of [outside, words(header)]) {
    const pattern = text === '' ? undefined : patterns.find(([expression]) => expression.test(text))
    if (pattern !== undefined) return { field: pattern[1], confidence: pattern[2] }
  }
  return undefined
}

/** A heading reduced to its words: `TGL. LAHIR` and `tgl_lahir` both read `tgl lahir`. */
export function words(header: string): string {
  return header
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

function glued(text: string): string {
  return text.replaceAll(' ', '')
}
