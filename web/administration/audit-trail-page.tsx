import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { AnswerOf } from '../../src/platform/endpoint.ts'
import { listAuditLines } from '../../src/platform/session-api.ts'
import { call } from '../app/call.ts'
import { stateOf } from '../app/load.ts'
import { actText, subjectText } from '../text/acts.ts'
import { administrationText } from '../text/administration.ts'
import { useLanguage, useText } from '../text/language.tsx'
import { useAddress } from '../ui/address.ts'
import { MomentText } from '../ui/day-text.tsx'
import { PageLink } from '../ui/link.tsx'
import { ListPage } from '../ui/list-page.tsx'
import type { ListColumn, ListFilter, ListValue } from '../ui/list-types.ts'
import style from './administration.module.css'
import { pageOfSubject, wordAct, wordDetails, wordSubject } from './audit-words.ts'
import { FindPerson } from './find-person.tsx'
import { SaveAuditTrail } from './save-audit-trail.tsx'
import { VerifyTrail } from './verify-trail.tsx'

/** One line of the audit trail. */
export type AuditLine = AnswerOf<typeof listAuditLines>['lines'][number]

const names = ['actor', 'act', 'subjectKind', 'subjectId', 'from', 'until'] as const

/** Who did what, when: every line of the audit trail in words, filtered by who, act and record. */
export function AuditTrailPage() {
  const text = useText(administrationText)
  const { address } = useAddress()
  const query = useMemo(
    () => Object.fromEntries(names.flatMap((name) => (address[name] ? [[name, address[name]]] : []))),
    [address],
  )
  const { state, onMore } = useAuditLines(query)
  return (
    <ListPage
      id="audit-trail"
      words={{ title: text.audit, empty: { title: text.noLines, what: text.noLinesWhat }, forbidden: text.auditForWhom }}
      state={state}
      onMore={onMore}
      columns={useColumns()}
      keyOf={(line) => String(line.id)}
      filters={useFilters()}
      acts={
        <>
          <FindPerson />
          <VerifyTrail />
          {state.is === 'here' && <SaveAuditTrail query={query} count={state.value.count} />}
        </>
      }
    />
  )
}

/** The newest lines first; further ones are asked for by the number of the last that is there. */
function useAuditLines(query: Record<string, string>) {
  const found = useInfiniteQuery({
    queryKey: [listAuditLines.path, query],
    queryFn: ({ pageParam }) =>
      call(listAuditLines, { query: { ...query, limit: 200, ...(pageParam !== undefined && { before: pageParam }) } }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (last) => (last.lines.length < 200 ? undefined : last.lines.at(-1)?.id),
    placeholderData: keepPreviousData,
  })
  const { fetchNextPage, hasNextPage, isFetchingNextPage, data } = found
  const onMore = useCallback(() => void fetchNextPage(), [fetchNextPage])
  const value = useMemo(() => {
    const rows = data?.pages.flatMap((page) => page.lines)
    return rows && { rows, count: data?.pages[0]?.count ?? 0, hasMore: hasNextPage, isLoadingMore: isFetchingNextPage }
  }, [data, hasNextPage, isFetchingNextPage])
  const state = stateOf<ListValue<AuditLine>>({
    data: value,
    error: found.error,
    isError: found.isError,
    refetch: found.refetch as never,
  })
  return { state, onMore }
}

function useFilters(): ListFilter[] {
  const text = useText(administrationText)
  const acts = useText(actText)
  const subjects = useText(subjectText)
  const options = (entries: Readonly<Record<string, string>>) =>
    Object.entries(entries)
      .map(([value, label]) => ({ value, label }))
      .toSorted((left, right) => left.label.localeCompare(right.label))
  return [
    { kind: 'search', name: 'actor', label: text.searchActor },
    { kind: 'choice', name: 'act', label: text.act, options: options(acts) },
    { kind: 'choice', name: 'subjectKind', label: text.subjectKind, options: options(subjects) },
    { kind: 'search', name: 'subjectId', label: text.subjectId },
    { kind: 'day', name: 'from', label: text.from },
    { kind: 'day', name: 'until', label: text.until },
  ]
}

function useColumns(): ListColumn<AuditLine>[] {
  const text = useText(administrationText)
  const { language } = useLanguage()
  return useMemo(
    () => [
      { id: 'act', title: text.act, width: 240, phone: 'first', cell: (line) => wordAct(line.act, language) },
      { id: 'at', title: text.at, width: 216, phone: 'second', cell: (line) => <MomentText iso={line.at} /> },
      { id: 'actor', title: text.actor, width: 160, phone: 'second', cell: (line) => line.actorName },
      { id: 'subject', title: text.subject, width: 200, cell: (line) => <Subject line={line} /> },
      {
        id: 'details',
        title: text.details,
        width: 336,
        cell: (line) => {
          const details = wordDetails(line.details, language)
          return <span title={details}>{details}</span>
        },
      },
    ],
    [text, language],
  )
}

/** What a line is about: its page where it has one, else its kind and the beginning of its number. */
function Subject({ line }: { line: AuditLine }) {
  const { language } = useLanguage()
  const kind = wordSubject(line.subjectKind, language)
  const page = pageOfSubject(line.subjectKind, line.subjectId)
  const short = line.subjectId.length > 12 ? line.subjectId.slice(0, 8) : line.subjectId
  return (
    <span title={line.subjectId}>
      {page === undefined ? kind : <PageLink to={page}>{kind}</PageLink>} <span className={style.number}>{short}</span>
    </span>
  )
}
