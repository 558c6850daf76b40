import {
  keepPreviousData,
  type UseMutationResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { AnswerOf, Endpoint, InputOf } from '../../src/platform/endpoint.ts'
import { type Address, useAddress } from '../ui/address.ts'
import type { ListValue } from '../ui/list-types.ts'
import type { PageState } from '../ui/states.ts'
import { call, type CallInput, isProblem } from './call.ts'
import { shownOf } from './problem.ts'

/** Reads an endpoint for a page: `const state = useLoad(readWorker, { params: { id } })`, given to a shell as it is. */
export function useLoad<Described extends Endpoint>(
  endpoint: Described,
  ...input: CallInput<Described>
): PageState<AnswerOf<Described>> {
  return stateOf(useAnswer(endpoint, ...input))
}

/** Reads an endpoint as a query, for parts of a page that need more than the state (refetching, its age). */
export function useAnswer<Described extends Endpoint>(
  endpoint: Described,
  ...input: CallInput<Described>
): UseQueryResult<AnswerOf<Described>> {
  return useQuery({
    queryKey: keyOf(endpoint, input[0]),
    queryFn: () => call(endpoint, ...input),
    placeholderData: keepPreviousData as never,
  }) as UseQueryResult<AnswerOf<Described>>
}

/** Reads an endpoint once what it needs is known; gives nothing before that, and while it loads. */
export function useAnswerWhen<Described extends Endpoint>(
  endpoint: Described,
  input: InputOf<Described> | undefined,
): AnswerOf<Described> | undefined {
  const asked = useQuery({
    queryKey: keyOf(endpoint, input),
    queryFn: () => call(endpoint, ...([input] as unknown as CallInput<Described>)),
    enabled: input !== undefined,
  })
  return input === undefined ? undefined : asked.data
}

/** The state of a page from the query behind it. */
export function stateOf<Value>(query: Pick<UseQueryResult<Value>, 'data' | 'error' | 'isError' | 'refetch'>): PageState<Value> {
  if (query.data !== undefined && !query.isError) return { is: 'here', value: query.data }
  if (!query.isError) return { is: 'loading' }
  if (isProblem(query.error, 403)) return { is: 'forbidden' }
  return { is: 'failed', problem: shownOf(query.error), retry: () => void query.refetch() }
}

type Rows<Described extends Endpoint> = AnswerOf<Described> extends { rows: readonly (infer Row)[] } ? Row : never

/** What a list page needs: where it stands, and how to get more. */
export type Listed<Row> = { state: PageState<ListValue<Row>>; onMore: () => void; address: Address }

/**
 * Reads a list endpoint (`listQuery` / `listAnswer`) for `ListPage`, stretch by stretch. The page's address is its query: filters and
 * `sort` are passed on by name; `names` says which. `fixed` adds what the page itself decides (`{ params, query }`).
 */
export function useList<Described extends Endpoint>(
  endpoint: Described,
  names: readonly string[],
  fixed: { params?: Record<string, unknown>; query?: Record<string, unknown> } = {},
): Listed<Rows<Described>> {
  const { address } = useAddress()
  const asked = Object.fromEntries([...names, 'sort'].flatMap((name) => (address[name] ? [[name, address[name]]] : [])))
  const query = { ...asked, ...fixed.query }
  const found = useInfiniteQuery({
    queryKey: keyOf(endpoint, { ...fixed, query }),
    queryFn: async ({ pageParam }) => {
      const input = { ...fixed, query: { ...query, ...(pageParam !== '' && { after: pageParam }) } }
      const answer = await call(endpoint, ...([input] as unknown as CallInput<Described>))
      return answer as { rows: Rows<Described>[]; next: string | null; count: number; countIsLeast?: boolean }
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  })
  const { fetchNextPage, hasNextPage, isFetchingNextPage, data } = found
  const onMore = useCallback(() => void fetchNextPage(), [fetchNextPage])
  const value = useMemo(() => {
    const rows = data?.pages.flatMap((page) => page.rows)
    const first = data?.pages[0]
    return (
      rows && {
        rows,
        count: first?.count ?? 0,
        countIsLeast: first?.countIsLeast ?? false,
        hasMore: hasNextPage,
        isLoadingMore: isFetchingNextPage,
      }
    )
  }, [data, hasNextPage, isFetchingNextPage])
  const state = stateOf<ListValue<Rows<Described>>>({
    data: value,
    error: found.error,
    isError: found.isError,
    refetch: found.refetch as never,
  })
  return { state, onMore, address }
}

/** Does something through an endpoint; afterwards the endpoints it touches are read anew (by default everything on the page). */
export function useAct<Described extends Endpoint>(
  endpoint: Described,
  after: { touches?: readonly Endpoint[]; onDone?: (answer: AnswerOf<Described>) => void } = {},
): UseMutationResult<AnswerOf<Described>, Error, InputOf<Described>> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: InputOf<Described>) => call(endpoint, ...([input] as unknown as CallInput<Described>)),
    onSuccess: async (answer) => {
      const keys = after.touches?.map((touched) => [touched.path]) ?? [undefined]
      await Promise.all(keys.map((queryKey) => queries.invalidateQueries(queryKey && { queryKey })))
      after.onDone?.(answer)
    },
  })
}

function keyOf(endpoint: Endpoint, input: unknown): readonly unknown[] {
  return [endpoint.path, input ?? {}]
}
