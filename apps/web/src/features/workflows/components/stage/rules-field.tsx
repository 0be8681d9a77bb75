import { ActionIcon, Button, Select, Textarea } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { roles, type EligibilityRule } from '@uptake/contracts';
import { useTranslation } from 'react-i18next';
import { MembersSelect } from '../../../../components/fields/members-select.js';
import { TeamSelect } from '../../../../components/fields/team-select.js';
import classes from '../designer.module.css';

const kinds = ['role', 'team', 'members', 'ownerOf', 'managerOf', 'where'] as const;
type RuleKind = (typeof kinds)[number];

const begun: Readonly<Record<RuleKind, EligibilityRule>> = {
  role: { role: 'reviewer' },
  team: { team: '' },
  members: { members: [] },
  ownerOf: { ownerOf: 'item' },
  managerOf: { managerOf: 'owner' },
  where: { where: '' },
};

export interface RulesFieldProps {
  label: string;
  rules: readonly EligibilityRule[];
  onChange: (rules: EligibilityRule[]) => void;
}

/** Who is meant, by one rule or several: whom any of them names is. */
export function RulesField({ label, rules, onChange }: RulesFieldProps) {
  const { t } = useTranslation('workflows');
  const replace = (at: number, rule: EligibilityRule) =>
    onChange(rules.map((one, index) => (index === at ? rule : one)));
  return (
    <div role="group" aria-label={label} className={classes.rules}>
      {rules.map((rule, index) => (
        <div key={index} className={classes.rule}>
          <Select
            label={index === 0 ? label : t('rule.or')}
            allowDeselect={false}
            value={kindOf(rule)}
            data={kinds.map((kind) => ({ value: kind, label: t(`rule.kind.${kind}`) }))}
            onChange={(kind) => replace(index, begun[kind as RuleKind])}
          />
          <RuleValue rule={rule} onChange={(to) => replace(index, to)} />
          <ActionIcon
            variant="subtle"
            color="red"
            size="lg"
            aria-label={t('rule.remove', { number: index + 1 })}
            onClick={() => onChange(rules.filter((_, at) => at !== index))}
          >
            <IconTrash size={16} aria-hidden="true" />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={14} aria-hidden="true" />}
        onClick={() => onChange([...rules, begun.role])}
      >
        {rules.length === 0 ? t('rule.addFirst', { label }) : t('rule.add')}
      </Button>
    </div>
  );
}

const kindOf = (rule: EligibilityRule): RuleKind => kinds.find((kind) => kind in rule) ?? 'role';

function RuleValue({ rule, onChange }: { rule: EligibilityRule; onChange: (rule: EligibilityRule) => void }) {
  const { t } = useTranslation(['workflows', 'common']);
  if ('role' in rule) {
    return (
      <Select
        label={t('rule.which.role')}
        allowDeselect={false}
        value={rule.role}
        data={roles.map((role) => ({ value: role, label: t(`common:role.${role}`) }))}
        onChange={(role) => onChange({ role: role as (typeof roles)[number] })}
      />
    );
  }
  if ('team' in rule)
    return (
      <TeamSelect
        label={t('rule.which.team')}
        value={rule.team || null}
        onChange={(team) => onChange({ team: team ?? '' })}
      />
    );
  if ('members' in rule)
    return (
      <MembersSelect
        label={t('rule.which.members')}
        value={rule.members}
        onChange={(members) => onChange({ members })}
      />
    );
  if ('ownerOf' in rule) {
    return (
      <Select
        label={t('rule.which.ownerOf')}
        allowDeselect={false}
        value={rule.ownerOf}
        data={(['item', 'parent'] as const).map((value) => ({ value, label: t(`rule.ownerOf.${value}`) }))}
        onChange={(value) => onChange({ ownerOf: value as 'item' | 'parent' })}
      />
    );
  }
  if ('managerOf' in rule) {
    return (
      <Select
        label={t('rule.which.managerOf')}
        allowDeselect={false}
        value={rule.managerOf}
        data={(['owner', 'submitter'] as const).map((value) => ({ value, label: t(`rule.managerOf.${value}`) }))}
        onChange={(value) => onChange({ managerOf: value as 'owner' | 'submitter' })}
      />
    );
  }
  return (
    <Textarea
      label={t('rule.which.where')}
      description={t('rule.whereText')}
      dir="ltr"
      lang="en"
      autosize
      maxLength={2000}
      value={rule.where}
      onChange={({ currentTarget: { value } }) => onChange({ where: value })}
    />
  );
}
