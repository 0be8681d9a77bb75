import { createFileRoute, useRouter } from '@tanstack/react-router';
import { SignInPage } from '../features/session/components/sign-in-page.js';
import { searchText } from '../lib/search-params.js';
import { safeNext } from '../lib/start-address.js';

export const Route = createFileRoute('/login')({
  validateSearch: (search): { next?: string } => {
    const next = searchText(search.next);
    return next ? { next } : {};
  },
  component: LoginRoute,
});

function LoginRoute() {
  const { next } = Route.useSearch();
  const router = useRouter();
  return <SignInPage onSignedIn={() => void router.navigate({ href: safeNext(next), replace: true })} />;
}
