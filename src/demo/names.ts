import type { Sex } from '../../values/nik.ts'
import type { Chance } from './chance.ts'

const birthOrder = [['Wayan', 'Putu', 'Gede'], ['Made', 'Kadek', 'Nengah'], ['Nyoman', 'Komang'], ['Ketut']] as const

const given: Record<Sex, readonly string[]> = {
  L: words(
    'Sudarma Artawan Suardana Wirawan Parwata Sutama Mahendra Widnyana Suparta Arnawa Sukerta Yasa Budiarta Sudana Suweca Kariasa Winata Darmada Suantara Merta Adnyana Subagia Astika Wijaya Rai Suastika Ardika Pasek Gunawan Sugiarta Narendra Dharmawan Sumerta Karya Antara Yudana Suryawan Pradnya Sentana Wardana',
  ),
  P: words(
    'Suartini Ariani Sukerti Wati Lestari Parwati Suciati Ningsih Widiastuti Sulastri Mariani Sukasih Darmayanti Sugiarti Puspawati Warsiki Sariani Rasmini Juliani Swandewi Budiasih Astuti Antari Murniati Karmini Sumiati Yuliani Padmini Ratnadi Kusumawati Wiryani Muliani Suryani Adnyani Kartini Sriasih',
  ),
}

const second: Record<Sex, readonly string[]> = {
  L: words('Agus Eka Dwi Tri Adi Putra Oka Surya Indra Jaya Bagus Rai'),
  P: words('Ayu Eka Dwi Tri Sri Dewi Putri Rai Indah Purnama Mas'),
}

const castes: Record<Sex, readonly string[]> = {
  L: ['I Gusti Ngurah', 'I Gusti Made', 'Anak Agung Gede', 'Ida Bagus', 'Dewa Made', 'Cokorda Gede'],
  P: ['I Gusti Ayu', 'Ni Gusti Putu', 'Anak Agung Istri', 'Ida Ayu', 'Desak Made', 'Cokorda Istri'],
}

const mothers = words(
  'Sari Mirah Lestari Wartini Sulasih Dewi Sumiati Warsiki Darmayanti Kusuma Widiastuti Sukasih Sugiarti Mariani Rasmi Kendri Luh Nyari Resmi Sekar Wati Tantri',
)

/** An invented Balinese name as the card has it: birth order or caste, then one or two given names. */
export function inventName(chance: Chance, sex: Sex): string {
  const last = `${chance.happens(0.3) ? `${chance.pick(second[sex])} ` : ''}${chance.pick(given[sex])}`
  if (chance.happens(0.12)) return `${chance.pick(castes[sex])} ${last}`
  const order = chance.pick(chance.pick(birthOrder))
  return `${sex === 'L' ? 'I' : 'Ni'} ${order} ${last}`
}

export function inventMother(chance: Chance): string {
  return chance.pick(mothers)
}

function words(text: string): string[] {
  return text.split(' ')
}
