import { createHash } from 'node:crypto';
import { loadNationalCalendar, localDateOf, type WorkCalendar } from '@satu-pintu/calendar';
import {
  type FinalStatus,
  type ImaginedReport,
  type ImaginedStep,
  type KnownAgency,
  ownerTagOf,
  planLife,
  readSample,
  routeOf,
  type SampleRow,
  titleOf,
  topicOf,
  trackingIdOf,
} from '@satu-pintu/reports';
import { Chance, Weighted } from './chance.js';
import type { Country, District } from './country.js';
import type { LoadOptions } from './load-options.js';
import { tellOf } from './national-texts.js';

const DAY_MS = 86_400_000;

/*
 * How reports of the country end, from what is published: East Java in the first half of 2024 had 90 % done, 5 % in
 * process, 5 % postponed, 1 % archived; nationally more is set aside (17 % in one campaign of 2018), and around 1 % is
 * never touched. Those of the last weeks are simply not there yet.
 */
const ENDS: readonly (readonly [FinalStatus, number])[] = [
  ['SELESAI', 0.88],
  ['DIARSIPKAN', 0.08],
  ['DITINDAKLANJUTI', 0.025],
  ['BELUM_DITINDAKLANJUTI', 0.01],
  ['TERDISPOSISI', 0.005],
];

/** Shares of the reports that are asked for more before they are verified, answer that, or are taken back. */
const ASKED_FIRST = 0.05;
const ANSWERED = 0.7;
const WITHDRAWN = 0.01;
/** Share of the reports to an institution of the centre that one of its own units handles. */
const BY_A_UNIT = 0.5;
/** Share of reports through the site or the app that name the agency. */
const ADDRESSED = 0.5;
/** One account files so many reports. */
const REPORTS_PER_CITIZEN = 3;
/** More reports come in each year: the share of the time at which half of them have come. */
const GROWTH = 0.8;

const TRACKING_NUMBERS = 900_000_000;
/** Has no factor in common with that count, so that numbers come in no order and none comes twice. */
const STRIDE = 366_499_957;

/** Makes reports up, each by its number: a text of the sample elsewhere, sent on the way that the sample goes. */
export class Imagination {
  private readonly calendar: WorkCalendar = loadNationalCalendar();
  private readonly ends = new Weighted(ENDS, ([, share]) => share);
  private readonly districts: Weighted<District>;
  private readonly districtsOf: ReadonlyMap<string, readonly District[]>;
  private readonly unitsOf: ReadonlyMap<string, readonly string[]>;
  private readonly topics = new Map<string, ReturnType<typeof topicOf>>();

  private constructor(
    private readonly country: Country,
    private readonly options: LoadOptions,
    private readonly patterns: readonly SampleRow[],
    /** Numbers that reports of the house have. */
    private readonly taken: ReadonlySet<string>,
  ) {
    const { districts, agencies, byCode } = country;
    // People of cities write more.
    this.districts = new Weighted(
      districts.filter(({ regencyCode }) => byCode.has(regencyCode)),
      ({ regencyCode }) => (byCode.get(regencyCode)?.kind === 'CITY' ? 4 : 1),
    );
    this.districtsOf = Map.groupBy(districts, ({ regencyCode }) => regencyCode);
    this.unitsOf = unitsByHouse(agencies);
  }

  static async of(country: Country, options: LoadOptions, taken: ReadonlySet<string>): Promise<Imagination> {
    return new Imagination(country, options, await readSample(), taken);
  }

  imagine(number: number): ImaginedReport {
    const chance = new Chance(`${this.options.seed} ${String(number)}`);
    for (;;) {
      const imagined = this.tryToImagine(number, chance);
      if (imagined) return imagined;
    }
  }

