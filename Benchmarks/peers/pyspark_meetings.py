#!/usr/bin/env python3
"""The common definition in PySpark on this machine alone (`local[N]`): the grid join in SQL, with no Python in the workers."""
import logging
import os
import pathlib
import tempfile

# Neither a network nor a look-up of this machine's name is needed.
os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")

import pyspark  # noqa: E402
from pyspark.sql import SparkSession  # noqa: E402

import common  # noqa: E402


def half_of_memory():
    """Half of this machine's memory for the JVM, in MB, and no more than 16 GB."""
    megabytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2 // 1_000_000
    return min(megabytes, 16_000)


def main():
    options = common.arguments()
    stages = common.Stages()
    logging.getLogger("py4j").setLevel(logging.ERROR)
    scratch = options.scratch or tempfile.gettempdir()
    spark = (
        SparkSession.builder.master(f"local[{options.threads}]").appName("meetings")
        .config("spark.driver.memory", f"{half_of_memory()}m").config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false").config("spark.local.dir", scratch)
        .config("spark.sql.warehouse.dir", f"{scratch}/warehouse").config("spark.sql.session.timeZone", "UTC")
        # The default of 200 parts is meant for a cluster.
        .config("spark.sql.shuffle.partitions", str(4 * options.threads))
        .config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1")
        .getOrCreate())
    spark.sparkContext.setLogLevel("ERROR")
    stages.done("start of the session")
    names = pathlib.Path(options.file).open(encoding="utf-8").readline().strip().split(",")
    kinds = {"MMSI": "BIGINT", "BaseDateTime": "TIMESTAMP", "LAT": "DOUBLE", "LON": "DOUBLE", "SOG": "DOUBLE"}
    schema = ", ".join(f"`{name}` {kinds.get(name, 'STRING')}" for name in names)
    spark.read.csv(
        options.file, schema=schema, header=True, timestampFormat="yyyy-MM-dd'T'HH:mm:ss"
    ).createOrReplaceTempView("rows")
    sql = (pathlib.Path(__file__).parent / "pyspark_meetings.sql").read_text(encoding="utf-8")
    for name, value in (("cell", 0.0045), ("radius", common.EARTH_RADIUS_METRES)):
        sql = sql.replace(f"${name}", str(value))
    # The vessels of the bins are needed twice.
    fixes, events = sql.split(";\n")
    spark.sql(fixes).cache().createOrReplaceTempView("slow")
    common.write_events(options.output, spark.sql(events).collect())
    stages.done("query")
    stages.say(pyspark.__version__)
    spark.stop()


if __name__ == "__main__":
    main()
