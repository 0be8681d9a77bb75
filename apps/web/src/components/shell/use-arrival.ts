import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { announce } from '../../lib/announce.js';

/**
 * What a browser does for a new page and a router does not: says where one has arrived, and where the focus went down
 * with the old screen sets it at the new one's start.
 */
export function useArrival(contentId: string): void {
  const pathname = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return undefined;
    const first = before.current === undefined;
    before.current = pathname;
    if (first) return undefined;
    // The new screen names the window first.
    const timer = setTimeout(() => {
      announce(document.title);
      if (document.activeElement === document.body) document.getElementById(contentId)?.focus({ preventScroll: true });
    }, 100);
    return () => clearTimeout(timer);
  }, [pathname, contentId]);
}
