import { Button, Tooltip, type ButtonProps } from '@mantine/core';
import type { Ability } from '@uptake/contracts';
import type { ComponentPropsWithRef } from 'react';
import { useTranslation } from 'react-i18next';

export type ActionButtonProps = ButtonProps &
  Omit<ComponentPropsWithRef<'button'>, keyof ButtonProps> & {
    /** As the server's `abilities` map has it. */
    ability: Ability | undefined;
  };

/** A button that says why it cannot be pressed; it stays reachable by Tab, so that the reason can be read. */
export function ActionButton({ ability, onClick, ...props }: ActionButtonProps) {
  const { t } = useTranslation();
  if (ability === true) return <Button {...props} onClick={onClick} />;
  const reason = ability?.reason ?? 'not_your_role';
  return (
    <Tooltip label={t(`hindrance.${reason as 'done'}`, { defaultValue: t('problem.forbidden') })}>
      <Button {...props} data-disabled aria-disabled="true" onClick={(event) => event.preventDefault()} />
    </Tooltip>
  );
}
