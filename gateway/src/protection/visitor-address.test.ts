import { BlockList } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { networkOf, visitorAddress } from './visitor-address.js';

const trusted = new BlockList();
trusted.addAddress('10.0.0.2', 'ipv4');
trusted.addSubnet('192.168.7.0', 24, 'ipv4');
trusted.addSubnet('fd00::', 8, 'ipv6');

describe('the address of a visitor', () => {
  it.each([
    ['a stranger, whatever it says', '203.0.113.5', '198.51.100.1', '203.0.113.5'],
    ['a proxy of ours that says nothing', '10.0.0.2', undefined, '10.0.0.2'],
    ['whom our proxy names', '10.0.0.2', '198.51.100.1', '198.51.100.1'],
    ['whom the last of our proxies names', '10.0.0.2', '198.51.100.1, 192.168.7.9', '198.51.100.1'],
    ['the nearest that is not ours', '10.0.0.2', '1.1.1.1, 198.51.100.1', '198.51.100.1'],
    ['our proxy, when it names no address', '10.0.0.2', 'unknown', '10.0.0.2'],
    ['our proxy, for nonsense', '10.0.0.2', '1.1.1.1,', '10.0.0.2'],
    ['a mapped address, as what it is', '::ffff:10.0.0.2', '::ffff:198.51.100.1', '198.51.100.1'],
    ['whom our proxy over IPv6 names', 'fd00::1%eth0', '2001:DB8::1', '2001:db8::1'],
  ])('is that of %s', (_case, peer, forwardedFor, address) => {
    expect(visitorAddress({ peer, forwardedFor }, trusted)).toBe(address);
  });
});

describe('a network', () => {
  it.each([
    ['203.0.113.5', '203.0.113.250', true],
    ['203.0.113.5', '203.0.114.5', false],
    ['2001:db8:1:2ff::1', '2001:db8:1:200:ffff::9', true],
    ['2001:db8:1:2ff::1', '2001:db8:1:300::1', false],
    ['::1', '0:0:0:0:0:0:0:2', true],
    ['nonsense', '', true],
  ])('of %s and %s is the same: %s', (one, other, isSame) => {
    expect(networkOf(one) === networkOf(other)).toBe(isSame);
  });
});
