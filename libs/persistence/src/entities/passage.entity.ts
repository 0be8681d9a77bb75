import type { PassageKind, TextRange } from '@uptake/contracts';
import { Column, Entity } from 'typeorm';
import { TenantRecord } from './tenant-record.js';

/** Ranges of a brief's text, in UTF-16 units, and what they were recognised as. */
@Entity('passage')
export class PassageEntity extends TenantRecord {
  @Column('uuid')
  briefId!: string;

  @Column({ type: 'uuid', nullable: true })
  sectionId!: string | null;

  @Column('text')
  kind!: PassageKind;

  @Column('text')
  text!: string;

  @Column({ type: 'text', nullable: true })
  number!: string | null;

  @Column({ type: 'text', nullable: true })
  leadIn!: string | null;

  @Column('jsonb')
  ranges!: readonly TextRange[];

  @Column('integer')
  charStart!: number;

  @Column('integer')
  charEnd!: number;

  @Column('real')
  confidence!: number;

  @Column('jsonb')
  warnings!: readonly string[];

  @Column('jsonb')
  addressees!: readonly string[];

  @Column('text')
  state!: 'found' | 'confirmed';

  @Column('integer')
  version!: number;
}
