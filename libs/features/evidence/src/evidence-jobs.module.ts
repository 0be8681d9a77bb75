import { Module } from '@nestjs/common';
import { EvidenceRepository } from '@uptake/persistence';
import { SweepFilesLoop } from './sweep-files.loop.js';

/** What is done about files behind the requests: for the worker process, which wires the loop from the exports. */
@Module({ providers: [EvidenceRepository, SweepFilesLoop], exports: [SweepFilesLoop] })
export class EvidenceJobsModule {}
