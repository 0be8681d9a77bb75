import { useTranslation } from 'react-i18next';
import { Link } from '@tanstack/react-router';
import { useWorkspace } from '../../lib/workspace.js';
import { addressOf, usePlaces } from './navigation.js';
import { UnreadCount } from './unread-count.js';
import { WaitingCount } from './waiting-count.js';
import classes from './shell.module.css';

export function SideNavigation({ onNavigate }: { onNavigate: () => void }) {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  return (
    <nav aria-label={t('nav.main')}>
      <ul className={classes.places}>
        {usePlaces().map((place) => (
          <li key={place.name}>
            <Link
              to={addressOf(place, slug)}
              className={classes.place}
              activeProps={{ className: `${classes.place} ${classes.here}`, 'aria-current': 'page' }}
              onClick={onNavigate}
            >
              <place.icon size={18} stroke={1.75} aria-hidden="true" />
              <span>{t(`nav.${place.name}`)}</span>
              {place.name === 'inbox' ? <UnreadCount className={classes.count} /> : null}
              {place.name === 'review' ? <WaitingCount className={classes.count} /> : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
