import { IconUserShare } from '@tabler/icons-react';
import { Section } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../components/links.js';
import { useWorkspace } from '../../../lib/workspace.js';

/** The way to who decides while one is away. */
export function DelegationsSection() {
  const { t } = useTranslation('account');
  const { slug } = useWorkspace();
  return (
    <Section title={t('delegations.title')}>
      <ButtonLink
        to="/w/$workspace/account/delegations"
        params={{ workspace: slug }}
        variant="default"
        leftSection={<IconUserShare size={16} aria-hidden="true" />}
      >
        {t('delegations.open')}
      </ButtonLink>
    </Section>
  );
}
