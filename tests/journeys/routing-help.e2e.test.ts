import { describe, expect, it } from '@jest/globals';
import { ask, request } from '../support/graph.js';

const SUGGEST = /* GraphQL */ `
  query ($draft: ReportDraft!) {
    suggestAgencies(draft: $draft) {
      agency {
        code
        parent {
          name
        }
        region {
          name
        }
      }
      score
      reasons
    }
  }
`;

interface Suggestions {
  readonly suggestAgencies: readonly {
    readonly agency: { readonly code: string };
    readonly score: number;
    readonly reasons: readonly string[];
  }[];
}

const POTHOLE = {
  title: 'Jalan berlubang di Coblong',
  body: 'Jalan di depan balai warga berlubang sejak dua bulan, dua motor sudah jatuh.',
  categoryId: '08.007',
  regionCode: '32.73.02',
};

describe('a visitor who does not know whom a report is for', () => {
  it('is told the public works office of Bandung first for a pothole in Bandung', async () => {
    const { suggestAgencies } = await ask<Suggestions>(SUGGEST, { draft: POTHOLE });
    expect(suggestAgencies[0]).toMatchObject({
      agency: {
        code: '32.73/1.03',
        parent: { name: 'Pemerintah Kota Bandung' },
        region: { name: 'Kota Bandung' },
      },
      reasons: ['CATEGORY', 'REGION', 'WORDS'],
    });
  });

  it('is told five at most, best first', async () => {
    const { suggestAgencies } = await ask<Suggestions>(SUGGEST, { draft: POTHOLE });
    const scores = suggestAgencies.map(({ score }) => score);
    expect(scores).toHaveLength(5);
    expect(scores).toEqual(scores.toSorted((one, other) => other - one));
  });

  it('is told an institution for a matter of the whole country, from two words', async () => {
    const { suggestAgencies } = await ask<Suggestions>(SUGGEST, { draft: { title: 'Listrik padam' } });
    expect(suggestAgencies[0]?.agency.code).toBe('PLN');
  });

  it('is told none before anything is written', async () => {
    expect(await ask<Suggestions>(SUGGEST, { draft: {} })).toEqual({ suggestAgencies: [] });
  });

  it('learns when a text is longer than any report', async () => {
    const { errors } = await request<Suggestions>(SUGGEST, { draft: { title: 'x'.repeat(151) } });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
