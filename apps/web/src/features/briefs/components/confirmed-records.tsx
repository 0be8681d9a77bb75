import type { Passage } from '@uptake/contracts';
import { Reference, Section } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '../../../components/links.js';
import { useWorkspace } from '../../../lib/workspace.js';
import classes from './briefs.module.css';

/** What became of the brief: its recommendations, each a link. */
export function ConfirmedRecords({ passages }: { passages: readonly Passage[] }) {
  const { t } = useTranslation(['briefs', 'common']);
  const { slug } = useWorkspace();
  const made = passages
    .filter((one) => one.kind === 'recommendation' && one.reference !== null)
    .sort((a, b) => a.charStart - b.charStart);
  const count = (kind: Passage['kind']): number =>
    passages.filter((one) => one.kind === kind && one.state === 'confirmed').length;
  return (
    <Section
      title={t('madeTitle')}
      note={`${t('counted.recommendation', { count: made.length })} · ${t('counted.issue', { count: count('issue') })} · ${t('counted.interest', { count: count('interest') })}`}
    >
      <ol aria-label={t('madeTitle')} className={classes.made}>
        {made.map(({ id, reference, text }) => (
          <li key={id} style={{ paddingBlock: '0.2rem' }}>
            <AnchorLink
              to="/w/$workspace/recommendations/$reference"
              params={{ workspace: slug, reference: reference ?? '' }}
              size="sm"
            >
              <Reference>{reference ?? ''}</Reference> <bdi>{text.length > 120 ? `${text.slice(0, 119)}…` : text}</bdi>
            </AnchorLink>
          </li>
        ))}
      </ol>
    </Section>
  );
}
