import type { Wording } from '../../values/language.ts'
import { parameter } from '../kit/parameter.ts'
import { type Loss, percent } from '../kit/units.ts'
import { readOn, startOfLaw } from './checked.ts'

const loss = (
  code: string,
  share: number,
  label: Wording,
  more: Partial<Pick<Loss, 'upTo' | 'per' | 'verified'>> = {},
): Loss => ({
  code,
  label,
  percent: percent(share),
  verified: false,
  ...more,
})
const read = { verified: true } as const

/** What each loss is worth, as a share of 80 monthly incomes; right and left change places for the left-handed. */
export const disabilityTable = parameter({
  name: 'jkk-disability-table',
  title: { id: 'JKK: tabel persentase cacat', en: 'JKK: disability table' },
  unit: 'loss-table',
  history: [
    {
      from: startOfLaw,
      law: { law: 'pp-44-2015', annex: 'III' },
      checkedOn: readOn,
      verified: false,
      sources: ['S25'],
      note: {
        id: 'Baris yang sudah dibaca ditandai; baris lain harus dicocokkan dengan lampirannya.',
        en: 'Rows that were read are marked; the others must be compared with the annex.',
      },
      value: [
        loss('ARM_R', 40, { id: 'Lengan kanan dari sendi bahu ke bawah', en: 'Right arm from the shoulder joint' }, read),
        loss('ARM_L', 35, { id: 'Lengan kiri dari sendi bahu ke bawah', en: 'Left arm from the shoulder joint' }, read),
        loss('ELBOW_R', 35, { id: 'Lengan kanan dari atau di atas siku', en: 'Right arm from or above the elbow' }),
        loss('ELBOW_L', 30, { id: 'Lengan kiri dari atau di atas siku', en: 'Left arm from or above the elbow' }),
        loss('HAND_R', 32, { id: 'Tangan kanan dari atau di atas pergelangan', en: 'Right hand from or above the wrist' }),
        loss('HAND_L', 28, { id: 'Tangan kiri dari atau di atas pergelangan', en: 'Left hand from or above the wrist' }),
        loss('LEGS_BOTH_HIP', 70, { id: 'Kedua kaki dari pangkal paha', en: 'Both legs from the groin' }),
        loss('LEG_HIP', 35, { id: 'Satu kaki dari pangkal paha', en: 'One leg from the groin' }),
        loss('FEET_BOTH_ANKLE', 50, { id: 'Kedua kaki dari mata kaki', en: 'Both feet from the ankle' }),
        loss('FOOT_ANKLE', 25, { id: 'Satu kaki dari mata kaki', en: 'One foot from the ankle' }),
        loss('EYES_BOTH', 70, { id: 'Kedua mata', en: 'Both eyes' }, read),
        loss(
          'EYE_ONE',
          35,
          { id: 'Satu mata, atau penglihatan ganda dekat', en: 'One eye, or double vision at near distance' },
          read,
        ),
        loss('EARS_BOTH', 40, { id: 'Pendengaran kedua telinga', en: 'Hearing of both ears' }, read),
        loss('EAR_ONE', 20, { id: 'Pendengaran satu telinga', en: 'Hearing of one ear' }, read),
        loss('THUMB_R', 15, { id: 'Ibu jari tangan kanan', en: 'Right thumb' }),
        loss('THUMB_L', 12, { id: 'Ibu jari tangan kiri', en: 'Left thumb' }),
        loss('INDEX_R', 9, { id: 'Telunjuk kanan', en: 'Right index finger' }),
        loss('INDEX_L', 7, { id: 'Telunjuk kiri', en: 'Left index finger' }),
        loss('OTHERF_R', 4, { id: 'Satu jari lain tangan kanan', en: 'One other finger of the right hand' }),
        loss('OTHERF_L', 3, { id: 'Satu jari lain tangan kiri', en: 'One other finger of the left hand' }),
        loss('INDEX1_R', 4.5, { id: 'Ruas pertama telunjuk kanan', en: 'First phalanx of the right index finger' }),
        loss('INDEX1_L', 3.5, { id: 'Ruas pertama telunjuk kiri', en: 'First phalanx of the left index finger' }),
        loss('OTHER1_R', 2, { id: 'Ruas pertama jari lain tangan kanan', en: 'First phalanx of another right finger' }),
        loss('OTHER1_L', 1.5, { id: 'Ruas pertama jari lain tangan kiri', en: 'First phalanx of another left finger' }),
        loss('BIGTOE', 5, { id: 'Satu ibu jari kaki', en: 'One big toe' }),
        loss('TOE2', 3, { id: 'Satu jari telunjuk kaki', en: 'One second toe' }),
        loss('TOEX', 2, { id: 'Satu jari kaki lain', en: 'One other toe' }),
        loss(
          'SCALP',
          10,
          { id: 'Kulit kepala terkelupas (10–30 %)', en: 'Scalp torn off (10–30 %)' },
          { ...read, upTo: percent(30) },
        ),
        loss('IMPOTENCE', 30, { id: 'Impotensi (sebagian naskah 40 %)', en: 'Impotence (some texts 40 %)' }),
        loss('SHORT_LT5', 10, { id: 'Satu kaki memendek kurang dari 5 cm', en: 'One leg shortened by less than 5 cm' }),
        loss('SHORT_5_75', 20, {
          id: 'Satu kaki memendek 5 sampai kurang dari 7,5 cm',
          en: 'One leg shortened by 5 to under 7.5 cm',
        }),
        loss('SHORT_GE75', 30, { id: 'Satu kaki memendek 7,5 cm atau lebih', en: 'One leg shortened by 7.5 cm or more' }),
        loss(
          'HEAR10_BOTH',
          6,
          { id: 'Pendengaran kedua telinga, tiap 10 desibel', en: 'Hearing of both ears, per 10 decibels' },
          { ...read, per: '10-decibel' },
        ),
        loss(
          'HEAR10_ONE',
          3,
          { id: 'Pendengaran satu telinga, tiap 10 desibel', en: 'Hearing of one ear, per 10 decibels' },
          { ...read, per: '10-decibel' },
        ),
        loss('EARLOBE_ONE', 5, { id: 'Daun telinga sebelah', en: 'One outer ear' }, read),
        loss('EARLOBE_BOTH', 10, { id: 'Kedua daun telinga', en: 'Both outer ears' }, read),
        loss('NOSTRIL', 30, { id: 'Cuping hidung', en: 'Wing of the nose' }, read),
        loss('SEPTUM', 15, { id: 'Perforasi sekat rongga hidung', en: 'Perforated nasal septum' }, read),
        loss('SMELL', 10, { id: 'Daya penciuman', en: 'Sense of smell' }, read),
        loss('PHYS_51_70', 40, { id: 'Kemampuan kerja fisik 51–70 %', en: 'Physical working ability, 51–70 %' }),
        loss('PHYS_26_50', 20, { id: 'Kemampuan kerja fisik 26–50 %', en: 'Physical working ability, 26–50 %' }),
        loss('PHYS_10_25', 5, { id: 'Kemampuan kerja fisik 10–25 %', en: 'Physical working ability, 10–25 %' }),
        loss('MENTAL', 70, { id: 'Kemampuan kerja mental tetap', en: 'Mental working ability, for good' }),
        loss(
          'VISION10',
          7,
          { id: 'Efisiensi penglihatan, tiap 10 %', en: 'Visual efficiency, per 10 %' },
          { ...read, per: '10-percent' },
        ),
        loss('COLOUR', 10, { id: 'Penglihatan warna', en: 'Colour vision' }, read),
        loss('FIELD10', 7, { id: 'Lapangan pandang, tiap 10 %', en: 'Visual field, per 10 %' }, { ...read, per: '10-percent' }),
      ],
    },
  ],
})
