-- Meetings in 10-minute bins: the usual way to ask a database for what `sts scan` solves in continuous time.
-- A vessel stands at the mean of its fixes of a bin. Two vessels meet when they are within 500 m in twelve bins (2 h)
-- that follow each other. Bins without a fix are not filled in, ports and types are not looked at, and cells of 0.02
-- degree of longitude miss pairs beyond 76 degrees of latitude.
WITH fixes AS (
    SELECT MMSI AS id, epoch(BaseDateTime)::BIGINT // 600 AS bin, avg(LAT) AS lat, avg(LON) AS lon
    FROM read_csv('FILE')
    WHERE LAT BETWEEN -90 AND 90 AND LON BETWEEN -180 AND 180
    GROUP BY id, bin
),
cells AS (
    SELECT *, floor(lat / 0.005)::INTEGER AS y, floor(lon / 0.02)::INTEGER AS x FROM fixes
),
neighbours AS (
    SELECT id, bin, lat, lon, y + dy AS y, x + dx AS x
    FROM cells, (VALUES (-1), (0), (1)) AS north(dy), (VALUES (-1), (0), (1)) AS east(dx)
),
near AS (
    SELECT a.id AS one, b.id AS other, a.bin
    FROM cells a JOIN neighbours b USING (bin, y, x)
    WHERE a.id < b.id
      AND 12742017.6 * asin(sqrt(
            pow(sin(radians(b.lat - a.lat) / 2), 2)
            + cos(radians(a.lat)) * cos(radians(b.lat)) * pow(sin(radians(b.lon - a.lon) / 2), 2))) <= 500
),
runs AS (
    SELECT one, other, bin, bin - row_number() OVER (PARTITION BY one, other ORDER BY bin) AS run FROM near
)
SELECT one, other, min(bin) * 600 AS start, (max(bin) + 1) * 600 AS "end"
FROM runs GROUP BY one, other, run HAVING count(*) >= 12
