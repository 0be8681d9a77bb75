import { ApiTokenEntity } from './api-token.entity.js';
import { BriefEntity } from './brief.entity.js';
import { EvidenceEntity } from './evidence.entity.js';
import { InvitationEntity } from './invitation.entity.js';
import { PartyEntity } from './party.entity.js';
import { PassageEntity } from './passage.entity.js';
import { PassageLinkEntity } from './passage-link.entity.js';
import { StatementEntity } from './statement.entity.js';
import { TeamEntity } from './team.entity.js';
import { TeamMemberEntity } from './team-member.entity.js';
import { WorkspaceEntity } from './workspace.entity.js';

/**
 * The records that TypeORM's manager writes: plain ones, where nobody waits on the milliseconds. Lists and what decisions
 * touch are SQL with named columns.
 */
export const entities = [
  ApiTokenEntity,
  BriefEntity,
  EvidenceEntity,
  InvitationEntity,
  PartyEntity,
  PassageEntity,
  PassageLinkEntity,
  StatementEntity,
  TeamEntity,
  TeamMemberEntity,
  WorkspaceEntity,
] as const;

export {
  ApiTokenEntity,
  BriefEntity,
  EvidenceEntity,
  InvitationEntity,
  PartyEntity,
  PassageEntity,
  PassageLinkEntity,
  StatementEntity,
  TeamEntity,
  TeamMemberEntity,
  WorkspaceEntity,
};
