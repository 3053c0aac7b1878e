-- The peers' common definition for PostGIS: the same grid as in duckdb_meetings.sql, distances by ST_DistanceSphere.
-- The rows are in the table fixes. A GiST index over bin and geography with ST_DWithin, the usual way, takes half as long
-- again on a million rows, and its sphere has another radius.
SET client_min_messages = warning;

-- The greatest of (time, -latitude, -longitude, -speed) is the latest row; arrays compare element by element.
CREATE UNLOGGED TABLE latest AS
SELECT id, t / 600 AS bin, max(ARRAY[t, -lat, -lon, -sog]) AS last
FROM (
    SELECT id, extract(epoch FROM time)::bigint AS t, lat, lon, sog
    FROM fixes
    WHERE lat BETWEEN -90 AND 90 AND lon BETWEEN -180 AND 180 AND sog BETWEEN 0 AND 102.2
      AND id BETWEEN 200000000 AND 799999999
) AS valid
GROUP BY id, t / 600;

CREATE UNLOGGED TABLE slow AS
SELECT id, bin, -last[2] AS lat, -last[3] AS lon, floor(-last[2] / :cell)::integer AS y,
       ST_SetSRID(ST_MakePoint(-last[3], -last[2]), 4326) AS place
FROM latest WHERE -last[4] <= 3;
ANALYZE slow;

CREATE UNLOGGED TABLE bands AS
SELECT y, CASE WHEN cells < 3 THEN 1 ELSE cells END AS cells
FROM (
    SELECT y, floor(360 * cos(radians(least(90, (greatest(abs(y), abs(y + 1)) + 1) * :cell))) / :cell)::integer AS cells
    FROM (SELECT y FROM slow UNION SELECT y + 1 FROM slow) AS rows
) AS counted;
ANALYZE bands;

CREATE UNLOGGED TABLE cells AS
SELECT id, bin, place, y, floor((lon + 180) / 360 * bands.cells)::integer % bands.cells AS x
FROM slow JOIN bands USING (y);
ANALYZE cells;

CREATE VIEW searches AS
SELECT id, bin, place, slow.y + dy AS y, dx = 0 AND dy = 0 AS is_own,
       (floor((lon + 180) / 360 * bands.cells)::integer + dx + bands.cells) % bands.cells AS x
FROM slow CROSS JOIN (VALUES (0, 0), (0, 1), (1, -1), (1, 0), (1, 1)) AS steps (dy, dx) JOIN bands ON bands.y = slow.y + dy
WHERE (dx = 0 OR bands.cells > 1);

CREATE UNLOGGED TABLE near AS
SELECT least(a.id, b.id) AS one, greatest(a.id, b.id) AS other, bin
FROM searches AS a JOIN cells AS b USING (bin, y, x)
WHERE a.id <> b.id AND (a.id < b.id OR NOT a.is_own) AND ST_DistanceSphere(a.place, b.place, :radius) <= 500;

COPY (
    SELECT one, other, min(bin) AS first, max(bin) AS last
    FROM (
        SELECT one, other, bin, count(*) FILTER (WHERE is_new) OVER (PARTITION BY one, other ORDER BY bin) AS event
        FROM (
            SELECT one, other, bin, bin - lag(bin) OVER (PARTITION BY one, other ORDER BY bin) > 3 AS is_new FROM near
        ) AS steps
    ) AS numbered
    GROUP BY one, other, event HAVING max(bin) - min(bin) >= 12
    ORDER BY 1, 2, 3
) TO STDOUT WITH (FORMAT csv)
