import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ProblemState } from '../components/problem-state.js';

/** Stands where a route could not load or broke while drawing; the frame around it stays. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const { reset: forget } = useQueryErrorResetBoundary();
  useEffect(() => forget(), [forget]);
  const retry = (): void => {
    reset();
    void router.invalidate();
  };
  return <ProblemState error={error} retry={retry} asPage />;
}
