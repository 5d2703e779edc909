import fc from 'fast-check'
import { expect, it } from 'vitest'
import { RateMeter } from '../../src/uploads/rate-meter.js'

/** A meter that has seen `perSecond` for so many seconds, ten times a second. */
function metered(perSecond: number, seconds: number): RateMeter {
  const meter = new RateMeter()
  for (let at = 0; at <= seconds * 1000; at += 100) meter.record(at, (perSecond * at) / 1000)
  return meter
}

it('says nothing before there is enough to say', () => {
  expect(new RateMeter().perSecond(0)).toBeNull()
  expect(metered(100, 2.4).perSecond(2400)).toBeNull()
  expect(metered(100, 2.5).perSecond(2500)).toBe(100)
})

it('says nothing of one jump alone', () => {
  const meter = new RateMeter()
  meter.record(0, 5000)
  expect(meter.perSecond(3000)).toBeNull()
})

it('does not take for speed what buffers swallow in the first moment', () => {
  const meter = new RateMeter()
  meter.record(0, 0)
  meter.record(50, 2_000_000)
  for (let at = 100; at <= 4000; at += 100) meter.record(at, 2_000_000 + at * 100)
  expect(meter.perSecond(4000)).toBeCloseTo(100_000)
})

it('falls as nothing comes, and after five seconds says nothing', () => {
  const meter = metered(100, 10)
  expect(meter.perSecond(10_000)).toBe(100)
  expect(meter.perSecond(12_000)).toBeLessThan(100)
  expect(meter.perSecond(14_900)).toBeLessThan(meter.perSecond(12_000)!)
  expect(meter.perSecond(15_100)).toBeNull()
})

it('follows the last ten seconds, not all that was before', () => {
  const meter = metered(100, 60)
  for (let at = 60_000; at <= 72_000; at += 100) meter.record(at, 6000 + (at - 60_000))
  expect(meter.perSecond(72_000)).toBeCloseTo(1000, -1)
})

it('begins anew when an attempt does', () => {
  const meter = metered(100, 10)
  meter.record(11_000, 0)
  expect(meter.perSecond(12_000)).toBeNull()
  meter.record(13_000, 4000)
  expect(meter.perSecond(13_000)).toBe(2000)
})

it('begins anew after a long silence, whose bytes nobody has seen go by', () => {
  const meter = metered(100, 10)
  meter.record(60_000, 900_000)
  expect(meter.perSecond(60_000)).toBeNull()
})

it('is never negative, nor faster than the fastest moment', () => {
  const ticks = fc.array(fc.record({ after: fc.integer({ min: 1, max: 900 }), bytes: fc.nat(100_000) }), {
    minLength: 2,
    maxLength: 200,
  })
  fc.assert(
    fc.property(ticks, (all) => {
      const meter = new RateMeter()
      let [at, count, fastest] = [0, 0, 0]
      meter.record(0, 0)
      for (const { after, bytes } of all) {
        at += after
        count += bytes
        fastest = Math.max(fastest, (bytes / after) * 1000)
        meter.record(at, count)
        const rate = meter.perSecond(at)
        if (rate === null) continue
        expect(rate).toBeGreaterThan(0)
        expect(rate).toBeLessThanOrEqual(fastest * 1.0001)
      }
    }),
  )
})
