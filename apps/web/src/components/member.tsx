import { Text } from '@mantine/core';
import type { MemberRef, TeamRef } from '@uptake/contracts';
import { PersonChip, TeamChip } from '@uptake/ui';
import { useTranslation } from 'react-i18next';

/** A member as records name one; nobody is said, not left blank. */
export function MemberName({ member, size }: { member: MemberRef | null; size?: 'sm' | 'md' }) {
  const { t } = useTranslation();
  if (!member) {
    return (
      <Text component="span" size="sm" c="dimmed">
        {t('states.nobody')}
      </Text>
    );
  }
  return (
    <PersonChip
      name={member.name}
      active={member.active}
      note={member.active ? undefined : t('states.inactive')}
      {...(size ? { size } : {})}
    />
  );
}

/** Who has it: a member, or a team until one of it claims it. */
export function OwnerName({ owner, team }: { owner: MemberRef | null; team: TeamRef | null }) {
  if (!owner && team) return <TeamChip name={team.name} />;
  return <MemberName member={owner} />;
}
