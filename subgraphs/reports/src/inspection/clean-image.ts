import sharp, { type Metadata, type Sharp } from 'sharp';
import { MAX_PIXELS } from './limits.js';
import { type CleanedFile, FileRefused, type MediaType } from './verdict.js';

/** What is lost is not seen, and the size stays in the order of what was sent. */
const QUALITY = 88;

type ImageType = Exclude<MediaType, 'application/pdf'>;

const ENCODERS: Readonly<Record<ImageType, (image: Sharp) => Sharp>> = {
  'image/jpeg': (image) => image.jpeg({ quality: QUALITY }),
  'image/png': (image) => image.png({ compressionLevel: 7 }),
  'image/webp': (image) => image.webp({ quality: QUALITY }),
};

/** Everything that an image carries beside its pixels. */
const BESIDE_THE_PIXELS = ['exif', 'icc', 'iptc', 'xmp', 'tifftagPhotoshop', 'comments'] as const;

/**
 * Paints an image anew: decoded, turned the way it is looked at, and encoded from its pixels alone. Where it was
 * taken, when, with what and by whom stays behind, and so does whatever was hidden in or behind it.
 */
export async function cleanImage(source: string, target: string, mediaType: ImageType): Promise<CleanedFile> {
  const image = sharp(source, { limitInputPixels: false, failOn: 'error', sequentialRead: true });
  assertStill(await readable(image.metadata()));
  const painted = ENCODERS[mediaType](image.autoOrient().toColourspace('srgb'));
  const { width, height } = await readable(painted.toFile(target));
  assertBare(await sharp(target).metadata());
  return { mediaType, width, height };
}

function assertStill({ width, height, pages = 1 }: Metadata): void {
  if (width * height * pages > MAX_PIXELS) throw new FileRefused('FileTooDemanding');
  if (pages > 1) throw new FileRefused('FileTypeNotAccepted');
}

/** The library drops all of it unless asked; if that ever changes, nothing is taken rather than something told. */
function assertBare(metadata: Metadata): void {
  const left = BESIDE_THE_PIXELS.filter((name) => metadata[name] !== undefined);
  if (left.length > 0) throw new Error(`A cleaned image still carries ${left.join(', ')}.`);
}

/** A decoder complains of the file, not of us. */
async function readable<Result>(reading: Promise<Result>): Promise<Result> {
  try {
    return await reading;
  } catch {
    throw new FileRefused('FileUnreadable');
  }
}
