import { ActionIcon, Tooltip } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { useState } from 'react'
import { maskNik } from '../../values/nik.ts'
import { useText } from '../text/language.tsx'
import { uiText } from '../text/ui.ts'

type MaskedProps = {
  /** The NIK, whole or already masked by the server. */
  nik: string
  /** Asks the server for the whole number, which logs who looked; without it there is no button. */
  reveal?: () => Promise<string>
}

/** A NIK with its middle hidden; the whole of it only on asking. */
export function Masked({ nik, reveal }: MaskedProps) {
  const text = useText(uiText)
  const [whole, setWhole] = useState<string>()
  return (
    <span className="figures" style={{ whiteSpace: 'nowrap' }}>
      {whole ?? (nik.includes('*') ? nik : maskNik(nik))}
      {reveal && whole === undefined && (
        <Tooltip label={text.showNik}>
          <ActionIcon variant="subtle" size={20} ml={4} aria-label={text.showNik} onClick={() => void reveal().then(setWhole)}>
            <IconEye size={14} />
          </ActionIcon>
        </Tooltip>
      )}
    </span>
  )
}
