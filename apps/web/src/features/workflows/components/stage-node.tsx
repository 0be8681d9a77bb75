import { IconAlertTriangle, IconFlag, IconLock, IconPencil, IconUsers } from '@tabler/icons-react';
import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import type { DraftStage } from '@uptake/contracts';
import { useTranslation } from 'react-i18next';
import classes from './designer.module.css';

export interface StageNodeData extends Record<string, unknown> {
  kind: DraftStage['kind'];
  name: string;
  text: string;
  wrong: number;
  direction: 'ltr' | 'rtl';
}

const icons = { work: IconPencil, approval: IconUsers, gate: IconLock, end: IconFlag } as const;

/** A stage in the picture; ways forward enter and leave at its sides, ways back at its foot. */
export function StageNode({ data, selected }: NodeProps<Node<StageNodeData>>) {
  const { t } = useTranslation('workflows');
  const { kind, name, text, wrong, direction } = data;
  const Icon = icons[kind];
  const [start, end] = direction === 'rtl' ? [Position.Right, Position.Left] : [Position.Left, Position.Right];
  return (
    <div
      className={classes.node}
      dir={direction}
      data-kind={kind}
      data-chosen={selected || undefined}
      data-wrong={wrong > 0 || undefined}
    >
      <Handle type="target" position={start} className={classes.handle ?? ''} isConnectable={false} />
      <Handle
        type="target"
        id="back"
        position={Position.Bottom}
        className={classes.handle ?? ''}
        isConnectable={false}
      />
      <span className={classes.nodeName}>
        <Icon size={15} aria-hidden="true" />
        <bdi>{name}</bdi>
        {wrong > 0 ? <IconAlertTriangle size={15} aria-label={t('problemsOf', { number: wrong })} role="img" /> : null}
      </span>
      <span className={classes.nodeText}>
        <bdi>{text}</bdi>
      </span>
      <Handle type="source" position={end} className={classes.handle ?? ''} isConnectable={false} />
      <Handle
        type="source"
        id="back"
        position={Position.Bottom}
        className={classes.handle ?? ''}
        isConnectable={false}
      />
    </div>
  );
}
