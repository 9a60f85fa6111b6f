import { describe, expect, it } from '@jest/globals';
import { allBut, EVERYBODY } from '../../test/support/builders.js';
import { REPORT_STATES } from '../report/report-state.js';
import { decideMessage } from './message.rules.js';

const MAY = ['the admin of the holder', 'the coordinator of the house', 'the national desk'] as const;
const MESSAGE = { id: 'message-1', body: 'Apakah perbaikannya sudah sesuai?' };
const ANSWERED = { state: 'RESPONDED' } as const;

describe('a message of an administrator', () => {
  it.each(MAY)('may come from %s', (who) => {
    expect(decideMessage(ANSWERED, EVERYBODY[who], MESSAGE)).toMatchObject({
      ok: true,
      value: { act: 'SEND_MESSAGE', followUp: { ...MESSAGE, kind: 'MESSAGE' } },
    });
  });

  it.each(allBut(...MAY))('does not come from %s', (who) => {
    expect(decideMessage(ANSWERED, EVERYBODY[who], MESSAGE)).toEqual({
      ok: false,
      refusal: { kind: 'NotAllowed' },
    });
  });

  it.each(REPORT_STATES.filter((state) => state !== 'RESPONDED'))('is not sent in %s', (state) => {
    expect(decideMessage({ state }, EVERYBODY['the national desk'], MESSAGE)).toEqual({
      ok: false,
      refusal: { kind: 'ReportNotInState', state },
    });
  });

  it.each(['', 'Halo', 'a'.repeat(4_001)])('has something to say (%#)', (body) => {
    expect(decideMessage(ANSWERED, EVERYBODY['the national desk'], { ...MESSAGE, body })).toMatchObject({
      refusal: { kind: 'InvalidInput', field: 'body' },
    });
  });
});
