import { describe, expect, it } from '@jest/globals';
import { decideAttaching, type LooseFile, LOOSE_MS } from './attach.rules.js';

const NOW = new Date('2026-07-10T05:00:00Z');

const file = (id: string, changes: Partial<LooseFile> = {}): LooseFile => ({
  id,
  isClean: true,
  isAttached: false,
  isOnDraft: false,
  isOwn: true,
  createdAt: NOW,
  ...changes,
});

describe('A file comes with an act', () => {
  it('of whoever sent it, in the order named', () => {
    const found = [file('a'), file('b')];
    expect(decideAttaching({ attachmentIds: ['b', 'a', 'b'] }, found, NOW)).toEqual({
      ok: true,
      value: { ids: ['b', 'a'], publicIds: [] },
    });
  });

  it('for the public only where that is said', () => {
    const named = { attachmentIds: ['a', 'b'], publicAttachmentIds: ['b'] };
    expect(decideAttaching(named, [file('a'), file('b')], NOW)).toMatchObject({
      value: { publicIds: ['b'] },
    });
  });

  it('once, also if its id stands there in capitals as well', () => {
    const named = { attachmentIds: ['A', 'a'], publicAttachmentIds: ['A'] };
    expect(decideAttaching(named, [file('a')], NOW)).toEqual({
      ok: true,
      value: { ids: ['a'], publicIds: ['a'] },
    });
  });

  it.each([{}, { attachmentIds: null }, { attachmentIds: [] }])('or not at all: %j', (named) => {
    expect(decideAttaching(named, [], NOW)).toMatchObject({ ok: true, value: { ids: [] } });
  });

  it('not with more than four others', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    expect(
      decideAttaching(
        { attachmentIds: ids },
        ids.map((id) => file(id)),
        NOW,
      ),
    ).toMatchObject({ refusal: { kind: 'InvalidInput', field: 'attachmentIds' } });
  });

  it.each([
    ['never came', []],
    ['was refused', [file('a', { isClean: false })]],
    ['hangs elsewhere', [file('a', { isAttached: true })]],
    ['is of somebody else', [file('a', { isOwn: false })]],
    ['has waited for a day', [file('a', { createdAt: new Date(NOW.getTime() - LOOSE_MS) })]],
  ])('not if it %s, and all of these answer alike', (_, found) => {
    expect(decideAttaching({ attachmentIds: ['a'] }, found, NOW)).toEqual({
      ok: false,
      refusal: { kind: 'AttachmentNotFound' },
    });
  });

  it('of a draft that stays on it, whoever sent it and whenever', () => {
    const old = new Date(NOW.getTime() - 90 * LOOSE_MS);
    const staying = file('a', { isAttached: true, isOnDraft: true, isOwn: false, createdAt: old });
    expect(decideAttaching({ attachmentIds: ['a'] }, [staying], NOW)).toMatchObject({
      value: { ids: ['a'] },
    });
  });

  it('not because another one hangs on the draft', () => {
    const staying = file('a', { isAttached: true, isOnDraft: true });
    const found = [staying, file('b', { isOwn: false })];
    expect(decideAttaching({ attachmentIds: ['a', 'b'] }, found, NOW)).toMatchObject({
      refusal: { kind: 'AttachmentNotFound' },
    });
  });

  it('for the public only if it comes with it', () => {
    const named = { attachmentIds: ['a'], publicAttachmentIds: ['b'] };
    expect(decideAttaching(named, [file('a'), file('b')], NOW)).toMatchObject({
      refusal: { kind: 'AttachmentNotFound' },
    });
  });
});
