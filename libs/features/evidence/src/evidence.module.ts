import { Module } from '@nestjs/common';
import { EvidenceRepository, ItemRepository } from '@uptake/persistence';
import { AddLink } from './add-link.js';
import { EvidenceController } from './evidence.controller.js';
import { KeepEvidence } from './keep-evidence.js';
import { OpenContent } from './open-content.js';
import { ReadEvidence } from './read-evidence.js';
import { RemoveEvidence } from './remove-evidence.js';
import { UploadEvidence } from './upload-evidence.js';

@Module({
  controllers: [EvidenceController],
  providers: [
    EvidenceRepository,
    ItemRepository,
    KeepEvidence,
    ReadEvidence,
    AddLink,
    UploadEvidence,
    RemoveEvidence,
    OpenContent,
  ],
})
export class EvidenceModule {}
