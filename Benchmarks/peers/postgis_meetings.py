#!/usr/bin/env python3
"""The common definition in PostGIS: load, then SQL. The server runs already, see postgis.py; its folder is --scratch.

Only the first five columns are loaded: the rest of a row, names with commas among it, comes after them in this layout.
"""
import pathlib
import subprocess
import sys

import common

TABLE = "CREATE UNLOGGED TABLE fixes (id bigint, time timestamp, lat float8, lon float8, sog float8)"


def main():
    options = common.arguments()
    client = ["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", options.scratch, "-U", "bench", "-d", "meetings",
              "-v", f"radius={common.EARTH_RADIUS_METRES}", "-v", "cell=0.0045"]
    head = pathlib.Path(options.file).open(encoding="utf-8").readline().split(",")[:5]
    if head != common.COLUMNS:
        sys.exit(f"the first columns of {options.file} are not {common.COLUMNS}")
    stages = common.Stages()
    subprocess.run([*client, "-c", TABLE], check=True)
    cut = subprocess.Popen(["cut", "-d,", "-f1-5", options.file], stdout=subprocess.PIPE)
    subprocess.run([*client, "-c", "COPY fixes FROM STDIN WITH (FORMAT csv, HEADER)"], check=True, stdin=cut.stdout)
    cut.stdout.close()
    if cut.wait() != 0:
        sys.exit("cut failed")
    stages.done("load")
    script = pathlib.Path(__file__).parent / "postgis_meetings.sql"
    with open(options.output, "w", encoding="ascii") as output:
        subprocess.run([*client, "-f", str(script)], check=True, stdout=output)
    stages.done("query")
    version = subprocess.run(
        [*client, "-A", "-t", "-c", "SELECT split_part(postgis_lib_version(), ' ', 1) || ', PostgreSQL ' ||"
         " split_part(current_setting('server_version'), ' ', 1)"], check=True, capture_output=True, text=True).stdout
    stages.say(version.strip())


if __name__ == "__main__":
    main()
