import { Column, Entity } from 'typeorm';
import { TenantRecord } from './tenant-record.js';

/** A private file or link. */
@Entity('evidence')
export class EvidenceEntity extends TenantRecord {
  @Column('uuid')
  itemId!: string;

  @Column('text')
  kind!: 'file' | 'link';

  @Column('text')
  title!: string;

  @Column({ type: 'text', nullable: true })
  mediaType!: string | null;

  @Column({ type: 'bigint', nullable: true })
  sizeBytes!: string | null;

  @Column({ type: 'text', nullable: true })
  sha256!: string | null;

  @Column({ type: 'text', nullable: true })
  storageKey!: string | null;

  @Column({ type: 'text', nullable: true })
  url!: string | null;

  @Column('text')
  scanState!: 'not_scanned' | 'clean' | 'infected';

  @Column({ type: 'uuid', nullable: true })
  versionOf!: string | null;

  @Column('uuid')
  uploadedBy!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  removedAt!: Date | null;
}
