import '../styles.css';
import { MantineProvider, DirectionProvider, localStorageColorSchemeManager } from '@mantine/core';
import type { ReactNode } from 'react';
import { cssVariables } from './css-variables.js';
import { theme } from './theme.js';

const colorSchemeManager = localStorageColorSchemeManager({ key: 'uptake.color-scheme' });

export interface UiProviderProps {
  /** Of the first paint; later changes go through Mantine's `useDirection().setDirection`. */
  direction: 'ltr' | 'rtl';
  /** The page's Content-Security-Policy nonce for the style elements Mantine writes. */
  nonce?: string | undefined;
  /** `test` switches transitions off. */
  env?: 'default' | 'test' | undefined;
  children: ReactNode;
}

export function UiProvider({ direction, nonce, env = 'default', children }: UiProviderProps) {
  return (
    <DirectionProvider initialDirection={direction} detectDirection={false}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        defaultColorScheme="auto"
        colorSchemeManager={colorSchemeManager}
        env={env}
        {...(nonce ? { getStyleNonce: () => nonce } : {})}
      >
        {children}
      </MantineProvider>
    </DirectionProvider>
  );
}
