import type { Role } from '@uptake/contracts';
import { Column, Entity } from 'typeorm';
import { TenantRecord } from './tenant-record.js';

/** A mailed way in; of its link only the hash is kept. */
@Entity('invitation')
export class InvitationEntity extends TenantRecord {
  @Column('text')
  email!: string;

  @Column({ type: 'text', array: true })
  roles!: Role[];

  @Column('bytea')
  tokenHash!: Buffer;

  @Column('uuid')
  invitedBy!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  acceptedAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  revokedAt!: Date | null;
}
