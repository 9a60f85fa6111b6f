import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The one row that says how far the counters are; whoever changes them locks it first. */
@Entity({
  name: 'counting',
  comment: 'How far the counters are. Locked by whoever changes them, so changes never interleave.',
})
@Check('counting_is_one_row', 'id')
export class CountingEntity {
  @PrimaryColumn('boolean', { default: true })
  id!: boolean;

  /** Grows with each change of a counter. */
  @Column('bigint', { default: 0 })
  revision!: string;

  /** Reports whose time ran out before this instant are in the overdue counters. */
  @Column('timestamptz', { name: 'late_until', default: () => "'1970-01-01 00:00:00+00'" })
  lateUntil!: Date;

  /** Instant of the numbers that the public sees. */
  @Column('timestamptz', { name: 'published_at', default: () => "'1970-01-01 00:00:00+00'" })
  publishedAt!: Date;
}
