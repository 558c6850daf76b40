import { words } from './words.ts'

/** The words of the first page. */
export const homeText = words({
  title: { id: 'Beranda', en: 'Home' },
  greeting: (name: string) => ({ id: `Selamat datang, ${name}`, en: `Welcome, ${name}` }),
  work: { id: 'Pekerjaan yang berjalan dan baru selesai', en: 'Work under way and just ended' },
})
