import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PDFDocument, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { createLogger } from '@satu-pintu/service-kit';
import exifr from 'exifr';
import sharp from 'sharp';
import { createInspector } from '../src/inspection/inspector.js';
import type { Verdict } from '../src/inspection/verdict.js';
import {
  CANARY,
  EICAR,
  emptyArchive,
  hugePicture,
  letter,
  noise,
  packedZeros,
  photograph,
  picture,
  turnedPhotograph,
  whenOpened,
} from './support/evidence.js';

const inspector = createInspector(createLogger('test', 'fatal'));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'satu-pintu-inspection-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** All that an image can carry; how many pixels it has is no secret. */
const TOLD_IN_IMAGES = {
  tiff: true,
  exif: true,
  gps: true,
  xmp: true,
  iptc: true,
  icc: true,
  ihdr: false,
  jfif: false,
};

/** What becomes of some bytes. */
async function inspected(bytes: Buffer | string): Promise<{ verdict: Verdict; cleaned: Buffer | null }> {
  const [source, target] = [join(folder, 'sent'), join(folder, 'cleaned')];
  await writeFile(source, bytes);
  const verdict = await inspector.inspect(source, target);
  const isThere = await stat(target).then(
    () => true,
    () => false,
  );
  return { verdict, cleaned: isThere ? await readFile(target) : null };
}

async function cleaned(bytes: Buffer): Promise<Buffer> {
  const outcome = await inspected(bytes);
  expect(outcome.verdict).toMatchObject({ ok: true });
  return outcome.cleaned ?? Buffer.alloc(0);
}

async function refusal(bytes: Buffer | string): Promise<string | null> {
  const { verdict } = await inspected(bytes);
  return verdict.ok ? null : verdict.refusal;
}

describe('A photograph', () => {
  it.each(['jpeg', 'png', 'webp'] as const)(
    'as %s keeps its picture and tells nothing else',
    async (format) => {
      const sent = await photograph(format);
      expect(sent.includes(CANARY)).toBe(true);
      const made = await cleaned(sent);
      expect(made.includes(CANARY)).toBe(false);
      if (format !== 'webp') expect(await exifr.parse(made, TOLD_IN_IMAGES)).toBeUndefined(); // it cannot read WebP
      const { exif, xmp, iptc, icc, width, height } = await sharp(made).metadata();
      expect({ exif, xmp, iptc, icc, width, height }).toEqual({ width: 640, height: 480 });
    },
  );

  it('told its place before, so that the test above can fail', async () => {
    expect(await exifr.gps(await photograph())).toMatchObject({ latitude: expect.closeTo(-6.914, 2) });
  });

  it('is turned the way it is looked at, since nothing tells that any more', async () => {
    const { verdict, cleaned: made } = await inspected(await turnedPhotograph());
    expect(verdict).toEqual({ ok: true, value: { mediaType: 'image/jpeg', width: 480, height: 640 } });
    expect((await sharp(made ?? Buffer.alloc(0)).metadata()).orientation).toBeUndefined();
  });

  it('loses what was hidden behind it', async () => {
    const made = await cleaned(
      Buffer.concat([await photograph(), Buffer.from(`<script>${CANARY}</script>`)]),
    );
    expect(made.includes('script')).toBe(false);
  });

  it('that breaks off is refused', async () => {
    const whole = await picture(1_000, 1_000).jpeg().toBuffer();
    expect(await refusal(whole.subarray(0, whole.length / 2))).toBe('FileUnreadable');
  });

  it.each([
    ['a hundred million pixels', 10_000, 10_000],
    ['a line of them', 16_000_000, 4],
  ])('of %s is refused before it is unpacked', async (_, width, height) => {
    expect(await refusal(hugePicture(width, height))).toBe('FileTooDemanding');
  });

  it('of forty-nine million pixels is taken', async () => {
    const { verdict } = await inspected(hugePicture(7_000, 7_000));
    expect(verdict).toMatchObject({ ok: true, value: { width: 7_000, height: 7_000 } });
  });

  it('that moves is refused', async () => {
    const frames = await sharp(noise(64 * 128 * 3), {
      raw: { width: 64, height: 128, channels: 3, pageHeight: 64 },
    })
      .webp({ loop: 0 })
      .toBuffer();
    expect(await refusal(frames)).toBe('FileTypeNotAccepted');
  });
});

