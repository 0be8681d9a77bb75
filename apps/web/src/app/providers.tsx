// First of all, so that the sheets of Mantine's other packages come after its core.
import { FormatProvider, UiProvider } from '@uptake/ui';
import '@mantine/notifications/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { LiveRegion } from '../components/shell/live-region.js';
import { useTimeZone } from '../lib/clock.js';
import { languages } from '../lib/i18n/languages.js';
import { useDocumentLanguage, useLanguage } from '../lib/i18n/use-language.js';
import { useKeyListener } from '../lib/keys/use-keys.js';
import { pageNonce } from '../lib/nonce.js';

export interface ProvidersProps {
  queryClient: QueryClient;
  env?: 'default' | 'test' | undefined;
  children: ReactNode;
}

/** All that a screen may rely on; tests wrap theirs in the same. */
export function Providers({ queryClient, env, children }: ProvidersProps) {
  const { language } = useLanguage();
  return (
    <QueryClientProvider client={queryClient}>
      <UiProvider direction={languages[language].direction} nonce={pageNonce()} env={env}>
        <Reader>{children}</Reader>
        {/* Over the foot of the navigation: at the other end it covers the buttons of dialogs while it lasts. */}
        <Notifications
          position={languages[language].direction === 'rtl' ? 'bottom-right' : 'bottom-left'}
          containerWidth={320}
        />
        <LiveRegion />
      </UiProvider>
    </QueryClientProvider>
  );
}

/** What depends on who reads: language, direction, formats, keys. */
function Reader({ children }: { children: ReactNode }) {
  const { language } = useLanguage();
  const timeZone = useTimeZone();
  useDocumentLanguage();
  useKeyListener();
  return (
    <FormatProvider locale={languages[language].locale} timeZone={timeZone}>
      {children}
    </FormatProvider>
  );
}
