import { Controller, Get, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import {
  Brief,
  BriefAccepted,
  BriefConfirmation,
  BriefConfirmed,
  BriefImport,
  BriefSummary,
  type ListQuery,
  listQuery,
  MAX_BRIEF_CHARS,
  page,
} from '@uptake/contracts';
import {
  Answers,
  BodyOf,
  type HttpRequest,
  IdParam,
  QueryOf,
  Requires,
  Scoped,
  type WorkspaceScope,
  parseBy,
  receiveUpload,
} from '@uptake/platform';
import { briefBody } from './brief-body.js';
import { checkLength, textOfFile } from './brief-file.js';
import { ConfirmBrief } from './confirm-brief.js';
import { GetBrief } from './get-brief.js';
import { ImportBrief } from './import-brief.js';
import { ListBriefs } from './list-briefs.js';

const UploadFields = BriefImport.omit({ text: true });
/** UTF-16 takes two bytes a character, UTF-8 up to three for what UTF-16 holds in one. */
const MAX_FILE_BYTES = MAX_BRIEF_CHARS * 3;

@ApiTags('briefs')
@Controller('workspaces/:w/briefs')
export class BriefsController {
  constructor(
    private readonly listBriefs: ListBriefs,
    private readonly importBrief: ImportBrief,
    private readonly getBrief: GetBrief,
    private readonly confirmBrief: ConfirmBrief,
  ) {}

  @Get()
  @Requires('briefs.read')
  @Answers(200, page(BriefSummary))
  list(@Scoped() scope: WorkspaceScope, @QueryOf(listQuery({})) query: ListQuery) {
    return this.listBriefs.execute(scope, query);
  }

  @Post()
  @Requires('briefs.import')
  @ApiConsumes('multipart/form-data', 'application/json')
  @ApiBody(briefBody)
  @Answers(202, BriefAccepted, [
    'malformed_request',
    'file_too_large',
    'file_type_refused',
    'unreadable_file',
    'unsupported_media_type',
  ])
  async import(@Scoped() scope: WorkspaceScope, @Req() request: HttpRequest) {
    if (!request.isMultipart()) {
      const input = parseBy(BriefImport, request.body ?? {});
      return this.importBrief.execute(scope, {
        ...input,
        text: checkLength(input.text, 'The text'),
        fileName: null,
        sizeBytes: Buffer.byteLength(input.text),
      });
    }
    const { fields, taken } = await receiveUpload(request, MAX_FILE_BYTES, async (file) => ({
      name: file.name,
      bytes: await bytesOf(file.chunks),
    }));
    const given = parseBy(UploadFields, fields);
    if (!taken) return parseBy(BriefImport, {});
    return this.importBrief.execute(scope, {
      ...given,
      text: textOfFile(taken.name || 'The file', taken.bytes),
      fileName: taken.name || null,
      sizeBytes: taken.bytes.length,
    });
  }

  @Get(':id')
  @Requires('briefs.read')
  @Answers(200, Brief)
  get(@Scoped() scope: WorkspaceScope, @IdParam() id: string) {
    return this.getBrief.execute(scope, id);
  }

  @Post(':id/confirm')
  @Requires('briefs.confirm')
  @Answers(200, BriefConfirmed, ['invalid_state', 'version_conflict'])
  confirm(@Scoped() scope: WorkspaceScope, @IdParam() id: string, @BodyOf(BriefConfirmation) input: BriefConfirmation) {
    return this.confirmBrief.execute(scope, id, input);
  }
}

async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const read: Uint8Array[] = [];
  for await (const chunk of chunks) read.push(chunk);
  return Buffer.concat(read);
}
