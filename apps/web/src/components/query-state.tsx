import type { ReactNode } from 'react';
import { ProblemState } from './problem-state.js';

export interface QueryStateProps<T> {
  /** Of `useQuery`, or `usePaged(...).query`. */
  query: { data: T | undefined; error: Error | null; refetch: () => unknown };
  /** A skeleton of the true shape. */
  loading: ReactNode;
  /** The query is what the page is about: its failure is the page. */
  asPage?: boolean;
  children: (data: T) => ReactNode;
}

/** The states every view has: loading, failed or refused, there. What is there stays while it is read again. */
export function QueryState<T>({ query, loading, asPage = false, children }: QueryStateProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <ProblemState error={query.error} retry={() => void query.refetch()} asPage={asPage} />;
  return loading;
}
