import { formatDay } from '../../values/days.ts'
import { formatMonth } from '../../values/months.ts'
import { maskNik } from '../../values/nik.ts'
import type { Decree, Programme } from './store.ts'

/** The formats of an annex, and for whom: `public` masks the NIK (UU 27/2022), `official` shows it whole, for BPJS. */
export const annexFormats = ['pdf', 'xlsx'] as const
export type AnnexFormat = (typeof annexFormats)[number]
export type AnnexVariant = 'public' | 'official'

/** What stands on every page of an annex. */
export type AnnexHead = {
  programme: Programme
  decree: Decree
  regionName: string
  office: string
  variant: AnnexVariant
  madeOn: string
  madeBy: string
  release: string
  /** Where the record is found again; the QR leads there. */
  address: string
}

/** A person of the annex; the NIK is whole, the writer masks it where it must. */
export type AnnexLine = {
  position: number
  nik: string
  fullName: string
  birthDate: string
  sex: string | null
  address: string | null
  occupation: string | null
  villageName: string
  districtName: string
  decile: number | null
}

/** The lines of title of an annex, in officials' words. */
export function titlesOf({ programme, decree, regionName, madeOn, madeBy, release }: AnnexHead): string[] {
  const window = `${formatMonth(programme.firstMonth, 'id')} – ${formatMonth(programme.lastMonth, 'id')}`
  return [
    `Lampiran Keputusan ${decree.number} tanggal ${formatDay(decree.decidedOn, 'id')}`,
    `Daftar penerima ${programme.name}, ${regionName}, ${window}, ${decree.people} orang`,
    `Dibuat ${formatDay(madeOn, 'id')} oleh ${madeBy} dengan UCOK ${release}; sidik daftar SHA-256 ${decree.listSha256}`,
  ]
}

/** The NIK as a variant may show it. */
export function nikFor(variant: AnnexVariant, nik: string): string {
  return variant === 'official' ? nik : maskNik(nik)
}
