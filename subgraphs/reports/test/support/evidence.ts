import { randomBytes } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import sharp, { type Sharp } from 'sharp';

/** A word that no cleaned file may hold, in any of its parts. */
export const CANARY = 'KenariSariDewi1987';

/** What a telephone writes into every photograph. */
const TOLD = {
  IFD0: { Artist: CANARY, Make: 'Telepon', Model: CANARY, ImageDescription: CANARY },
  IFD3: {
    GPSLatitudeRef: 'S',
    GPSLatitude: '6/1 54/1 52/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '107/1 36/1 34/1',
  },
};

/** A picture with a gradient, so that turning it can be seen. */
export function picture(width = 640, height = 480): Sharp {
  const pixels = Buffer.alloc(width * height * 3, 40);
  pixels.fill(220, 0, (pixels.length / 2) | 0); // bright above, dark below
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** A photograph that tells where, when and by whom it was taken. */
export function photograph(format: 'jpeg' | 'png' | 'webp' = 'jpeg'): Promise<Buffer> {
  return picture().withExif(TOLD).withXmp(xmp()).toFormat(format).toBuffer();
}

/** One that was taken with the telephone turned on its side. */
export function turnedPhotograph(): Promise<Buffer> {
  return picture().withMetadata({ orientation: 6 }).jpeg().toBuffer();
}

function xmp(): string {
  return `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="${CANARY}"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
}

/** A letter with an author, a photograph that has one too, and what a test adds to it. */
export async function letter(change: (document: PDFDocument) => void = () => undefined): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.setAuthor(CANARY);
  document.setTitle(CANARY);
  document.setProducer(CANARY);
  const { context, catalog } = document;
  const metadata = PDFRawStream.of(
    context.obj({ Type: 'Metadata', Subtype: 'XML', Length: xmp().length }),
    Buffer.from(xmp()),
  );
  catalog.set(PDFName.of('Metadata'), context.register(metadata));
  const page = document.addPage([300, 200]);
  page.drawText('Kepada Yth. Bapak Kepala Dinas', { x: 20, y: 160, size: 12 });
  page.drawImage(await document.embedJpg(await photograph()), { x: 20, y: 20, width: 100, height: 75 });
  page.node.set(PDFName.of('PieceInfo'), context.obj({ Program: { Private: PDFString.of(CANARY) } }));
  change(document);
  return Buffer.from(await document.save());
}

/** An action of a document, run when it is opened. */
export function whenOpened(action: object): (document: PDFDocument) => void {
  return ({ catalog, context }) => catalog.set(PDFName.of('OpenAction'), context.obj(action as never));
}

/** Bytes that unpack to `size` zeros. */
export function packedZeros(size: number): Buffer {
  return deflateSync(Buffer.alloc(size), { level: 9 });
}

/** A black PNG of so many pixels, in a few kilobytes: one bit for each before it is packed. */
export function hugePicture(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(1, 8); // bits for a pixel
  const lines = deflateSync(Buffer.alloc((1 + Math.ceil(width / 8)) * height));
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', lines),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** The least that every program opens as an archive. */
export function emptyArchive(): Buffer {
  return Buffer.concat([Buffer.from('PK\u0005\u0006', 'latin1'), Buffer.alloc(18)]);
}

/** In two halves, so that no scanner takes this file for it. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** Bytes that are nothing. */
export const noise = (size: number): Buffer => randomBytes(size);
