import { Entity, PrimaryColumn } from 'typeorm';

@Entity('team_member')
export class TeamMemberEntity {
  @PrimaryColumn('uuid')
  workspaceId!: string;

  @PrimaryColumn('uuid')
  teamId!: string;

  @PrimaryColumn('uuid')
  memberId!: string;
}
