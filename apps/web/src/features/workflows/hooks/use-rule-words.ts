import type { EligibilityRule, Role } from '@uptake/contracts';
import { useTranslation } from 'react-i18next';
import { useAllMembers, useAllTeams } from '../../../lib/people.js';
import { useListWords } from './use-list-words.js';

/** Whom a rule names, in words: "with the role Reviewer", "Amal or Omar" (and, where all of them are meant), "the owner of the item". */
export function useRuleWords(): (rule: EligibilityRule, all?: boolean) => string {
  const { t } = useTranslation(['workflows', 'common']);
  const members = useAllMembers().data ?? [];
  const teams = useAllTeams().data ?? [];
  const { anyOf, allOf } = useListWords();
  const nameOf = (id: string) => members.find((member) => member.id === id)?.name ?? t('rule.unknown');
  return (rule, all = false) => {
    if ('role' in rule) return t('rule.roleOf', { role: t(`common:role.${rule.role as Role}`) });
    if ('team' in rule)
      return t('rule.teamOf', { team: teams.find((team) => team.id === rule.team)?.name ?? t('rule.unknown') });
    if ('members' in rule)
      return rule.members.length > 0 ? (all ? allOf : anyOf)(rule.members.map(nameOf)) : t('rule.nobodyYet');
    if ('ownerOf' in rule) return t(`rule.ownerOf.${rule.ownerOf}`);
    if ('managerOf' in rule) return t(`rule.managerOf.${rule.managerOf}`);
    return t('rule.whereOf', { condition: rule.where });
  };
}