describe('A document', () => {
  it('keeps its pages, and tells neither author nor program, nor those of a photograph in it', async () => {
    const sent = await letter();
    expect(await unpacked(sent)).toContain(CANARY);
    const made = await cleaned(sent);
    expect(await unpacked(made)).not.toContain(CANARY);
    const document = await PDFDocument.load(made, { updateMetadata: false });
    expect(document.getPageCount()).toBe(1);
    const { Info, ID } = document.context.trailerInfo;
    expect({ Info, ID }).toEqual({});
    expect(await unpacked(made)).toContain('DCTDecode');
  });

  it('may begin on a page of its choice, and forgets that', async () => {
    const made = await cleaned(
      await letter((document) => {
        const dest = document.context.obj([document.getPage(0).ref, 'Fit']);
        document.catalog.set(PDFName.of('OpenAction'), dest);
      }),
    );
    expect(await unpacked(made)).not.toContain('OpenAction');
  });

  it.each([
    ['runs a program', { S: 'JavaScript', JS: PDFString.of('app.alert(1)') }],
    ['starts another', { S: 'Launch', F: PDFString.of('cmd.exe') }],
    ['sends what is filled in', { S: 'SubmitForm', F: PDFString.of('https://evil.example') }],
  ])('that %s is refused', async (_, action) => {
    expect(await refusal(await letter(whenOpened(action)))).toBe('FileHasActiveContent');
  });

  it('that hides its program under another spelling is refused', async () => {
    const sent = await letter(whenOpened({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') }));
    const document = await PDFDocument.load(sent);
    const spelled = Buffer.from(await document.save({ useObjectStreams: false }));
    const bytes = Buffer.from(
      spelled.toString('latin1').replaceAll('/JavaScript', '/J#61vaScr#69pt').replace('/JS', '/#4aS'),
      'latin1',
    );
    expect(await refusal(bytes)).toBe('FileHasActiveContent');
  });

  it('that carries a file is refused', async () => {
    const document = await PDFDocument.load(await letter());
    await document.attach(Buffer.from(EICAR.slice(1)), 'surat.exe', { mimeType: 'application/octet-stream' });
    expect(await refusal(Buffer.from(await document.save()))).toBe('FileHasActiveContent');
  });

  it('that needs a password is refused', async () => {
    const document = await PDFDocument.load(await letter());
    document.encrypt({ userPassword: '', ownerPassword: 'rahasia' });
    expect(await refusal(Buffer.from(await document.save()))).toBe('FileIsEncrypted');
  });

  it.each([
    ['a part of a gigabyte', 1, 2 ** 30],
    ['many parts', 30, 4 * 2 ** 20],
  ])(
    'with %s is refused',
    async (_, count, size) => {
      const contents = packedZeros(size);
      const bomb = await letter(({ context }) => {
        for (let at = 0; at < count; at += 1)
          context.register(
            PDFRawStream.of(context.obj({ Filter: 'FlateDecode', Length: contents.length }), contents),
          );
      });
      expect(await refusal(bomb)).toBe('FileTooDemanding');
    },
    60_000,
  );

  it('whose list of objects unpacks to gigabytes is refused, and the service lives', async () => {
    const contents = packedZeros(1.5 * 2 ** 30);
    const head = `%PDF-1.7\n1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${String(contents.length)} >>\nstream\n`;
    const tail = '\nendstream\nendobj\ntrailer\n<< /Root 2 0 R >>\n%%EOF';
    expect(await refusal(Buffer.concat([Buffer.from(head), contents, Buffer.from(tail)]))).toBe(
      'FileTooDemanding',
    );
  }, 60_000);

  it.each([
    ['an archive behind it', async () => Buffer.concat([await letter(), emptyArchive()])],
    ['a program before it', async () => Buffer.concat([Buffer.from('MZ\n'), await letter()])],
    ['a page of the web behind it', async () => Buffer.concat([await letter(), Buffer.from('<html>')])],
  ])('with %s is refused', async (_, make) => {
    expect(await refusal(await make())).toMatch(/^File(IsTwoThings|TypeNotAccepted)$/);
  });

  it('that breaks off is refused', async () => {
    const whole = await letter();
    const broken = Buffer.concat([whole.subarray(0, 200), Buffer.from('%%EOF')]);
    expect(await refusal(broken)).toBe('FileUnreadable');
  });
});

describe('Everything else is refused:', () => {
  it.each([
    ['nothing', '', 'FileEmpty'],
    ['text', 'Jalan berlubang', 'FileTypeNotAccepted'],
    ['noise', noise(10_000), 'FileTypeNotAccepted'],
    [
      'a drawing with a script',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
      'FileTypeNotAccepted',
    ],
    ['a page of the web', '<!doctype html><script>1</script>', 'FileTypeNotAccepted'],
    ['an archive', emptyArchive(), 'FileTypeNotAccepted'],
    ['a picture that is a script', 'GIF89a/*\u0001\u0000*/=1;alert(1)', 'FileTypeNotAccepted'],
    ['the test virus', EICAR, 'FileIsMalware'],
  ])('%s', async (_, bytes, reason) => {
    expect(await refusal(bytes)).toBe(reason);
  });

  it('the test virus behind a photograph', async () => {
    expect(await refusal(Buffer.concat([await photograph(), Buffer.from(EICAR)]))).toBe('FileIsMalware');
  });

  it('an archive behind a photograph', async () => {
    expect(await refusal(Buffer.concat([await photograph(), emptyArchive()]))).toBe('FileIsTwoThings');
  });
});

/** All parts of a document, each unpacked as far as it can be. */
async function unpacked(bytes: Buffer): Promise<string> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const whole = await document.save({ useObjectStreams: false });
  return Buffer.from(whole).toString('latin1') + bytes.toString('latin1');
}
