import type { Wording } from '../../values/language.ts'

/** One legal instrument or written practice we cite. `short` is how officials write it. */
export type Instrument = { readonly short: Wording; readonly title: Wording }

const same = (text: string): Wording => ({ id: text, en: text })

/** Every instrument a parameter or a ground may cite; a citation of anything else does not compile. */
export const instruments = {
  'uu-40-2004': {
    short: same('UU 40/2004'),
    title: { id: 'Sistem Jaminan Sosial Nasional', en: 'National social security system' },
  },
  'uu-24-2011': {
    short: same('UU 24/2011'),
    title: { id: 'Badan Penyelenggara Jaminan Sosial', en: 'Social security agencies' },
  },
  'uu-23-2006': {
    short: same('UU 23/2006'),
    title: {
      id: 'Administrasi Kependudukan (sebagaimana diubah UU 24/2013)',
      en: 'Population administration (amended by UU 24/2013)',
    },
  },
  'pp-44-2015': {
    short: same('PP 44/2015'),
    title: { id: 'Penyelenggaraan Program JKK dan JKM', en: 'The work-injury and death-benefit programmes' },
  },
  'pp-45-2015': {
    short: same('PP 45/2015'),
    title: { id: 'Penyelenggaraan Program Jaminan Pensiun', en: 'The pension programme' },
  },
  'pp-46-2015': {
    short: same('PP 46/2015'),
    title: { id: 'Penyelenggaraan Program Jaminan Hari Tua', en: 'The old-age savings programme' },
  },
  'pp-60-2015': { short: same('PP 60/2015'), title: { id: 'Perubahan atas PP 46/2015', en: 'Amendment of PP 46/2015' } },
  'pp-82-2019': {
    short: same('PP 82/2019'),
    title: { id: 'Perubahan atas PP 44/2015 (JKK dan JKM)', en: 'Amendment of PP 44/2015 (JKK and JKM)' },
  },
  'pp-49-2020': {
    short: same('PP 49/2020'),
    title: { id: 'Penyesuaian iuran selama bencana Covid-19', en: 'Adjusted contributions during Covid-19' },
  },
  'pp-49-2023': {
    short: same('PP 49/2023'),
    title: { id: 'Perubahan kedua atas PP 44/2015', en: 'Second amendment of PP 44/2015' },
  },
  'pp-50-2025': {
    short: same('PP 50/2025'),
    title: {
      id: 'Penyesuaian iuran JKK dan JKM bagi peserta BPU',
      en: 'Adjusted JKK and JKM contributions for non-wage participants',
    },
  },
  'permenaker-5-2021': {
    short: same('Permenaker 5/2021'),
    title: { id: 'Tata cara penyelenggaraan JKK, JKM dan JHT', en: 'Procedure of JKK, JKM and JHT' },
  },
  'permenaker-4-2022': {
    short: same('Permenaker 4/2022'),
    title: { id: 'Pembayaran manfaat JHT', en: 'Payment of the JHT benefit' },
  },
  'permenaker-4-2023': {
    short: same('Permenaker 4/2023'),
    title: { id: 'Jaminan sosial pekerja migran Indonesia', en: 'Social security of Indonesian migrant workers' },
  },
  'permenaker-1-2025': {
    short: same('Permenaker 1/2025'),
    title: { id: 'Perubahan atas Permenaker 5/2021', en: 'Amendment of Permenaker 5/2021' },
  },
  'perdir-22-2022': {
    short: { id: 'Perdir BPJS TK 22/PERDIR.02/072022', en: 'BPJS-TK Perdir 22/PERDIR.02/072022' },
    title: { id: 'Kepesertaan BPU (peraturan direksi)', en: 'Non-wage membership (directors’ regulation)' },
  },
  'inpres-2-2021': {
    short: same('Inpres 2/2021'),
    title: { id: 'Optimalisasi jaminan sosial ketenagakerjaan', en: 'Optimising employment social security' },
  },
  'bpjs-form': {
    short: { id: 'Formulir dan daftar berkas BPJS TK', en: 'BPJS-TK forms and document lists' },
    title: {
      id: 'Formulir 3 KK1, 3a KK2, 3b KK3 dan daftar berkas klaim',
      en: 'Forms 3 KK1, 3a KK2, 3b KK3 and claim checklists',
    },
  },
  'bpjs-practice': {
    short: { id: 'Praktik BPJS TK', en: 'BPJS-TK practice' },
    title: { id: 'Praktik yang diberitakan; pasalnya belum dibaca', en: 'Practice as reported; the article has not been read' },
  },
  'regional-rule': {
    short: { id: 'Perkada / SK kepala daerah', en: 'Regional regulation or decree' },
    title: { id: 'Aturan kerentanan daerah yang berlaku', en: 'The region’s rule on vulnerable workers in force' },
  },
  'skb-libur': {
    short: { id: 'SKB 3 Menteri tentang hari libur', en: 'Joint decree of three ministers on holidays' },
    title: { id: 'Hari libur nasional tahun berjalan', en: 'National public holidays of the year' },
  },
} as const satisfies Record<string, Instrument>

/** The key of an instrument we may cite. */
export type InstrumentId = keyof typeof instruments
