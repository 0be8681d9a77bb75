import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A wall between organisations. */
@Entity('workspace')
export class WorkspaceEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  slug!: string;

  @Column('text')
  name!: string;

  @Column('text')
  language!: string;

  @Column('text')
  timeZone!: string;

  @Column({ type: 'integer', array: true })
  workingDays!: number[];

  @Column({ type: 'date', array: true })
  holidays!: string[];

  @Column('integer')
  version!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  changedAt!: Date | null;
}
