-- The peers' common definition for Spark: the same grid as in duckdb_meetings.sql. Two statements; the first one's rows,
-- the slow ones among the latest, are kept in memory as `slow`.
SELECT id, bin, -last.lat AS lat, -last.lon AS lon, CAST(floor(-last.lat / $cell) AS INT) AS y
FROM (
    SELECT MMSI AS id, unix_seconds(BaseDateTime) DIV 600 AS bin,
           max(struct(unix_seconds(BaseDateTime) AS t, -LAT AS lat, -LON AS lon, -SOG AS sog)) AS last
    FROM rows
    WHERE LAT BETWEEN -90 AND 90 AND LON BETWEEN -180 AND 180 AND SOG BETWEEN 0 AND 102.2
      AND MMSI BETWEEN 200000000 AND 799999999
    GROUP BY 1, 2
)
WHERE -last.sog <= 3
;
WITH counted AS (
    SELECT slow.*,
           transform(sequence(0, 1), dy ->
               CAST(floor(360 * cos(radians(least(90, (greatest(abs(y + dy), abs(y + dy + 1)) + 1) * $cell))) / $cell) AS INT)
           ) AS raw
    FROM slow
),
banded AS (
    SELECT id, bin, lat, lon, y, transform(raw, n -> CASE WHEN n < 3 THEN 1 ELSE n END) AS n FROM counted
),
cells AS (
    SELECT id, bin, lat, lon, y, CAST(floor((lon + 180) / 360 * n[0]) AS INT) % n[0] AS x FROM banded
),
searches AS (
    SELECT id, bin, lat, lon, y + step.dy AS y, step.dx = 0 AND step.dy = 0 AS is_own,
           (CAST(floor((lon + 180) / 360 * n[step.dy]) AS INT) + step.dx + n[step.dy]) % n[step.dy] AS x
    FROM banded LATERAL VIEW explode(array(
        named_struct('dy', 0, 'dx', 0), named_struct('dy', 0, 'dx', 1), named_struct('dy', 1, 'dx', -1),
        named_struct('dy', 1, 'dx', 0), named_struct('dy', 1, 'dx', 1))) AS step
    WHERE step.dx = 0 OR n[step.dy] > 1
),
near AS (
    SELECT least(a.id, b.id) AS one, greatest(a.id, b.id) AS other, a.bin
    FROM searches a JOIN cells b ON a.bin = b.bin AND a.y = b.y AND a.x = b.x
    WHERE a.id <> b.id AND (a.id < b.id OR NOT a.is_own)
      AND 2 * $radius * asin(sqrt(
            pow(sin(radians(b.lat - a.lat) / 2), 2)
            + cos(radians(a.lat)) * cos(radians(b.lat)) * pow(sin(radians(b.lon - a.lon) / 2), 2))) <= 500
),
steps AS (
    SELECT one, other, bin,
           CASE WHEN bin - lag(bin) OVER (PARTITION BY one, other ORDER BY bin) > 3 THEN 1 ELSE 0 END AS is_new
    FROM near
),
numbered AS (
    SELECT one, other, bin, sum(is_new) OVER (PARTITION BY one, other ORDER BY bin) AS event FROM steps
)
SELECT one, other, min(bin) AS first, max(bin) AS last
FROM numbered GROUP BY one, other, event HAVING max(bin) - min(bin) >= 12
