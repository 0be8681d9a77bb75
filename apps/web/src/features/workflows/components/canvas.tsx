import '@xyflow/react/dist/base.css';
import { ActionIcon } from '@mantine/core';
import { IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react';
import { type Edge, MarkerType, type Node, Panel, ReactFlow, ReactFlowProvider, useReactFlow } from '@xyflow/react';
import { useCallback, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../lib/i18n/use-language.js';
import { languages } from '../../../lib/i18n/languages.js';
import { useConditionWords } from '../hooks/use-condition-words.js';
import { useStageWords } from '../hooks/use-stage-words.js';
import { NODE_HEIGHT, NODE_WIDTH, layOut } from '../model/lay-out.js';
import type { CanvasFrameProps } from './canvas-frame.js';
import { StageNode, type StageNodeData } from './stage-node.js';
import classes from './designer.module.css';

const nodeTypes = { stage: StageNode };

/** The stages as a picture that can be moved, enlarged and fitted; a stage is chosen by a click or by Enter. */
export function Canvas(props: CanvasFrameProps) {
  return (
    <ReactFlowProvider>
      <Picture {...props} />
    </ReactFlowProvider>
  );
}

function Picture({ design, problems, chosen, onChoose }: CanvasFrameProps) {
  const { t } = useTranslation('workflows');
  const { language } = useLanguage();
  const { direction } = languages[language];
  const words = useStageWords(design.stages);
  const conditionWords = useConditionWords();
  const placed = useMemo(() => layOut(design, direction), [design, direction]);
  const nodes = placed.nodes.map(({ key, x, y }): Node<StageNodeData> => {
    const stage = design.stages.find((one) => one.key === key);
    return {
      id: key,
      type: 'stage',
      position: { x, y },
      width: NODE_WIDTH,
      height: NODE_HEIGHT,
      selected: key === chosen,
      ariaLabel: stage ? words.nameOf(stage) : key,
      data: {
        direction,
        kind: stage?.kind ?? 'approval',
        name: stage ? words.nameOf(stage) : key,
        text: stage ? words.summary(stage) : '',
        wrong: problems.filter(({ stageKey }) => stageKey === key).length,
      },
    };
  });
  const edges = placed.ways.map(({ from, to, kind, when }, index): Edge => {
    const label =
      kind === 'route'
        ? conditionWords(when ?? '')
        : kind === 'otherwise'
          ? t('ways.otherwise')
          : kind === 'back'
            ? t('ways.back')
            : null;
    return {
      id: `${from}-${to}-${kind}-${index}`,
      source: from,
      target: to,
      type: 'smoothstep',
      className: kind === 'back' ? (classes.wayBack ?? '') : (classes.way ?? ''),
      ...(kind === 'back' ? { sourceHandle: 'back', targetHandle: 'back' } : {}),
      ...(label ? { label, labelShowBg: true } : {}),
      markerEnd: { type: MarkerType.ArrowClosed },
      focusable: false,
      ariaLabel: t('ways.from', { from: words.nameByKey(from), to: words.nameByKey(to) }),
      selectable: false,
    };
  });
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      nodesDraggable={false}
      nodesConnectable={false}
      edgesFocusable={false}
      deleteKeyCode={null}
      zoomOnScroll={false}
      preventScrolling={false}
      panOnScroll={false}
      minZoom={0.2}
      maxZoom={1.25}
      proOptions={{ hideAttribution: true }}
      aria-label={t('canvas')}
      ariaLabelConfig={{
        'node.a11yDescription.default': t('canvasHelp'),
        'node.a11yDescription.keyboardDisabled': t('canvasHelp'),
        'edge.a11yDescription.default': t('canvasHelp'),
      }}
      onNodesChange={(changes) => {
        // by click or by Enter; what the picture deselects by itself is no choice
        const picked = changes.find((change) => change.type === 'select' && change.selected);
        if (picked?.type === 'select' && picked.id !== chosen) onChoose(picked.id);
      }}
    >
      <View width={placed.width} height={placed.height} />
    </ReactFlow>
  );
}

/** Fits the picture whenever it grows or shrinks, and offers to do it again. */
function View({ width, height }: { width: number; height: number }) {
  const { t } = useTranslation('workflows');
  const { fitBounds, zoomIn, zoomOut } = useReactFlow();
  const fit = useCallback(
    () => void fitBounds({ x: 0, y: 0, width, height }, { padding: 0.04 }),
    [fitBounds, width, height],
  );
  useEffect(() => {
    const frame = requestAnimationFrame(fit);
    return () => cancelAnimationFrame(frame);
  }, [fit]);
  return (
    <Panel position="bottom-right" className={classes.view ?? ''}>
      <ActionIcon variant="default" size="lg" aria-label={t('zoomIn')} onClick={() => void zoomIn()}>
        <IconPlus size={16} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon variant="default" size="lg" aria-label={t('zoomOut')} onClick={() => void zoomOut()}>
        <IconMinus size={16} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon variant="default" size="lg" aria-label={t('fit')} onClick={fit}>
        <IconFocusCentered size={16} aria-hidden="true" />
      </ActionIcon>
    </Panel>
  );
}
