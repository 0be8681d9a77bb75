import type { Direction, StatementKind } from '@uptake/contracts';
import { Column, Entity } from 'typeorm';
import { TenantRecord } from './tenant-record.js';

/** An issue or an interest that recommendations answer to. */
@Entity('statement')
export class StatementEntity extends TenantRecord {
  @Column('text')
  kind!: StatementKind;

  @Column('text')
  text!: string;

  @Column('text')
  language!: string;

  @Column('text')
  direction!: Direction;

  @Column({ type: 'uuid', nullable: true })
  briefId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  passageId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  holderId!: string | null;

  @Column('integer')
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;
}
