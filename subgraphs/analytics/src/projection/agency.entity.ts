import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An agency as the statistics know it: its place in the tree, as last told by `agency.*`. */
@Entity({
  name: 'agency',
  comment: 'The tree as last told by agency.*; any order of arrival ends in the same rows.',
})
@Index('agency_root', { synchronize: false })
export class AgencyEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  code!: string;

  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId!: string | null;

  /** All agencies from the root to this one, as labels (ids without dashes). */
  @Column('ltree')
  path!: string;

  /** The same, only since the last supervisory tie. */
  @Column('ltree', { name: 'house_path' })
  housePath!: string;

  @Column('boolean', { name: 'is_active' })
  isActive!: boolean;

  /** Of the event that told it; an older one changes nothing. */
  @Column('integer')
  version!: number;
}
