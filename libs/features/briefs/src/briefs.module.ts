import { Module } from '@nestjs/common';
import {
  BriefRepository,
  PartyRepository,
  PassageRepository,
  RecommendationRepository,
  StatementRepository,
} from '@uptake/persistence';
import { BriefsController } from './import/briefs.controller.js';
import { ConfirmBrief } from './import/confirm-brief.js';
import { GetBrief } from './import/get-brief.js';
import { ImportBrief } from './import/import-brief.js';
import { ListBriefs } from './import/list-briefs.js';
import { EditParties } from './parties/edit-parties.js';
import { PartiesController } from './parties/parties.controller.js';
import { ChangePassage } from './passages/change-passage.js';
import { CreatePassage } from './passages/create-passage.js';
import { ListPassages } from './passages/list-passages.js';
import { MergePassages } from './passages/merge-passages.js';
import { PassagesController } from './passages/passages.controller.js';
import { RemovePassage } from './passages/remove-passage.js';
import { SplitPassage } from './passages/split-passage.js';
import { EditStatements } from './statements/edit-statements.js';
import { InterestsController, IssuesController } from './statements/statements.controller.js';

@Module({
  controllers: [BriefsController, PassagesController, IssuesController, InterestsController, PartiesController],
  providers: [
    BriefRepository,
    PassageRepository,
    StatementRepository,
    PartyRepository,
    RecommendationRepository,
    ListBriefs,
    ImportBrief,
    GetBrief,
    ConfirmBrief,
    ListPassages,
    CreatePassage,
    ChangePassage,
    RemovePassage,
    MergePassages,
    SplitPassage,
    EditStatements,
    EditParties,
  ],
})
export class BriefsModule {}
