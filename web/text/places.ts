import { formatCount } from '../../values/numbers.ts'
import { words } from './words.ts'

/** The words of places: areas of the code list, customary villages, how many workers there are. */
export const placesText = words({
  title: { id: 'Tempat', en: 'Places' },
  views: { id: 'Bagian Tempat', en: 'Parts of Places' },
  areas: { id: 'Wilayah', en: 'Areas' },
  forWhom: { id: 'Halaman ini terbuka bagi semua yang sudah masuk.', en: 'This page is open to everyone signed in.' },
  noAreas: { id: 'Belum ada wilayah', en: 'No areas yet' },
  noAreasWhat: {
    id: 'Kecamatan dan desa berasal dari daftar kode Kemendagri yang dimuat saat UCOK pertama kali dimulai.',
    en: 'Districts and villages come from the Kemendagri code list, loaded when UCOK is first started.',
  },
  searchAreas: { id: 'Cari nama atau kode', en: 'Search name or code' },
  where: { id: 'Wilayah ini saja', en: 'This region only' },
  everywhere: { id: 'Seluruh Indonesia', en: 'All of Indonesia' },
  district: { id: 'Kecamatan', en: 'District' },
  everywhereHint: {
    id: 'Ketik sedikitnya dua huruf, atau awal kodenya, untuk mencari di seluruh Indonesia.',
    en: 'Type at least two letters, or the beginning of the code, to search all of Indonesia.',
  },
  firstOnly: (count: number) => ({
    id: `${formatCount(count, 'id')} yang paling mirip ditampilkan; tulis lebih lengkap untuk mempersempit.`,
    en: `The ${formatCount(count, 'en')} nearest are shown; write more to narrow it down.`,
  }),
  code: { id: 'Kode', en: 'Code' },
  name: { id: 'Nama', en: 'Name' },
  kind: { id: 'Jenis', en: 'Kind' },
  within: { id: 'Bagian dari', en: 'Part of' },

  customary: { id: 'Desa adat', en: 'Customary villages' },
  customaryMeans: {
    id: 'Desa adat mengurus adat dan agama. Batasnya tidak sama dengan desa dinas: satu desa adat dapat mencakup beberapa desa, dan sebaliknya.',
    en: 'A customary village looks after custom and religion. Its bounds are not those of the administrative village: one may reach into several, and the other way round.',
  },
  noCustomary: { id: 'Belum ada desa adat yang dicatat', en: 'No customary village is recorded' },
  noCustomaryWhat: {
    id: 'Desa adat hanya ada di Bali. Tanpa catatan ini semua tetap berjalan; hanya laporan per desa adat yang kosong.',
    en: 'Only Bali has customary villages. Everything works without them; only reports by customary village stay empty.',
  },
  searchCustomary: { id: 'Cari desa adat atau desa', en: 'Search customary village or village' },
  banjars: { id: 'Banjar', en: 'Banjar' },
  reachesInto: { id: 'Desa dan kelurahan yang dicakup', en: 'Villages it reaches into' },
  example: { id: 'contoh', en: 'example' },

  universe: { id: 'Semesta pekerja', en: 'Universe of workers' },
  noUniverse: { id: 'Belum ada angka semesta', en: 'No universe figures yet' },
  noUniverseWhat: {
    id: 'Semesta adalah jumlah pekerja menurut sumber resmi, misalnya Sakernas BPS. Cakupan dihitung terhadapnya. Tanpa angka ini, cakupan tampil sebagai jumlah saja.',
    en: 'The universe is how many workers there are by an official source, such as the BPS labour force survey. Coverage is measured against it. Without it coverage shows numbers only.',
  },
  year: { id: 'Tahun', en: 'Year' },
  segment: { id: 'Siapa yang dihitung', en: 'Who is counted' },
  headline: (workers: number, segment: Readonly<Record<'id' | 'en', string>>, area: string, year: number) => ({
    id: `${formatCount(workers, 'id')} orang di ${area} pada ${year}: ${segment.id.toLowerCase()}.`,
    en: `${formatCount(workers, 'en')} people in ${area} in ${year}: ${segment.en.toLowerCase()}.`,
  }),
  headlineDemo: { id: 'Angka contoh, bukan data resmi.', en: 'Example figures, not official.' },
  byDistrict: { id: 'Bagian setiap kecamatan', en: 'The part of each district' },
  byArea: { id: 'Semesta pekerja per wilayah', en: 'Universe of workers by area' },
  workers: { id: 'Pekerja', en: 'Workers' },
  source: { id: 'Sumber', en: 'Source' },
  sourceDate: { id: 'Keadaan', en: 'As of' },
})

/** The kinds of area, as the code list names them. */
export const areaKindText = words({
  provinsi: { id: 'provinsi', en: 'province' },
  kabupaten: { id: 'kabupaten', en: 'regency' },
  kota: { id: 'kota', en: 'city' },
  kecamatan: { id: 'kecamatan', en: 'district' },
  desa: { id: 'desa', en: 'village' },
  kelurahan: { id: 'kelurahan', en: 'urban village' },
  'desa adat': { id: 'desa adat', en: 'customary village' },
})

/** Who is counted in a figure of the universe. */
export const segmentText = words({
  ALL: { id: 'Semua pekerja', en: 'All workers' },
  PU: { id: 'Penerima upah', en: 'Wage earners' },
  BPU: { id: 'Bukan penerima upah', en: 'Non-wage workers' },
  JAKON: { id: 'Jasa konstruksi', en: 'Construction' },
  PMI: { id: 'Pekerja migran', en: 'Migrant workers' },
  RENTAN: { id: 'Pekerja rentan', en: 'Vulnerable workers' },
})
