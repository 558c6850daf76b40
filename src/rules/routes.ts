import { PassThrough } from 'node:stream'
import { done } from '../../values/outcome.ts'
import { todayIn } from '../platform/context.ts'
import { downloadName } from '../platform/files.ts'
import { type Route, route } from '../platform/route.ts'
import { takeBook } from './api.ts'
import { bookHtml } from './book.ts'
import { writeBookPdf } from './book-pdf.ts'

export const rulesRoutes: Route[] = [
  route(takeBook, async ({ session, query: { format, language }, platform }) => {
    const on = todayIn(session.region)
    const fileName = downloadName(language === 'id' ? 'buku-aturan' : 'rule-book', on.toString(), format)
    if (format === 'html') return done({ fileName, mediaType: 'text/html; charset=utf-8', bytes: bookHtml(on, language) })
    const bytes = new PassThrough()
    writeBookPdf(on, bytes, language).catch((error: unknown) => {
      platform.log.error(error)
      bytes.destroy()
    })
    return done({ fileName, mediaType: 'application/pdf', bytes })
  }),
]
