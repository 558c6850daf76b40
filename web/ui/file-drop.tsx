import { ActionIcon, Anchor, Button, Group } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import { useLanguage, useText } from '../text/language.tsx'
import { uiText } from '../text/ui.ts'
import style from './parts.module.css'

type FileDropProps = {
  label: string
  /** What may be dropped, in words: "XLSX atau CSV". */
  hint: string
  /** Endings that are read: `['.xlsx', '.csv']`; others are named and left out. */
  endings: readonly string[]
  files: readonly File[]
  onFiles: (files: File[]) => void
  /** How far a file is, under its name. */
  stateOf?: (file: File) => ReactNode
  /** The files are on their way: none is added or taken out. */
  isLocked?: boolean
}

/** Takes one file or many, dropped or chosen; lists them and lets each be taken out again. */
export function FileDrop({ label, hint, endings, files, onFiles, stateOf, isLocked = false }: FileDropProps) {
  const text = useText(uiText)
  const { language } = useLanguage()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)
  const [leftOut, setLeftOut] = useState<string[]>([])
  const add = (chosen: Iterable<File>) => {
    const all = [...chosen]
    setLeftOut(all.filter((file) => !isRead(file, endings)).map((file) => file.name))
    const known = new Set(files.map((file) => `${file.name} ${file.size}`))
    onFiles([...files, ...all.filter((file) => isRead(file, endings) && !known.has(`${file.name} ${file.size}`))])
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    if (!isLocked) add(event.dataTransfer.files)
  }
  const over = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(true)
  }
  const size = files.reduce((sum, file) => sum + file.size, 0)
  return (
    <section aria-label={label}>
      <div
        className={style.drop}
        data-over={isOver || undefined}
        onDrop={drop}
        onDragOver={over}
        onDragLeave={() => setIsOver(false)}
      >
        {text.dropFiles}{' '}
        <Anchor component="button" type="button" disabled={isLocked} onClick={() => input.current?.click()}>
          {text.chooseFiles}
        </Anchor>
        <div className="quiet small">{hint}</div>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={label}
          accept={endings.join(',')}
          onChange={(event) => {
            add(event.currentTarget.files ?? [])
            event.currentTarget.value = ''
          }}
        />
      </div>
      {leftOut.length > 0 && (
        <p role="alert" style={{ color: 'var(--bad)' }}>
          {text.notTaken(leftOut.join(', '))}
        </p>
      )}
      {files.length > 0 && (
        <>
          <Group justify="space-between" mt={8}>
            <span>{text.filesChosen(files.length, writeSize(size, language === 'id' ? ',' : '.'))}</span>
            <Button variant="subtle" size="compact-sm" disabled={isLocked} onClick={() => onFiles([])}>
              {text.clearFiles}
            </Button>
          </Group>
          <ul className={style.files}>
            {files.map((file) => (
              <li key={`${file.name} ${file.size}`}>
                <span>
                  {file.name}
                  {stateOf && <div className="small">{stateOf(file)}</div>}
                </span>
                <span className="quiet small figures">{writeSize(file.size, language === 'id' ? ',' : '.')}</span>
                {!isLocked && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size={24}
                    aria-label={text.removeFile(file.name)}
                    onClick={() => onFiles(files.filter((other) => other !== file))}
                  >
                    <IconX size={14} />
                  </ActionIcon>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function isRead(file: File, endings: readonly string[]): boolean {
  return endings.some((ending) => file.name.toLowerCase().endsWith(ending))
}

/** The size of a file as people say it: `128 kB`, `4,2 MB`. */
export function writeSize(bytes: number, decimalMark: string): string {
  if (bytes < 1_000_000) return `${Math.ceil(bytes / 1000)} kB`
  return `${(bytes / 1_000_000).toFixed(1).replace('.', decimalMark)} MB`
}
