#!/usr/bin/env python3
"""The common definition in DuckDB: one SQL statement from the file to the events."""
import pathlib

import duckdb

import common


def main():
    options = common.arguments()
    sql = (pathlib.Path(__file__).parent / "duckdb_meetings.sql").read_text(encoding="utf-8")
    # 0.0045 degree of latitude are 500.4 m on this sphere.
    for name, value in (("file", options.file), ("cell", 0.0045), ("radius", common.EARTH_RADIUS_METRES)):
        sql = sql.replace(f"${name}", str(value))
    stages = common.Stages()
    connection = duckdb.connect()
    connection.execute(f"SET threads = {options.threads}")
    # A longer query would draw a bar into the output; the order of the file's rows need not be kept.
    connection.execute("SET enable_progress_bar = false")
    connection.execute("SET preserve_insertion_order = false")
    if options.scratch:
        connection.execute(f"SET temp_directory = '{options.scratch}'")
    rows = connection.execute(sql).fetchall()
    common.write_events(options.output, rows)
    stages.done("query")
    stages.say(duckdb.__version__)


if __name__ == "__main__":
    main()
