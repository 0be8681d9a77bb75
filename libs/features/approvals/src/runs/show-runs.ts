import type { MemberRef } from '@uptake/contracts';
import type { PeopleNow, StageExplanation, WorkflowContext } from '@uptake/domain';
import { explainRun } from '@uptake/domain';
import { type EligibilityRepository, type LoadedRun, type Reader, memberRefs } from '@uptake/persistence';

/** Who is who at the instant of the reading, and who may set a stage aside. */
type ReaderNow = PeopleNow & Pick<WorkflowContext, 'overriders'>;

/** A run with everything its views need: each stage explained, and every member in it by name. */
export interface ShownRun extends LoadedRun {
  people: ReaderNow;
  stages: readonly StageExplanation[];
  memberOf(id: string): MemberRef;
}

const nobody: ReaderNow = { eligible: {}, activeMemberIds: [], overriders: {}, item: null };

/** Two statements for the names, one more for each run still under way: only those ask who could decide. */
export async function showRuns(
  reader: Reader,
  eligibility: EligibilityRepository,
  runs: readonly LoadedRun[],
  readerMemberId: string,
): Promise<Map<string, ShownRun>> {
  const explained = await Promise.all(
    runs.map(async (run) => {
      const people =
        run.snapshot.run.endedAt === null ? await peopleNow(reader, eligibility, run, readerMemberId) : nobody;
      return { ...run, people, stages: explainRun(run.version, run.snapshot, people) };
    }),
  );
  const names = await memberRefs(reader, explained.flatMap(membersIn));
  const memberOf = (id: string): MemberRef => names.get(id) ?? { id, name: '', active: false };
  return new Map(explained.map((run) => [run.snapshot.run.id, { ...run, memberOf }]));
}

function peopleNow(reader: Reader, eligibility: EligibilityRepository, run: LoadedRun, readerMemberId: string) {
  const concerned = [readerMemberId, ...run.snapshot.requests.map((request) => request.memberId)];
  return eligibility.peopleFor(reader, run.itemId, run.version.definition, concerned, run.snapshot.run.judged.facts);
}

function membersIn({ snapshot, stages }: LoadedRun & { stages: readonly StageExplanation[] }): string[] {
  return [
    snapshot.run.judged.submitterId,
    ...snapshot.requests.map((request) => request.memberId),
    ...snapshot.decisions.flatMap(({ actorId, onBehalfOfId }) =>
      onBehalfOfId === null ? [actorId] : [actorId, onBehalfOfId],
    ),
    ...snapshot.overrides.map((override) => override.actorId),
    ...stages.flatMap((stage) => stage.couldDecide),
  ];
}
