import { ActionIcon, Button, Checkbox, Menu, Popover, Stack, Tooltip } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { IconColumns3, IconDownload, IconLineHeight } from '@tabler/icons-react'
import { useText } from '../text/language.tsx'
import { uiText } from '../text/ui.ts'
import { type Address, writeAddress } from './address.ts'
import type { ListColumn } from './list-types.ts'

/** Which columns a reader sees in a list, kept in this browser; and whether rows are compact everywhere. */
export function useListChoices<Row>(id: string, columns: readonly ListColumn<Row>[]) {
  const [hidden, setHidden] = useLocalStorage<string[] | null>({
    key: `ucok.columns.${id}`,
    defaultValue: null,
    getInitialValueInEffect: false,
  })
  const [isCompact, setCompact] = useLocalStorage({ key: 'ucok.compact', defaultValue: false, getInitialValueInEffect: false })
  const hiddenIds = hidden ?? columns.filter((column) => column.isHiddenAtFirst).map((column) => column.id)
  return { hiddenIds, setHidden, isCompact, setCompact, shown: columns.filter((column) => !hiddenIds.includes(column.id)) }
}

type ChoicesProps<Row> = { columns: readonly ListColumn<Row>[]; choices: ReturnType<typeof useListChoices<Row>> }

/** The column chooser and the row height. */
export function ListChoices<Row>({ columns, choices }: ChoicesProps<Row>) {
  const text = useText(uiText)
  const { hiddenIds, setHidden, isCompact, setCompact } = choices
  const toggle = (id: string) =>
    setHidden(hiddenIds.includes(id) ? hiddenIds.filter((other) => other !== id) : [...hiddenIds, id])
  return (
    <>
      <Tooltip label={text.compact}>
        <ActionIcon
          variant={isCompact ? 'light' : 'default'}
          size={36}
          aria-label={text.compact}
          aria-pressed={isCompact}
          onClick={() => setCompact(!isCompact)}
        >
          <IconLineHeight size={18} />
        </ActionIcon>
      </Tooltip>
      <Popover position="bottom-end" trapFocus>
        <Popover.Target>
          <ActionIcon variant="default" size={36} aria-label={text.columns} title={text.columns}>
            <IconColumns3 size={18} />
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown aria-label={text.columns}>
          <Stack gap="xs">
            {columns.map((column, place) => (
              <Checkbox
                key={column.id}
                label={column.title}
                checked={!hiddenIds.includes(column.id)}
                disabled={place === 0}
                onChange={() => toggle(column.id)}
              />
            ))}
          </Stack>
        </Popover.Dropdown>
      </Popover>
    </>
  )
}

/** Where a list can be fetched as a file; what is filtered and how it is sorted is added to the address. */
export type ExportLinks = { csv?: string; xlsx?: string }

/** Links to exactly what is filtered, as a file. */
export function ExportMenu({ links, address }: { links: ExportLinks; address: Address }) {
  const text = useText(uiText)
  const asked = writeAddress(address)
  const withFilters = (link: string) => link + (link.includes('?') ? asked.replace('?', '&') : asked)
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
          {text.export}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {links.csv && (
          <Menu.Item component="a" href={withFilters(links.csv)} download>
            {text.exportCsv}
          </Menu.Item>
        )}
        {links.xlsx && (
          <Menu.Item component="a" href={withFilters(links.xlsx)} download>
            {text.exportXlsx}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
