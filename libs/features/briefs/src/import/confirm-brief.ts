import { Injectable } from '@nestjs/common';
import type { BriefConfirmation, BriefConfirmed, Passage } from '@uptake/contracts';
import { DomainError, shortTitle } from '@uptake/domain';
import {
  BriefRepository,
  type JournalEntry,
  type LockedBrief,
  PartyRepository,
  PassageRepository,
  RecommendationRepository,
  StatementRepository,
  type Transaction,
  journal,
  newId,
} from '@uptake/persistence';
import type { WorkspaceScope } from '@uptake/platform';

interface Confirming {
  tx: Transaction;
  scope: WorkspaceScope;
  brief: LockedBrief;
  entries: JournalEntry[];
}

/** Makes issues, interests and recommendations of the passages that a person let stand. Nothing is created unseen. */
@Injectable()
export class ConfirmBrief {
  constructor(
    private readonly briefs: BriefRepository,
    private readonly passages: PassageRepository,
    private readonly statements: StatementRepository,
    private readonly parties: PartyRepository,
    private readonly recommendations: RecommendationRepository,
  ) {}

  /** Passages added after a first confirmation are confirmed by a second; `invalid_state` where nothing is left to confirm. */
  execute(scope: WorkspaceScope, briefId: string, input: BriefConfirmation): Promise<BriefConfirmed> {
    scope.demand('briefs.confirm');
    return scope.transaction(async (tx) => {
      const brief = await this.briefs.lock(tx, briefId);
      if (input.version !== undefined && input.version !== brief.version)
        throw new DomainError('version_conflict', { current: await this.briefs.get(tx, briefId) });
      const found = (await this.passages.ofBrief(tx, briefId)).filter((passage) => passage.state === 'found');
      if (found.length === 0)
        throw new DomainError('invalid_state', {
          detail: 'Nothing in this brief waits to be confirmed',
          current: await this.briefs.get(tx, briefId),
        });
      const work: Confirming = { tx, scope, brief, entries: [] };
      const issues = await this.makeStatements(work, found, 'issue');
      const interests = await this.makeStatements(work, found, 'interest');
      const recommendations = await this.makeRecommendations(work, found);
      await this.passages.markConfirmed(
        tx,
        found.map((passage) => passage.id),
      );
      const { actor } = scope;
      await this.briefs.markConfirmed(tx, briefId, actor.at);
      work.entries.push({
        ...actor,
        type: 'brief.confirmed',
        subject: { kind: 'brief', id: briefId },
        data: { issues: issues.length, interests: interests.length, recommendations: recommendations.length },
      });
      await journal(tx, work.entries);
      return { recommendations, issues, interests };
    });
  }

  private async makeStatements(
    { tx, scope, brief, entries }: Confirming,
    found: readonly Passage[],
    kind: 'issue' | 'interest',
  ): Promise<BriefConfirmed['issues']> {
    const { actor } = scope;
    const made: BriefConfirmed['issues'] = [];
    for (const passage of found.filter((p) => p.kind === kind)) {
      const id = newId(actor.at);
      await this.statements.insert(tx, {
        id,
        kind,
        text: passage.text,
        language: brief.language,
        direction: brief.direction,
        briefId: brief.id,
        passageId: passage.id,
        at: actor.at,
      });
      entries.push({
        ...actor,
        type: 'statement.created',
        subject: { kind, id },
        data: { briefId: brief.id, passageId: passage.id },
        personal: { text: passage.text },
      });
      made.push({ id, reference: null, passageId: passage.id, text: passage.text });
    }
    return made;
  }

  private async makeRecommendations(
    work: Confirming,
    found: readonly Passage[],
  ): Promise<BriefConfirmed['recommendations']> {
    const { tx, scope, brief, entries } = work;
    const { actor } = scope;
    const wanted = found.filter((passage) => passage.kind === 'recommendation');
    const parties = await this.parties.ensure(
      tx,
      wanted.flatMap((passage) => passage.addressees),
      actor.at,
    );
    for (const party of parties.made)
      entries.push({
        ...actor,
        type: 'party.created',
        subject: { kind: 'party', id: party.id },
        personal: { name: party.name },
      });
    const statementOf = await this.statements.byPassage(tx, brief.id);
    const sectionOf = await this.passages.sectionIds(tx, brief.id);
    const made: BriefConfirmed['recommendations'] = [];
    for (const passage of wanted) {
      const id = newId(actor.at);
      const { reference } = await this.recommendations.insert(tx, {
        id,
        at: actor.at,
        timeZone: scope.workspace.timeZone,
        createdBy: scope.member.memberId,
        referencePrefix: brief.reference_prefix,
        title: shortTitle(passage.text),
        text: passage.text,
        language: brief.language,
        direction: brief.direction,
        briefId: brief.id,
        sectionId: sectionOf.get(passage.id) ?? null,
        passageId: passage.id,
        addresseeIds: passage.addressees.flatMap((name) => parties.ids.get(name.toLowerCase()) ?? []),
        statementIds: passage.links.flatMap((link) => statementOf.get(link) ?? []),
      });
      entries.push({
        ...actor,
        type: 'recommendation.created',
        subject: { kind: 'recommendation', id },
        itemId: id,
        data: { reference, briefId: brief.id, passageId: passage.id },
        personal: { text: passage.text },
      });
      made.push({ id, reference, passageId: passage.id, text: passage.text });
    }
    return made;
  }
}
