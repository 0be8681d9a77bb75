import { useMantineColorScheme } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { languages, type Language } from '../../lib/i18n/languages.js';
import { useLanguage } from '../../lib/i18n/use-language.js';
import { useMe } from '../../lib/session.js';
import { useWorkspace } from '../../lib/workspace.js';

export interface Command {
  label: string;
  run: () => void;
}

/** What can be done from anywhere, by name. */
export function useCommands(): Command[] {
  const { t } = useTranslation();
  const { language, change } = useLanguage();
  const { setColorScheme } = useMantineColorScheme();
  const { memberships } = useMe();
  const { slug } = useWorkspace();
  const router = useRouter();
  const appearance = t('shell.appearance');
  return [
    ...(Object.keys(languages) as Language[])
      .filter((one) => one !== language)
      .map((one) => ({ label: t('palette.speak', { language: languages[one].name }), run: () => change(one) })),
    { label: `${appearance}: ${t('shell.light')}`, run: () => setColorScheme('light') },
    { label: `${appearance}: ${t('shell.dark')}`, run: () => setColorScheme('dark') },
    ...memberships
      .filter(({ workspace }) => workspace.slug !== slug)
      .map(({ workspace }) => ({
        label: t('palette.switchTo', { name: workspace.name }),
        run: () => void router.navigate({ to: '/w/$workspace', params: { workspace: workspace.slug } }),
      })),
  ];
}
