import { permit } from '@satu-pintu/authorization';
import type { DataSource } from 'typeorm';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Agency } from '../agency/agency.type.js';
import type { AgenciesContext } from '../context.js';
import { ImportKindEnum } from '../imports/import.enums.js';
import type { ImportKind } from '../imports/import-record.js';
import { findImport } from '../imports/import.store.js';
import { Import } from '../imports/import.type.js';
import { invitationsSince } from '../imports/told-invitations.rules.js';
import { viewerPosts } from '../officers/viewer-posts.js';
import { officerIdsOf } from '../requests/held-posts.query.js';
import { CsvAddress } from './csv-address.type.js';
import type { ExportAddresses } from './export-address.js';

@Resolver(() => Agency)
export class AgencyExportResolver {
  constructor(
    private readonly addresses: ExportAddresses,
    private readonly now: () => Date,
  ) {}

  @FieldResolver(() => CsvAddress, {
    nullable: true,
    description:
      'CSV of the agency and all below it, with the columns that an import takes, officers as far as you may list them. For its own staff and for admins who manage or monitor it; null for everyone else.',
  })
  async csv(
    @Root() agency: Agency,
    @Arg('kind', () => ImportKindEnum, { description: 'What the file is to hold.' }) kind: ImportKind,
    @Ctx() context: AgenciesContext,
  ): Promise<CsvAddress | null> {
    if (!permit('LIST_OFFICERS', await viewerPosts(context), agency)) return null;
    return this.addresses.make({ of: kind, agencyId: agency.id }, context.viewer, this.now());
  }
}

@Resolver(() => Import)
export class InvitationsResolver {
  constructor(
    private readonly database: DataSource,
    private readonly addresses: ExportAddresses,
    private readonly now: () => Date,
  ) {}

  @FieldResolver(() => CsvAddress, {
    nullable: true,
    description:
      'CSV of the invitations to the posts that it made: `id`, `agencyCode`, `role`, `name`, `workEmail`, `code`, `expiresAt`. For whoever asked for the import and may still invite, for a day after its end; null for everybody else, and when it made no post.',
  })
  async invitations(@Root() { id }: Import, @Ctx() { viewer }: AgenciesContext): Promise<CsvAddress | null> {
    const record = await findImport(this.database.manager, id);
    const since = record && invitationsSince(record, officerIdsOf(viewer), this.now());
    return since && this.addresses.make({ of: 'INVITATIONS', importId: id }, viewer, this.now());
  }
}
