import { Controller, Get, Headers, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { LiveEvent, LiveQuery } from '@uptake/contracts';
import { AnswersEvents, EventConnection, type EventReply, QueryOf, type Scope, Scoped } from '@uptake/platform';
import { OwnWorkspaces } from '../inbox/own-workspaces.js';
import { FollowStream } from './follow-stream.js';

@ApiTags('notifications')
@Controller('events')
export class EventsController {
  constructor(
    private readonly ownWorkspaces: OwnWorkspaces,
    private readonly followStream: FollowStream,
  ) {}

  /**
   * What happens in one workspace, as it happens: the event's type and the item it is about, for the client to read again what
   * it shows. `notification`: something new in one's inbox. `reset`: too much was missed, read everything again.
   */
  @Get()
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'The last event received: what followed it is sent first',
  })
  @AnswersEvents(LiveEvent)
  async follow(
    @Scoped() scope: Scope,
    @QueryOf(LiveQuery) { workspace }: LiveQuery,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res() reply: EventReply,
  ) {
    const [within] = await this.ownWorkspaces.execute(scope, workspace);
    if (within) await this.followStream.execute(within, lastEventId, () => EventConnection.open(reply));
  }
}
