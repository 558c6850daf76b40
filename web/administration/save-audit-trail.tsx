import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { listAuditLines } from '../../src/platform/session-api.ts'
import { call } from '../app/call.ts'
import { shownOf } from '../app/problem.ts'
import { useSession } from '../app/session.tsx'
import { administrationText } from '../text/administration.ts'
import { useLanguage, useText, useWording } from '../text/language.tsx'
import { useTell } from '../ui/tell.ts'
import type { AuditLine } from './audit-trail-page.tsx'
import { wordAct, wordDetails, wordSubject } from './audit-words.ts'
import { saveText, writeCsv } from './csv.ts'

/** As many lines as the server gives at once. */
const atOnce = 500

type SaveProps = { query: Record<string, string>; count: number }

/** Saves every line that is filtered, not only those in sight, as CSV; says how far it is. */
export function SaveAuditTrail({ query, count }: SaveProps) {
  const text = useText(administrationText)
  const { language } = useLanguage()
  const word = useWording()
  const tell = useTell()
  const { today } = useSession()
  const [done, setDone] = useState<number>()
  const row = (line: AuditLine) => [
    line.id,
    line.at,
    line.actorName,
    wordAct(line.act, language),
    line.act,
    wordSubject(line.subjectKind, language),
    line.subjectId,
    wordDetails(line.details, language),
  ]
  const save = async () => {
    try {
      const lines = await allLines(query, setDone)
      const heads = ['id', text.at, text.actor, text.act, 'act', text.subject, text.subjectId, text.details]
      saveText(`${text.csvName}-${today}.csv`, 'text/csv', writeCsv([heads, ...lines.map(row)]))
    } catch (error) {
      tell('bad', word(shownOf(error).title))
    }
    setDone(undefined)
  }
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
      disabled={count === 0 || done !== undefined}
      onClick={() => void save()}
    >
      {done === undefined ? text.saveCsv : text.savingCsv(done, count)}
    </Button>
  )
}

async function allLines(query: Record<string, string>, onProgress: (done: number) => void): Promise<AuditLine[]> {
  const lines: AuditLine[] = []
  for (;;) {
    onProgress(lines.length)
    const before = lines.at(-1)?.id
    const part = await call(listAuditLines, { query: { ...query, limit: atOnce, ...(before !== undefined && { before }) } })
    lines.push(...part.lines)
    if (part.lines.length < atOnce) return lines
  }
}
