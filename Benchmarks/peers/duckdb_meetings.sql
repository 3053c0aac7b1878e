-- The peers' common definition for DuckDB, in 10-minute bins on a grid; $name is put in by duckdb_meetings.py.
--
-- The latest row of a vessel and bin is the greatest of (time, -latitude, -longitude, -speed): one aggregate, a third
-- faster than a window. A cell is a little higher than 500 m and, in its band of latitude, a little wider; the number of
-- cells around the globe is whole, so that the dateline is no border. A vessel is looked for in its own cell and in the
-- four that no other vessel's search covers.
WITH fixes AS (
    SELECT MMSI AS id, epoch(BaseDateTime)::BIGINT AS t, LAT AS lat, LON AS lon, SOG AS sog
    FROM read_csv('$file')
    WHERE LAT BETWEEN -90 AND 90 AND LON BETWEEN -180 AND 180 AND SOG BETWEEN 0 AND 102.2
      AND MMSI BETWEEN 200000000 AND 799999999
),
latest AS (
    SELECT id, t // 600 AS bin, max({'t': t, 'lat': -lat, 'lon': -lon, 'sog': -sog}) AS last
    FROM fixes GROUP BY id, bin
),
slow AS MATERIALIZED (
    SELECT id, bin, -last.lat AS lat, -last.lon AS lon, floor(-last.lat / $cell)::INTEGER AS y
    FROM latest WHERE -last.sog <= 3
),
bands AS (
    SELECT y, CASE WHEN cells < 3 THEN 1 ELSE cells END AS cells
    FROM (
        SELECT y, floor(360 * cos(radians(least(90, (greatest(abs(y), abs(y + 1)) + 1) * $cell))) / $cell)::INTEGER AS cells
        FROM (SELECT y FROM slow UNION SELECT y + 1 FROM slow)
    )
),
cells AS (
    SELECT id, bin, lat, lon, y, floor((lon + 180) / 360 * bands.cells)::INTEGER % bands.cells AS x
    FROM slow JOIN bands USING (y)
),
searches AS (
    SELECT id, bin, lat, lon, slow.y + dy AS y, dx = 0 AND dy = 0 AS is_own,
           (floor((lon + 180) / 360 * bands.cells)::INTEGER + dx + bands.cells) % bands.cells AS x
    FROM slow, (VALUES (0, 0), (0, 1), (1, -1), (1, 0), (1, 1)) AS steps(dy, dx), bands
    WHERE bands.y = slow.y + dy AND (dx = 0 OR bands.cells > 1)
),
near AS (
    SELECT least(a.id, b.id) AS one, greatest(a.id, b.id) AS other, bin
    FROM searches a JOIN cells b USING (bin, y, x)
    WHERE a.id <> b.id AND (a.id < b.id OR NOT a.is_own)
      AND 2 * $radius * asin(sqrt(
            pow(sin(radians(b.lat - a.lat) / 2), 2)
            + cos(radians(a.lat)) * cos(radians(b.lat)) * pow(sin(radians(b.lon - a.lon) / 2), 2))) <= 500
),
steps AS (
    SELECT one, other, bin, bin - lag(bin) OVER (PARTITION BY one, other ORDER BY bin) > 3 AS is_new FROM near
),
numbered AS (
    SELECT one, other, bin, count(*) FILTER (is_new) OVER (PARTITION BY one, other ORDER BY bin) AS event FROM steps
)
SELECT one, other, min(bin) AS first, max(bin) AS last
FROM numbered GROUP BY one, other, event HAVING max(bin) - min(bin) >= 12
ORDER BY ALL
