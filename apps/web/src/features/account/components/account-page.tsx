import { PageHeader } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import { DelegationsSection } from './delegations-section.js';
import { PasswordSection } from './password-section.js';
import { ProfileSection } from './profile-section.js';
import { SessionsSection } from './sessions-section.js';
import { TokensSection } from './tokens-section.js';
import classes from './account.module.css';

/** What is one's own over all workspaces: how one is named and addressed, and by what one is signed in. */
export function AccountPage() {
  const { t } = useTranslation('account');
  return (
    <div className={classes.page}>
      <PageHeader title={t('title')} />
      <ProfileSection />
      <DelegationsSection />
      <PasswordSection />
      <SessionsSection />
      <TokensSection />
    </div>
  );
}
