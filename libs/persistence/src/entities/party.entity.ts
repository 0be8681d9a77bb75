import { Column, Entity } from 'typeorm';
import { TenantRecord } from './tenant-record.js';

/** Who is spoken of or to. */
@Entity('party')
export class PartyEntity extends TenantRecord {
  @Column('text')
  name!: string;

  @Column('text')
  kind!: string;

  @Column('integer')
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;
}
