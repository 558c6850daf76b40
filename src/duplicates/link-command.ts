import { type Command, InvalidArgumentError } from 'commander'
import type { Wording } from '../../values/language.ts'
import { unreachable } from '../../values/unreachable.ts'
import { type LinkFilesRefusal, linkFiles } from './link-files.ts'

/** Pairs from this probability on are written when no other is asked for. */
export const defaultThreshold = 0.5

/** Adds `link LEFT.csv [RIGHT.csv]` to the commands about duplicates. */
export function registerDuplicatesLink(program: Command): void {
  program
    .command('link')
    .description(
      'Cari orang yang sama di dalam satu berkas, atau di antara dua / Find the same people within one file, or across two',
    )
    .argument('<left>', 'berkas CSV, boleh .gz / CSV file, may be .gz')
    .argument('[right]', 'berkas kedua / second file')
    .requiredOption('--map <file>', 'JSON: kolom mana berisi apa / which column holds what')
    .requiredOption('--out <file>', 'hasil: left,right,probability / result')
    .option(
      '--threshold <probability>',
      'peluang terkecil yang ditulis, 0–1 / smallest probability written',
      readProbability,
      defaultThreshold,
    )
    .action(
      async (
        left: string,
        right: string | undefined,
        options: { map: string; out: string; threshold: number },
        command: Command,
      ) => {
        const linked = await linkFiles({ left, right, map: options.map, out: options.out, threshold: options.threshold })
        if (!linked.ok) {
          const wording = wordingOf(linked.refusal)
          return command.error(`${wording.id}\n${wording.en}`)
        }
        const { records, pairs } = linked.value
        process.stdout.write(
          `${records} baris dibaca, ${pairs} pasangan ditulis ke ${options.out} / ${records} rows read, ${pairs} pairs written\n`,
        )
      },
    )
}

function readProbability(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !(value >= 0 && value <= 1)) {
    throw new InvalidArgumentError('Isi angka antara 0 dan 1, misalnya 0.5. / Give a number between 0 and 1, such as 0.5.')
  }
  return value
}

/** Says why files were not linked, and what to do. */
export function wordingOf(refusal: LinkFilesRefusal): Wording {
  const { file } = refusal
  switch (refusal.reason) {
    case 'file-not-readable':
      return {
        id: `Berkas ${file} tidak dapat dibaca, jadi belum ada yang dibandingkan. Periksa nama dan tempatnya, lalu ulangi.`,
        en: `The file ${file} cannot be read, so nothing was compared. Check its name and place, then try again.`,
      }
    case 'file-without-rows':
      return {
        id: `Berkas ${file} tidak berisi baris orang di bawah judul kolom. Periksa apakah ini berkas yang benar.`,
        en: `The file ${file} holds no rows of people below the headings. Check that it is the right file.`,
      }
    case 'out-not-writable':
      return {
        id: `Hasil tidak dapat ditulis ke ${file}. Pilih tempat lain atau periksa izin menulis.`,
        en: `The result cannot be written to ${file}. Choose another place or check that you may write there.`,
      }
    case 'map-not-readable':
      return {
        id: `Peta kolom ${file} bukan JSON yang benar. Contoh isinya: {"id": "NO", "fullName": "NAMA", "birthDate": "TGL LAHIR"}.`,
        en: `The column map ${file} is not proper JSON. It looks like this: {"id": "NO", "fullName": "NAMA", "birthDate": "TGL LAHIR"}.`,
      }
    case 'map-without-id':
      return {
        id: `Peta kolom ${file} tidak menyebut "id": kolom yang menandai tiap baris. Tambahkan, agar pasangan dapat ditunjuk.`,
        en: `The column map ${file} does not name "id": the column that marks each row. Add it, so that pairs can be pointed out.`,
      }
    case 'map-without-fields':
      return {
        id: `Peta kolom ${file} hanya menyebut "id". Tambahkan kolom yang dapat dibandingkan, misalnya fullName atau birthDate.`,
        en: `The column map ${file} names only "id". Add columns that can be compared, such as fullName or birthDate.`,
      }
    case 'column-missing':
      return {
        id: `Kolom "${refusal.column}" tidak ada di ${file}. Kolom yang ada: ${refusal.headings.join(', ')}. Perbaiki peta kolomnya.`,
        en: `There is no column "${refusal.column}" in ${file}. Its columns are: ${refusal.headings.join(', ')}. Correct the column map.`,
      }
    default:
      return unreachable(refusal)
  }
}
