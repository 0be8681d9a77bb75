import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../lib/keys/use-keys.js';
import { useWorkspace } from '../../lib/workspace.js';
import { addressOf, usePlaces } from './navigation.js';
import { openPalette, togglePalette } from './palette.js';

/** Keys that work on every screen of a workspace. */
export function useShellKeys(showKeys: () => void): void {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const router = useRouter();
  const everywhere = t('keys.everywhere');
  const places = usePlaces();
  useKeys([
    { combo: 'Mod+KeyK', label: t('keys.palette'), group: everywhere, run: togglePalette, reach: 'field' },
    { combo: 'Slash', label: t('keys.search'), group: everywhere, run: openPalette },
    { combo: 'Shift+Slash', label: t('keys.help'), group: everywhere, run: showKeys },
    ...places.flatMap((place) =>
      place.combo
        ? [
            {
              combo: place.combo,
              label: t(`nav.${place.name}`),
              group: t('keys.goTo'),
              run: () => void router.navigate({ href: addressOf(place, slug) }),
            },
          ]
        : [],
    ),
  ]);
}
