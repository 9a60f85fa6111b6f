import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A request that was carried out under an idempotency key. */
@Entity('carried_out', { comment: 'Requests under an idempotency key that were carried out.' })
export class CarriedOutEntity {
  @PrimaryColumn('bytea', {
    primaryKeyConstraintName: 'carried_out_pk',
    comment: 'Keyed hash of sender and key.',
  })
  scope!: Buffer;

  @Column('bytea', { comment: 'Keyed hash of what was asked.' })
  request_hash!: Buffer;

  @Column('uuid', { comment: 'Agency or officer that the request was about.' })
  subject_id!: string;

  @Column('timestamptz', { comment: 'When it was carried out.' })
  created_at!: Date;
}
