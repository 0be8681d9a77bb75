import { Entity, PrimaryColumn } from 'typeorm';

/** A recommendation's passage answers to this or interest's. */
@Entity('passage_link')
export class PassageLinkEntity {
  @PrimaryColumn('uuid')
  workspaceId!: string;

  @PrimaryColumn('uuid')
  passageId!: string;

  @PrimaryColumn('uuid')
  answersId!: string;
}
