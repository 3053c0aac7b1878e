"""A PostgreSQL server of its own with PostGIS, in a scratch folder, reached through a socket there and by nobody else."""
import contextlib
import glob
import os
import pathlib
import pwd
import shutil
import subprocess
import tempfile


class Missing(Exception):
    """Why there is no PostGIS here, as a sentence."""


def programs():
    """The folder of the newest server that has PostGIS, Debian's place first."""
    for folder in sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda path: -float(path.split("/")[4])):
        version = folder.split("/")[4]
        if glob.glob(f"/usr/share/postgresql/{version}/extension/postgis.control"):
            return pathlib.Path(folder)
    raise Missing("PostgreSQL with PostGIS is not installed")


class Server:
    """Made by `with`; the folder and everything in it are gone afterwards."""

    def __init__(self, parent, threads):
        self.bin, self.user = self.check()
        self.threads = threads
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="postgis-", dir=parent))
        if self.user:
            os.chown(self.folder, self.user.pw_uid, self.user.pw_gid)
            if not self.reaches(self.folder):
                self.folder.rmdir()
                self.folder = pathlib.Path(tempfile.mkdtemp(prefix="postgis-", dir="/var/tmp"))
                os.chown(self.folder, self.user.pw_uid, self.user.pw_gid)
        self.process = None

    @staticmethod
    def check():
        """Its programs, and the user it runs as when that is not the present one; throws when something is missing."""
        folder = programs()
        if os.geteuid() != 0:
            return folder, None
        # The server refuses to run as root; Debian's package has made this user.
        try:
            return folder, pwd.getpwnam("postgres")
        except KeyError:
            raise Missing("PostgreSQL does not run as root, and there is no user postgres") from None

    def reaches(self, folder):
        return subprocess.run(["test", "-w", str(folder)], **self.identity()).returncode == 0

    def identity(self):
        """How the server's programs are started: as its user, in its folder, with its messages in plain words."""
        environment = {**os.environ, "LC_ALL": "C.UTF-8"}
        who = {"user": self.user.pw_uid, "group": self.user.pw_gid, "extra_groups": []} if self.user else {}
        return {"cwd": str(self.folder) if self.user is None else "/", "env": environment, **who}

    def __enter__(self):
        try:
            self.make()
            self.start()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_):
        self.close()

    def make(self):
        subprocess.run(
            [str(self.bin / "initdb"), "-D", str(self.folder / "data"), "-U", "bench", "-A", "trust", "-E", "UTF8",
             "--locale=C", "--no-sync"], check=True, stdout=subprocess.DEVNULL, **self.identity())
        # A machine that only answers one question: nothing has to survive a crash. The sizes are those that the manual
        # recommends for such loads, within a machine of 8 GB.
        settings = {
            "listen_addresses": "''", "unix_socket_directories": f"'{self.folder}'", "fsync": "off",
            "synchronous_commit": "off", "full_page_writes": "off", "wal_level": "minimal", "max_wal_senders": "0",
            "max_wal_size": "'8GB'", "autovacuum": "off", "jit": "off", "shared_buffers": "'1GB'", "work_mem": "'256MB'",
            "maintenance_work_mem": "'512MB'", "max_worker_processes": str(self.threads),
            # The leader works too.
            "max_parallel_workers": str(max(0, self.threads - 1)),
            "max_parallel_workers_per_gather": str(max(0, self.threads - 1)),
            "timezone": "'UTC'", "log_min_messages": "fatal",
        }
        text = "".join(f"{name} = {value}\n" for name, value in settings.items())
        with open(self.folder / "data" / "postgresql.conf", "a", encoding="utf-8") as configuration:
            configuration.write(text)

    def start(self):
        self.control("start", "-l", str(self.folder / "log"), "-w", "-t", "60")
        self.process = int((self.folder / "data" / "postmaster.pid").read_text().split()[0])

    def control(self, *words):
        subprocess.run([str(self.bin / "pg_ctl"), "-s", "-D", str(self.folder / "data"), *words], check=True,
                       stdout=subprocess.DEVNULL, **self.identity())

    def close(self):
        if (self.folder / "data" / "postmaster.pid").exists():
            with contextlib.suppress(subprocess.CalledProcessError):
                self.control("stop", "-m", "immediate")
        if self.process:
            # A program that takes in orphans has the server among its children by now.
            with contextlib.suppress(ChildProcessError):
                os.waitpid(self.process, 0)
        self.process = None
        shutil.rmtree(self.folder, ignore_errors=True)

    def fresh(self):
        """A database with PostGIS and nothing else in it, named `meetings`."""
        self.sql("DROP DATABASE IF EXISTS meetings")
        self.sql("CREATE DATABASE meetings")
        self.sql("CREATE EXTENSION postgis", "meetings")

    def sql(self, text, database="postgres"):
        command = ["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", str(self.folder), "-U", "bench", "-d", database,
                   "-A", "-t", "-c", text]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout
