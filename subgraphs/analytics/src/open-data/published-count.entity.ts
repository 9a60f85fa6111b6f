import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PublishedCounts } from './published-counts.js';

/** What the public may see of one agency since the last publication; an agency without a row has nothing to count. */
@Entity({
  name: 'published_count',
  comment: 'Public numbers of the last publication, small cells already withheld.',
})
export class PublishedCountEntity {
  @PrimaryColumn('uuid', { name: 'agency_id' })
  agencyId!: string;

  @Column('jsonb')
  counts!: PublishedCounts;
}
