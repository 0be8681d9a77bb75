import { Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

const schemes = [
  { scheme: 'light', name: 'light', icon: IconSun },
  { scheme: 'dark', name: 'dark', icon: IconMoon },
  { scheme: 'auto', name: 'system', icon: IconDeviceDesktop },
] as const satisfies readonly { scheme: MantineColorScheme; name: string; icon: unknown }[];

export function AppearanceItems() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Label>{t('shell.appearance')}</Menu.Label>
      {schemes.map(({ scheme, name, icon: Icon }) => (
        <Menu.Item
          key={scheme}
          role="menuitemradio"
          aria-checked={scheme === colorScheme}
          closeMenuOnClick={false}
          leftSection={<Icon size={16} aria-hidden="true" />}
          fw={scheme === colorScheme ? 650 : undefined}
          onClick={() => setColorScheme(scheme)}
        >
          {t(`shell.${name}`)}
        </Menu.Item>
      ))}
    </>
  );
}
