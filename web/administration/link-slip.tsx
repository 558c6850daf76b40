import { Alert, Button, CopyButton, Group, Modal } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconCopy, IconPrinter } from '@tabler/icons-react'
import { accountsText } from '../text/accounts.ts'
import { useText } from '../text/language.tsx'
import { uiText } from '../text/ui.ts'
import { paths } from '../paths.ts'
import { QrCode } from '../ui/qr-code.tsx'
import style from './accounts.module.css'

/** A link that was just made, and whom it is for. */
export type ShownLink = { token: string; expiresAt: string; fullName: string; username: string; note?: string }

/** The address of a one-time link. What opens it stands after the #: it never travels to a server's log. */
export function addressOfLink(token: string): string {
  return `${location.origin}${paths.accountLink()}#${token}`
}

/** Shows a link this once, to be copied, scanned or printed as a slip. */
export function LinkSlip({ link, onClose }: { link: ShownLink | undefined; onClose: () => void }) {
  const text = useText(accountsText)
  const shared = useText(uiText)
  return (
    <Modal
      opened={link !== undefined}
      onClose={onClose}
      title={text.linkTitle}
      size="lg"
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': shared.close }}
    >
      {link && <Slip link={link} onClose={onClose} />}
    </Modal>
  )
}

function Slip({ link, onClose }: { link: ShownLink; onClose: () => void }) {
  const text = useText(accountsText)
  const address = addressOfLink(link.token)
  return (
    <div className={style.slip}>
      <p>
        <strong>{link.fullName}</strong> · {text.username}: <strong>{link.username}</strong>
      </p>
      <p>{text.slipHow}</p>
      <QrCode text={address} label={text.qrOfLink} />
      <div className={style.address} data-testid="account-link">
        {address}
      </div>
      <p className="quiet">{text.linkUntil(link.expiresAt.slice(0, 10))}</p>
      <Alert className={style.noPrint ?? ''} color="amber" variant="outline" icon={<IconAlertTriangle size={18} />}>
        {text.linkOnce} {link.note}
      </Alert>
      <Group gap="xs" className={style.noPrint ?? ''}>
        <CopyButton value={address}>
          {({ copied, copy }) => (
            <Button
              leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
              onClick={copy}
            >
              {copied ? text.copied : text.copy}
            </Button>
          )}
        </CopyButton>
        <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => print()}>
          {text.print}
        </Button>
        <Button variant="default" onClick={onClose}>
          {text.doneWithLink}
        </Button>
      </Group>
    </div>
  )
}
