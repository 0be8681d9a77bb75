import { infiniteQueryOptions, useInfiniteQuery, type QueryKey } from '@tanstack/react-query';
import type { Page } from '@uptake/contracts';
import { useMemo } from 'react';

/** A list that the server gives page by page: `fetchPage` asks for the page at a cursor, undefined for the first. */
export const pagedQuery = <Row>(
  queryKey: QueryKey,
  fetchPage: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<Row>>,
) =>
  infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam, signal }) => fetchPage(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: Page<Row>) => last.nextCursor ?? undefined,
  });

/** The rows read so far as one stable array for `QueryState`, and `more` as `DataTable` takes it. */
export function usePaged<Row>(options: ReturnType<typeof pagedQuery<Row>>) {
  const query = useInfiniteQuery(options);
  const pages = query.data?.pages;
  const rows = useMemo(() => pages?.flatMap((page) => page.items), [pages]);
  return {
    query: { data: rows, error: query.error, isPending: query.isPending, refetch: query.refetch },
    /** It is being read, for the first time or again. */
    isReading: query.isFetching,
    more: { hasMore: query.hasNextPage, loading: query.isFetchingNextPage, load: () => void query.fetchNextPage() },
    /** Of the whole list, where `?count=true` asked for it. */
    total: pages?.[0]?.total,
  };
}
