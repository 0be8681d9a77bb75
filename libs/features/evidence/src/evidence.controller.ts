import { Controller, Delete, Get, Headers, Post, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiTags } from '@nestjs/swagger';
import { Evidence, EvidenceLink, EvidenceListQuery, MAX_EVIDENCE_BYTES, page } from '@uptake/contracts';
import {
  Answers,
  AnswersBytes,
  type HttpReply,
  type HttpRequest,
  IdParam,
  QueryOf,
  Requires,
  Scoped,
  type WorkspaceScope,
  attachmentNamed,
  parseBy,
  presentEvidence,
  receiveUpload,
} from '@uptake/platform';
import { AddLink } from './add-link.js';
import { evidenceBody } from './evidence-body.js';
import { OpenContent } from './open-content.js';
import { ReadEvidence } from './read-evidence.js';
import { RemoveEvidence } from './remove-evidence.js';
import { UploadEvidence } from './upload-evidence.js';

@ApiTags('evidence')
@Controller('workspaces/:w/evidence')
export class EvidenceController {
  constructor(
    private readonly readEvidence: ReadEvidence,
    private readonly uploadEvidence: UploadEvidence,
    private readonly addLink: AddLink,
    private readonly removeEvidence: RemoveEvidence,
    private readonly openContent: OpenContent,
  ) {}

  @Get()
  @Requires('item.read')
  @Answers(200, page(Evidence))
  async list(@Scoped() scope: WorkspaceScope, @QueryOf(EvidenceListQuery) query: EvidenceListQuery) {
    const { rows, ...rest } = await this.readEvidence.ofItem(scope, query);
    return { items: rows.map((row) => presentEvidence(scope, row)), ...rest };
  }

  @Post()
  @Requires('evidence.add')
  @ApiConsumes('multipart/form-data', 'application/json')
  @ApiBody(evidenceBody)
  @Answers(201, Evidence, [
    'invalid_state',
    'malformed_request',
    'file_too_large',
    'file_type_refused',
    'unreadable_file',
    'unsupported_media_type',
    'storage_full',
  ])
  async add(@Scoped() scope: WorkspaceScope, @Req() request: HttpRequest) {
    const row = request.isMultipart()
      ? await this.uploadEvidence.execute(scope, (take) => receiveUpload(request, MAX_EVIDENCE_BYTES, take))
      : await this.addLink.execute(scope, parseBy(EvidenceLink, request.body ?? {}));
    return presentEvidence(scope, row);
  }

  @Get(':id')
  @Requires('item.read')
  @Answers(200, Evidence)
  async get(@Scoped() scope: WorkspaceScope, @IdParam() id: string) {
    return presentEvidence(scope, await this.readEvidence.one(scope, id));
  }

  @Delete(':id')
  @Requires('evidence.remove')
  @Answers(204, null, ['invalid_state'])
  async remove(@Scoped() scope: WorkspaceScope, @IdParam() id: string): Promise<void> {
    await this.removeEvidence.execute(scope, id);
  }

  @Get(':id/content')
  @Requires('item.read')
  @ApiHeader({ name: 'If-None-Match', required: false })
  @AnswersBytes(['invalid_state'])
  async content(
    @Scoped() scope: WorkspaceScope,
    @IdParam() id: string,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<StreamableFile | undefined> {
    const content = await this.openContent.execute(scope, id);
    void reply.header('etag', content.etag);
    if (known?.split(/\s*,\s*/).some((tag) => tag.replace(/^W\//, '') === content.etag)) {
      void reply.status(304);
      return undefined;
    }
    void reply.headers({
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    });
    return new StreamableFile(await content.open(), {
      type: content.mediaType,
      length: content.size,
      disposition: attachmentNamed(content.name),
    });
  }
}