  /** Null where the drawn pattern concerns nobody in this house. */
  private tryToImagine(number: number, chance: Chance): ImaginedReport | null {
    const row = this.drawRow(number, chance);
    const route = routeOf(row, this.country.byCode);
    const topic = this.topicOf(row);
    if (!route.ok || !topic) return null;
    const { house, actor } = route.value;
    const hasAccount = row.channel === 'WEB' || row.channel === 'MOBILE';
    const addressed =
      hasAccount && chance.happens(ADDRESSED) ? (this.country.byId.get(house.id) ?? null) : null;
    const subject = { row, officeName: actor.name, topicName: topic.name };
    const steps = planLife({ subject, route: route.value, calendar: this.calendar });
    const { requestedType, body, place, regionCode, channel, isAnonymous, isSecret } = row;
    const title = titleOf(row);
    return {
      submission: {
        ...{ requestedType, title, body, incidentDate: null, place, regionCode },
        ...{ channel, isAnonymous, isSecret, consent: true },
      },
      receipt: this.receiptFor(number, row, hasAccount, addressed, chance),
      classification: { type: row.type, category: topic, publicTitle: title },
      steps: vary(steps, chance),
    };
  }

  private drawRow(number: number, chance: Chance): SampleRow {
    const pattern = chance.oneOf(this.patterns);
    const district = this.districts.draw(chance);
    const neighbours = this.districtsOf.get(district.regencyCode) ?? [district];
    const [finalStatus] = this.ends.draw(chance);
    const isAnswered = finalStatus === 'SELESAI' || finalStatus === 'DITINDAKLANJUTI';
    return {
      ...pattern,
      ...tellOf(pattern, district, chance.oneOf(neighbours), chance),
      ...this.houseOf(pattern, district, chance),
      id: `${this.options.seed}-${String(number)}`,
      createdAt: this.drawInstant(number, pattern, chance),
      regionCode: district.code,
      finalStatus,
      followUpDays: isAnswered ? (pattern.followUpDays ?? 0.5 + 6 * chance.share()) : null,
    };
  }

  /** The house of the same kind at the new place: regencies and provinces move, institutions of the centre stay. */
  private houseOf(
    { houseCode, officeCode }: SampleRow,
    { regencyCode }: District,
    chance: Chance,
  ): Pick<SampleRow, 'houseCode' | 'officeCode'> {
    if (/^\d\d\.\d\d$/.test(houseCode)) return { houseCode: regencyCode, officeCode };
    if (/^\d\d$/.test(houseCode)) return { houseCode: regencyCode.slice(0, 2), officeCode };
    const units = this.unitsOf.get(houseCode) ?? [];
    const isByUnit = units.length > 0 && chance.happens(BY_A_UNIT);
    return { houseCode, officeCode: isByUnit ? chance.oneOf(units) : officeCode };
  }

  /**
   * At the hour of the pattern; later years have more. The days go up with the numbers, because a real house lies on
   * the disk in the order in which its reports came in.
   */
  private drawInstant(number: number, { createdAt }: SampleRow, chance: Chance): Date {
    const { from, until, reports } = this.options;
    const passed = ((number + chance.share()) / reports) ** GROWTH;
    const drawn = from.getTime() + (until.getTime() - from.getTime()) * passed;
    const instant =
      Math.floor(drawn / DAY_MS) * DAY_MS + (createdAt.getTime() % DAY_MS) + chance.between(0, 999_999);
    return new Date(instant < until.getTime() ? instant : drawn);
  }

  private receiptFor(
    number: number,
    row: SampleRow,
    hasAccount: boolean,
    addressed: KnownAgency | null,
    chance: Chance,
  ): ImaginedReport['receipt'] {
    const id = uuidOf(row.id);
    return {
      id,
      trackingId: this.trackingId(number, chance),
      ownerTag: hasAccount ? ownerTagOf(this.reporterKey(number), id) : null,
      ruleSetCode: this.country.ruleSets.inForceOn(localDateOf(row.createdAt, 'Asia/Jakarta')).code,
      addressedAgencyId: addressed?.id ?? null,
      holderAgencyId: this.country.verifierFor(addressed).id,
      submittedAt: row.createdAt,
    };
  }

