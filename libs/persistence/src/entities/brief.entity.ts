import type { BriefStatus, Direction } from '@uptake/contracts';
import { Column, Entity } from 'typeorm';
import { TenantRecord } from './tenant-record.js';

/** An imported source document. */
@Entity('brief')
export class BriefEntity extends TenantRecord {
  @Column({ type: 'uuid', nullable: true })
  editionOf!: string | null;

  @Column('integer')
  edition!: number;

  @Column('text')
  title!: string;

  @Column({ type: 'text', nullable: true })
  author!: string | null;

  @Column('text')
  referencePrefix!: string;

  @Column({ type: 'text', nullable: true })
  fileName!: string | null;

  @Column('text')
  mediaType!: string;

  @Column('text')
  sha256!: string;

  @Column('bigint')
  sizeBytes!: string;

  @Column('text')
  text!: string;

  @Column('text')
  language!: string;

  @Column('text')
  direction!: Direction;

  @Column('text')
  status!: BriefStatus;

  @Column({ type: 'text', nullable: true })
  error!: string | null;

  @Column('jsonb')
  warnings!: readonly string[];

  @Column('uuid')
  importedBy!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  confirmedAt!: Date | null;

  @Column('integer')
  version!: number;
}
