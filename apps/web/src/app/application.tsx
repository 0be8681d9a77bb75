import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { Providers } from './providers.js';
import { createQueryClient } from './query-client.js';
import { createAppRouter } from './router.js';

export function Application() {
  const [{ router, queryClient }] = useState(() => {
    const queryClient = createQueryClient(() => void router.invalidate());
    const router = createAppRouter(queryClient);
    return { router, queryClient };
  });
  return (
    <Providers queryClient={queryClient}>
      <RouterProvider router={router} />
    </Providers>
  );
}
