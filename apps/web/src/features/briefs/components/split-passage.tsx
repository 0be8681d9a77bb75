import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import type { Passage } from '@uptake/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { offsetInText } from './segments-of.js';

interface SplitPassageProps {
  passage: Passage | null;
  /** The whole brief's. */
  text: string;
  onClose: () => void;
  onSplit: (passage: Passage, at: number) => void;
}

/** Cuts a passage in two where the cursor stands in its words. */
export function SplitPassage({ passage, text, onClose, onSplit }: SplitPassageProps) {
  const { t } = useTranslation(['briefs', 'common']);
  const [place, setPlace] = useState(0);
  const words = passage?.ranges.map(([start, end]) => text.slice(start, end)).join('\n') ?? '';
  const close = (): void => {
    setPlace(0);
    onClose();
  };
  const inside = place > 0 && place < words.length;
  return (
    <Modal opened={passage !== null} onClose={close} title={t('splitTitle')} size="lg">
      <Stack gap="md">
        <Textarea
          label={t('splitWords')}
          description={t('splitHint')}
          value={words}
          // Not readOnly: browsers move no cursor in what is, and the keys could not reach the place.
          onChange={() => undefined}
          aria-readonly="true"
          data-autofocus
          autosize
          minRows={4}
          dir="auto"
          onSelect={(event) => setPlace(event.currentTarget.selectionStart)}
        />
        {inside ? (
          <Text size="sm" dir="auto">
            {t('splitSecond', { words: words.slice(place).trim().slice(0, 80) })}
          </Text>
        ) : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('common:actions.cancel')}
          </Button>
          <Button
            disabled={!inside}
            onClick={() => {
              if (passage) onSplit(passage, offsetInText(passage.ranges, place));
              close();
            }}
          >
            {t('splitHere')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
