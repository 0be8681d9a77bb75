import { Column, Entity } from 'typeorm';
import { TenantRecord } from './tenant-record.js';

@Entity('team')
export class TeamEntity extends TenantRecord {
  @Column('text')
  name!: string;

  @Column('integer')
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  changedAt!: Date | null;
}
