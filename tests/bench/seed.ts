/** Many towns and their reports, by SQL as a superuser: what would take the application an hour. */

/** Where every report of the benchmark's large town lies. */
export const BIG_TOWN = 'bad-salzuflen'
/** Whose words, departments and catalogue the invented towns have. */
const MODEL = 'herford'
const BIG_CENTRE = { lat: 52.0862, lon: 8.7443 }

/** A square of some four kilometres for each, side by side. */
const STEP = 0.06
const HALF = 0.02
const PER_ROW = 50
const FIRST = { lat: 47.5, lon: 6.5 }

export type BenchTown = { key: string; lat: number; lon: number }

export function benchTowns(amount: number): BenchTown[] {
  return Array.from({ length: amount }, (_, i) => ({
    key: `bench-${i}`,
    lat: FIRST.lat + STEP * Math.floor(i / PER_ROW),
    lon: FIRST.lon + STEP * (i % PER_ROW),
  }))
}

export type Amounts = { towns: number; perTown: number; inBigTown: number }

/** Statements in order. Foreign keys are not checked one by one: it takes most of the time. */
export function seeding({ towns, perTown, inBigTown }: Amounts): string[] {
  const rows = benchTowns(towns).map(({ key, lat, lon }) => `('${key}', ${lat}::float8, ${lon}::float8, ${perTown})`)
  const big = `('${BIG_TOWN}', ${BIG_CENTRE.lat}, ${BIG_CENTRE.lon}, ${inBigTown})`
  const bounds = `jsonb_build_array(b.lon - ${HALF}, b.lat - ${HALF}, b.lon + ${HALF}, b.lat + ${HALF})`
  const ring = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
    [-1, -1],
  ].map(([x, y]) => `jsonb_build_array(b.lon + ${x! * HALF}, b.lat + ${y! * HALF})`)
  const square = `jsonb_build_object('type', 'Polygon', 'coordinates', jsonb_build_array(jsonb_build_array(${ring})))`
  const config = `t.config || jsonb_build_object('key', b.key, 'name', b.key, 'bounds', ${bounds},
    'protection', jsonb_build_object('proofOfWork', false, 'reportsPerHour', 10000))`
  return [
    `set session_replication_role = replica`,
    `create temporary table bench (key text, lat float8, lon float8, reports int)`,
    `insert into bench values ${rows.join(', ')}`,
    `insert into towns (key, name, kind, live, member, version)
       select b.key, b.key, 'municipality', true, true, 1 from bench b`,
    `insert into town_versions (town, version, config, boundary, content_hash, applied_at, applied_by)
       select b.key, 1, ${config}, ${square}, b.key, now(), 'bench'
       from bench b, town_versions t where t.town = '${MODEL}' and t.version = 1`,
    `insert into town_areas (town, kind, min_lon, min_lat, max_lon, max_lat, version, geometry)
       select b.key, 'municipality', b.lon - ${HALF}, b.lat - ${HALF}, b.lon + ${HALF}, b.lat + ${HALF}, 1, ${square}
       from bench b`,
    `insert into bench values ${big}`,
    REPORTS,
    TEXTS,
    EVENTS,
    `insert into report_numbers (town, last) select key, reports from bench
       on conflict (town) do update set last = excluded.last`,
    `drop table bench`,
    `set session_replication_role = origin`,
    `analyze`,
  ]
}

/** Three years of reports: a quarter open, the others over within two months; one in ten is not shown. */
const REPORTS = `
  insert into reports (town, id, number, category, status, visibility, text_visibility, department, routed_because,
    priority, lat, lon, place_source, intake_channel, language, token_version, tracking_hash, received_at, changed_at,
    answer_due_at, closed_reason, closed_at, version)
  select key, gen_random_uuid(), number, category, status, visibility, 'shown', 'roads',
    jsonb_build_object('by', 'category', 'category', category, 'department', 'roads'), 'normal',
    lat + (random() - 0.5) * ${2 * HALF}, lon + (random() - 0.5) * ${2 * HALF}, 'map', 'web', 'de', 1,
    md5(key || number), received, coalesce(closed, received), received + interval '14 days',
    case when closed is null then null else 'bench' end, closed, 2
  from (
    select *, case when status in ('done', 'declined') then received + random() * interval '60 days' end as closed
    from (
      select b.*, number,
        (array['pothole', 'street-light', 'fly-tipping', 'road-sign', 'overgrowth'])[1 + floor(random() * 5)] as category,
        (array['received', 'in_progress', 'done', 'done', 'done', 'done', 'done', 'declined'])[1 + floor(random() * 8)]
          as status,
        case when random() < 0.9 then 'shown' else 'hidden' end as visibility,
        now() - interval '1095 days' * (1 - number::float8 / reports) - interval '61 days' as received
      from bench b cross join lateral generate_series(1, reports) as number
    ) as drawn
  ) as dated`

const TEXTS = `
  insert into report_texts (town, report_id, description, address, answers)
  select r.town, r.id, 'Seit einigen Wochen ist hier etwas nicht in Ordnung, Nummer ' || r.number
      || '. Bitte sehen Sie sich die Stelle an, bevor jemand stürzt.', 'Musterstraße ' || r.number % 200, '[]'
  from reports r join bench b on b.key = r.town where r.number <= b.reports`

/** Only in the large town, whose report pages are asked for. */
const EVENTS = `
  insert into events (town, id, report_id, version, step, action, actor_kind, facts, happened_at)
  select r.town, gen_random_uuid(), r.id, e.version, 0, action, 'system', facts::jsonb, r.received_at
  from reports r cross join (values
    (1, 'submitted', '{"to": "received", "category": "pothole"}'),
    (2, 'accepted', '{"from": "received", "to": "in_progress"}')) as e (version, action, facts)
  where r.town = '${BIG_TOWN}'`
