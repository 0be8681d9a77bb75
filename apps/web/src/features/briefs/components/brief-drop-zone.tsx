import { Button, FileButton, Text } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './briefs.module.css';

/** Where text files are dropped, or chosen by a button for those who do not drag. */
export function BriefDropZone({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const { t } = useTranslation(['briefs', 'common']);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) onFiles(files);
  };
  return (
    <div
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileText size={28} stroke={1.5} aria-hidden="true" />
      <Text size="sm">{t('dropHere')}</Text>
      <FileButton
        multiple
        accept=".txt,.md,text/plain"
        inputProps={{ 'aria-label': t('chooseFile') }}
        onChange={onFiles}
      >
        {(props) => (
          <Button {...props} size="xs" variant="default">
            {t('chooseFile')}
          </Button>
        )}
      </FileButton>
    </div>
  );
}
