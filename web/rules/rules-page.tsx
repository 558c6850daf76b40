import { Button, Menu, Tabs } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { parameters, rules } from '../../rules/book.ts'
import { takeBook } from '../../src/rules/api.ts'
import { addressOf } from '../app/call.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { rulesText } from '../text/rules.ts'
import { useAddress } from '../ui/address.ts'
import { PageHead, useTabTitle } from '../ui/page-frame.tsx'
import pageStyle from '../ui/page.module.css'
import { CalculatorTab } from './calculator-tab.tsx'
import { FiguresTab } from './figures-tab.tsx'
import style from './rules.module.css'
import { RulesTab } from './rules-tab.tsx'

/** The law UCOK works by: its figures, its rules, and a calculator for each; the open tab stands in the address. */
export function RulesPage() {
  const text = useText(rulesText)
  const { address, change } = useAddress()
  useTabTitle(text.title)
  const tabs = [
    { id: 'figures', label: text.figures, count: parameters.length, content: <FiguresTab /> },
    { id: 'rules', label: text.rules, count: rules.length, content: <RulesTab /> },
    { id: 'calculator', label: text.calculator, count: undefined, content: <CalculatorTab /> },
  ]
  const open = tabs.find((tab) => tab.id === address['tab'])?.id ?? 'figures'
  return (
    <div className={`${pageStyle.page} ${style.rulesPage}`}>
      <PageHead title={text.title} acts={<Download />} />
      <p className={`quiet ${style.lead}`}>{text.what}</p>
      <Tabs
        value={open}
        onChange={(tab) => change({ tab: tab === 'figures' ? undefined : (tab ?? undefined) })}
        keepMounted={false}
      >
        <Tabs.List className={style.tabList}>
          {tabs.map((tab) => (
            <Tabs.Tab key={tab.id} value={tab.id} rightSection={tab.count && <span className="quiet">{tab.count}</span>}>
              {tab.label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map((tab) => (
          <Tabs.Panel key={tab.id} value={tab.id} pt="md">
            {tab.content}
          </Tabs.Panel>
        ))}
      </Tabs>
    </div>
  )
}

function Download() {
  const text = useText(rulesText)
  const { language } = useLanguage()
  const book = (format: 'pdf' | 'html') => addressOf(takeBook, { query: { format, language } })
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
          {text.download}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={book('pdf')} download>
          {text.downloadPdf}
        </Menu.Item>
        <Menu.Item component="a" href={book('html')} download>
          {text.downloadHtml}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
