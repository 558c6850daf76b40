import { ActionIcon, CopyButton, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { readAnnex, readOfficialAnnex } from '../../src/programmes/api.ts'
import { addressOf } from '../app/call.ts'
import { useHasRole } from '../app/session.tsx'
import { useText } from '../text/language.tsx'
import { programmesText } from '../text/programmes.ts'
import { paths } from '../paths.ts'
import { DayText, MomentText } from '../ui/day-text.tsx'
import { FactList } from '../ui/fact-list.tsx'
import { Term } from '../ui/figure.tsx'
import { PageLink } from '../ui/link.tsx'
import type { Programme } from './words-of-programmes.ts'

type DecreeProps = { code: string; decree: NonNullable<Programme['decree']> }

/** A decree: number, day, how many it names, the fingerprint of its list, and its annexes. */
export function DecreeFacts({ code, decree }: DecreeProps) {
  const text = useText(programmesText)
  return (
    <FactList
      facts={[
        { label: text.number, value: <PageLink to={paths.decree(code, decree.id)}>{decree.number}</PageLink> },
        { label: text.decreeDay, value: <DayText iso={decree.decidedOn} age="away" /> },
        { label: text.people, value: text.peopleCount(decree.people) },
        { label: text.waitingList, value: text.peopleCount(decree.waiting) },
        { label: text.fingerprint, value: <Fingerprint sha256={decree.listSha256} /> },
        ...(decree.askedByName === null ? [] : [{ label: text.askedBy, value: decree.askedByName }]),
        {
          label: text.frozenBy,
          value: (
            <>
              {decree.frozenByName}, <MomentText iso={decree.frozenAt} />
            </>
          ),
        },
        { label: text.annex, value: <Annexes code={code} /> },
      ]}
    />
  )
}

function Fingerprint({ sha256 }: { sha256: string }) {
  const text = useText(programmesText)
  return (
    <>
      <code style={{ overflowWrap: 'anywhere' }}>{sha256}</code>
      <CopyButton value={sha256}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? text.copied : text.copy}>
            <ActionIcon variant="subtle" size={24} ml={4} aria-label={copied ? text.copied : text.copy} onClick={copy}>
              {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
      <div className="small">
        <Term means={text.fingerprintMeans}>SHA-256</Term>
      </div>
    </>
  )
}

/** The annex with masked NIK for whoever may read it; the official one only for those who pass it on. */
function Annexes({ code }: { code: string }) {
  const text = useText(programmesText)
  const mayTakeOfficial = useHasRole('officer', 'approver', 'insurer')
  const link = (endpoint: typeof readAnnex | typeof readOfficialAnnex, format: 'pdf' | 'xlsx') => (
    <a href={addressOf(endpoint, { params: { code }, query: { format } })} download>
      {format.toUpperCase()}
    </a>
  )
  return (
    <>
      <div>
        {link(readAnnex, 'pdf')} · {link(readAnnex, 'xlsx')} <span className="quiet">{text.annexMasked}</span>
      </div>
      {mayTakeOfficial && (
        <div>
          {link(readOfficialAnnex, 'pdf')} · {link(readOfficialAnnex, 'xlsx')} <span className="quiet">{text.annexOfficial}</span>
        </div>
      )}
    </>
  )
}
