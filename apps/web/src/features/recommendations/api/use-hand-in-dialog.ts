import type { FormErrors } from '@mantine/form';
import type { Recommendation } from '@uptake/contracts';
import { useTranslation } from 'react-i18next';
import { useHandIn } from '../../../components/submissions/hand-in.js';
import { useFieldErrors } from '../../../components/use-field-errors.js';
import { notify } from '../../../lib/notify.js';
import { useWorkspace } from '../../../lib/workspace.js';

interface HandInDialog {
  setErrors: (errors: FormErrors) => void;
  onClose: () => void;
}

/** Hands in from a dialog, which closes over what was taken and shows at its fields why something was not. */
export function useHandInDialog({ id }: Pick<Recommendation, 'id'>, { setErrors, onClose }: HandInDialog) {
  const { t } = useTranslation('recommendations');
  const { slug } = useWorkspace();
  const fieldErrors = useFieldErrors();
  return useHandIn(
    slug,
    { id, kind: 'recommendation' },
    {
      onHandedIn: () => {
        notify.done(t('handedIn'));
        onClose();
      },
      onRefused: (error) => setErrors(fieldErrors(error)),
    },
  );
}