  private trackingId(number: number, chance: Chance): string {
    // Multiplied in two steps, since the product is too large for one.
    const spread = Number((BigInt(number) * BigInt(STRIDE)) % BigInt(TRACKING_NUMBERS));
    let id = trackingIdOf(100_000_000 + spread);
    while (this.taken.has(id)) id = trackingIdOf(100_000_000 + chance.between(0, TRACKING_NUMBERS - 1));
    return id;
  }

  private reporterKey(number: number): string {
    const { seed, reports } = this.options;
    const citizen = `${seed} citizen ${String(number % Math.ceil(reports / REPORTS_PER_CITIZEN))}`;
    return createHash('sha256').update(citizen).digest('base64url');
  }

  private topicOf(row: SampleRow): ReturnType<typeof topicOf> {
    const name = `${row.parentTopic}/${row.topic}`;
    if (!this.topics.has(name)) this.topics.set(name, topicOf(row, this.country.categories));
    return this.topics.get(name) ?? null;
  }
}

/** Some are asked for more first, some are taken back. */
function vary(steps: readonly ImaginedStep[], chance: Chance): readonly ImaginedStep[] {
  const varied = chance.happens(ASKED_FIRST) ? askFirst(steps, chance) : steps;
  return chance.happens(WITHDRAWN) ? withdraw(varied, chance) : varied;
}

function askFirst(steps: readonly ImaginedStep[], chance: Chance): readonly ImaginedStep[] {
  const [submitted, next, ...rest] = steps;
  if (!submitted || !next || submitted.act !== 'SUBMIT' || next.act === 'CLOSE_SILENT') return steps;
  const at = new Date((submitted.at.getTime() + next.at.getTime()) / 2);
  const asked: ImaginedStep = {
    act: 'ASK_COMPLETION',
    at,
    missing: ['PLACE'],
    message: 'Mohon sebutkan tempat kejadian yang tepat agar laporan dapat diteruskan.',
  };
  if (!chance.happens(ANSWERED)) return [submitted, asked];
  const waitMs = Math.round((0.2 + 9 * chance.share()) * DAY_MS);
  const answered: ImaginedStep = {
    act: 'COMPLETE',
    at: new Date(at.getTime() + waitMs),
    body: 'Tempatnya di seberang kantor kelurahan, masuk gang di sebelah kiri.',
  };
  const later = [next, ...rest].map((step) =>
    step.act === 'CLOSE_SILENT' ? step : { ...step, at: new Date(step.at.getTime() + waitMs) },
  );
  return [submitted, asked, answered, ...later];
}

function withdraw(steps: readonly ImaginedStep[], chance: Chance): readonly ImaginedStep[] {
  const kept = steps.slice(0, chance.between(1, Math.max(1, steps.length - 1)));
  const last = kept.at(-1);
  if (!last || last.act === 'CLOSE_SILENT' || last.act === 'ARCHIVE' || last.act === 'CONFIRM') return steps;
  return [...kept, { act: 'WITHDRAW', at: new Date(last.at.getTime() + DAY_MS * (0.1 + chance.share())) }];
}

/** The office codes of an institution's own units, by the institution's code. */
function unitsByHouse(agencies: readonly KnownAgency[]): ReadonlyMap<string, readonly string[]> {
  const units = agencies.filter(({ code, isActive }) => isActive && /^[A-Z].*\//.test(code));
  const byHouse = Map.groupBy(units, ({ code }) => code.slice(0, code.indexOf('/')));
  return new Map(
    [...byHouse].map(([house, below]) => [house, below.map(({ code }) => code.slice(house.length + 1))]),
  );
}

/** Version 4 in form, so that nobody tells it from that of a real report by looking. */
function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
