import { groundKind } from '../kit/ground.ts'

/** Every condition of enrolment, in the order in which a refusal is explained. The ids are stable: screens and files use them. */
export const eligibilityGrounds = {
  nikValid: groundKind({
    id: 'nik-valid',
    condition: { id: 'NIK 16 angka dan mungkin benar', en: 'The NIK has 16 digits and can be right' },
    law: { law: 'uu-23-2006', sources: ['S77'] },
  }),
  knownToCivilRegistry: groundKind({
    id: 'known-to-civil-registry',
    condition: { id: 'NIK dikenal Dukcapil', en: 'The civil registry knows the NIK' },
    law: { law: 'uu-23-2006', sources: ['S77'] },
  }),
  notDeceased: groundKind({
    id: 'not-deceased',
    condition: { id: 'Masih hidup menurut Dukcapil', en: 'Alive according to the civil registry' },
    law: { law: 'uu-23-2006' },
  }),
  citizen: groundKind({
    id: 'citizen',
    condition: { id: 'Warga negara Indonesia', en: 'Indonesian citizen' },
    law: { law: 'regional-rule', sources: ['S76'] },
  }),
  domicile: groundKind({
    id: 'domicile',
    condition: { id: 'KTP atau domisili di daerah ini', en: 'Identity card or home in this region' },
    law: { law: 'regional-rule' },
  }),
  ageAtEntry: groundKind({
    id: 'age-at-entry',
    condition: { id: 'Umur pada hari pendaftaran di dalam batas', en: 'Age on the day of registration within the limits' },
    law: { law: 'regional-rule', sources: ['S13', 'S33', 'S34'] },
  }),
  occupationAllowed: groundKind({
    id: 'occupation-allowed',
    condition: {
      id: 'Bukan ASN, TNI, Polri, pejabat negara, atau penerima upah',
      en: 'Not a civil servant, soldier, police officer, state official or wage earner',
    },
    law: { law: 'permenaker-1-2025', article: '2(2)', sources: ['S97'] },
  }),
  isWorking: groundKind({
    id: 'is-working',
    condition: { id: 'Punya kegiatan ekonomi pada hari pendaftaran', en: 'Has an economic activity on the day of registration' },
    law: { law: 'pp-44-2015', article: '5(3)', sources: ['S56', 'S76'] },
  }),
  notAlreadyCovered: groundKind({
    id: 'not-already-covered',
    condition: {
      id: 'Belum aktif di BPJS Ketenagakerjaan dan belum dibayar pihak lain',
      en: 'Not active with BPJS Ketenagakerjaan and not paid for by somebody else',
    },
    law: { law: 'perdir-22-2022', sources: ['S35', 'S78'] },
  }),
  decileCeiling: groundKind({
    id: 'decile-ceiling',
    condition: { id: 'Desil kesejahteraan tidak melebihi batas daerah', en: 'Welfare decile not above the region’s ceiling' },
    law: { law: 'regional-rule' },
  }),
  landLimit: groundKind({
    id: 'land-limit',
    condition: { id: 'Luas lahan tidak melebihi batas daerah', en: 'Land not larger than the region’s limit' },
    law: { law: 'regional-rule' },
  }),
} as const
