import { Button, Group, Modal } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { verifyAuditChain } from '../../src/platform/session-api.ts'
import { formatCount } from '../../values/numbers.ts'
import { call } from '../app/call.ts'
import { shownOf } from '../app/problem.ts'
import { useHasRole } from '../app/session.tsx'
import { administrationText } from '../text/administration.ts'
import { useLanguage, useText, useWording } from '../text/language.tsx'
import { FactList } from '../ui/fact-list.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import { useTell } from '../ui/tell.ts'
import style from './administration.module.css'

type Verification = AnswerOf<typeof verifyAuditChain>

/** Goes over the whole chain of the trail and says how many lines stand, where it ends, or which line is the first that does not fit. */
export function VerifyTrail() {
  const text = useText(administrationText)
  const word = useWording()
  const tell = useTell()
  const mayVerify = useHasRole('administrator', 'auditor')
  const [isBusy, setBusy] = useState(false)
  const [found, setFound] = useState<Verification>()
  if (!mayVerify) return null
  const verify = async () => {
    setBusy(true)
    try {
      setFound(await call(verifyAuditChain))
    } catch (error) {
      tell('bad', word(shownOf(error).title))
    }
    setBusy(false)
  }
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconShieldCheck size={16} aria-hidden />}
        loading={isBusy}
        onClick={() => void verify()}
      >
        {text.verify}
      </Button>
      <Modal
        opened={found !== undefined}
        onClose={() => setFound(undefined)}
        title={text.verified}
        closeButtonProps={{ 'aria-label': text.close }}
      >
        {found !== undefined && <Verified found={found} />}
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={() => setFound(undefined)}>
            {text.close}
          </Button>
        </Group>
      </Modal>
    </>
  )
}

function Verified({ found }: { found: Verification }) {
  const text = useText(administrationText)
  const word = useWording()
  const { language } = useLanguage()
  const { fault, lines, end } = found
  return (
    <>
      <p>
        {fault === null ? (
          <StatusBadge tone="good">{text.verifiedWhole}</StatusBadge>
        ) : (
          <StatusBadge tone="bad">{text.verifiedBroken}</StatusBadge>
        )}
      </p>
      <FactList
        facts={[
          { label: text.verifiedLines, value: formatCount(lines, language) },
          ...(fault === null ? [] : [{ label: text.brokenLine, value: `${fault.lineId}: ${word(found.wording)}` }]),
          ...(end === null
            ? []
            : [{ label: text.chainEnd, value: <span className={style.hash}>{`${end.position}:${end.hash}`}</span> }]),
        ]}
      />
    </>
  )
}
