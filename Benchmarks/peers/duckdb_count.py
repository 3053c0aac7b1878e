#!/usr/bin/env python3
"""DuckDB's bare `read_csv`, counted: the file's rows are found and nothing is done with them."""
import duckdb

import common


def main():
    options = common.arguments()
    stages = common.Stages()
    connection = duckdb.connect()
    connection.execute(f"SET threads = {options.threads}")
    connection.execute("SET enable_progress_bar = false")
    (count,) = connection.execute(f"SELECT count(*) FROM (SELECT * FROM read_csv('{options.file}'))").fetchone()
    with open(options.output, "w", encoding="ascii") as output:
        output.write(f"{count}\n")
    stages.done("query")
    stages.say(duckdb.__version__)


if __name__ == "__main__":
    main()
