import { randomBytes } from 'node:crypto';
import { type OfficerRole, publicViewer, stableId, type Viewer } from '@satu-pintu/domain-kit';
import { createLogger, routeBody, signViewer, VIEWER_HEADER } from '@satu-pintu/service-kit';
import { type Caller, gatewayCaller, MovableClock, type TestDatabase } from '@satu-pintu/test-kit';
import { composeAgencies, type RunningAgencies } from '../../src/composition.js';
import { DEMO_OFFICERS } from '../../src/demo/demo-officers.js';
import { TODAY } from './agencies-database.js';

/** The subgraph in this process, and how to ask it as the gateway does. */
export interface AgenciesUnderTest extends RunningAgencies {
  readonly ask: Caller;
  readonly clock: MovableClock;
  /** Sends or fetches a file as the gateway does. */
  readonly carry: (
    method: 'GET' | 'PUT',
    path: string,
    viewer: Viewer,
    body?: string | Buffer,
  ) => Promise<Response>;
}

/** Starts the subgraph on a test database, on any free port. */
export async function startAgencies(database: TestDatabase): Promise<AgenciesUnderTest> {
  const viewerKey = randomBytes(32).toString('base64url');
  const clock = new MovableClock(TODAY);
  const running = await composeAgencies(
    {
      port: 0,
      databaseUrl: database.appUrl('agencies'),
      eventLogUrl: database.appUrl('agencies'),
      viewerKey,
      cursorKey: randomBytes(32).toString('base64url'),
      importsKey: randomBytes(32).toString('base64url'),
    },
    { clock, logger: createLogger('agencies under test', 'fatal') },
  );
  return {
    ...running,
    clock,
    ask: gatewayCaller('agencies', running.port, viewerKey, () => clock.now()),
    carry(method, path, viewer, body) {
      const signed = signViewer(viewer, 'agencies', routeBody(method, path), viewerKey, clock.now());
      return fetch(`http://127.0.0.1:${String(running.port)}${path}`, {
        method,
        headers: { [VIEWER_HEADER]: signed, 'content-type': 'application/octet-stream' },
        body: body ?? null,
      });
    },
  };
}

/** A signed-in viewer who holds one post. */
export function officerOf(agencyCode: string, role: OfficerRole): Viewer {
  const appointment = {
    officerId: stableId('officer', 'anyone'),
    agencyId: stableId('agency', agencyCode),
    role,
  };
  return { ...publicViewer(), isSignedIn: true, tag: 'officer', appointments: [appointment] };
}

/** The viewer that the gateway makes of a demonstration account. */
export function demoOfficer(email: string): Viewer {
  const demo = DEMO_OFFICERS.find((officer) => officer.email === email);
  if (!demo) throw new Error(`There is no demonstration officer ${email}.`);
  const agencyId = stableId('agency', demo.agencyCode);
  const appointment = { officerId: stableId('officer', email), agencyId, role: demo.role };
  return { ...publicViewer('en'), isSignedIn: true, tag: email, appointments: [appointment] };
}

/** A signed-in viewer without any post. */
export const citizen: Viewer = { ...publicViewer(), isSignedIn: true, tag: 'citizen' };
