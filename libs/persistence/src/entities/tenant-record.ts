import { PrimaryColumn } from 'typeorm';

/** The key of every record inside a workspace. */
export abstract class TenantRecord {
  @PrimaryColumn('uuid')
  workspaceId!: string;

  @PrimaryColumn('uuid')
  id!: string;
}
