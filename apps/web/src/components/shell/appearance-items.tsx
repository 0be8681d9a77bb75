import { Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const schemes = [
  { scheme: 'light', name: 'light' },
  { scheme: 'dark', name: 'dark' },
  { scheme: 'auto', name: 'system' },
] as const satisfies readonly { scheme: MantineColorScheme; name: string }[];

export function AppearanceItems() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu.RadioGroup value={colorScheme} onChange={(value) => setColorScheme(value as MantineColorScheme)}>
      <Menu.Label>{t('shell.appearance')}</Menu.Label>
      {schemes.map(({ scheme, name }) => (
        <Menu.RadioItem key={scheme} value={scheme}>
          {t(`shell.${name}`)}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}
