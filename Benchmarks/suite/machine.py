"""What a run was made on: the machine without its name, and the versions of everything that took part."""
import os
import pathlib
import platform
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]


def version(*command):
    """The first number with dots that a command prints, or None."""
    match = re.search(r"\d+(\.\d+)+\S*", said(*command) or "")
    return match and match[0].strip('",')


def said(*command):
    """The first line a command prints, or None."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return (done.stdout or done.stderr).strip().split("\n")[0]


def processor():
    try:
        for line in pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()


def kind(model, cores):
    """A name for machines of this kind, made of the processor's: `2-core-intel-xeon-platinum-8370c`."""
    model = re.sub(r"\((R|TM|tm)\)|@.*|\bCPU\b|\bProcessor\b|\b\d+-Core\b|\bv?CPUs?\b", " ", model)
    words = re.findall(r"[a-z0-9]+", model.lower())
    return "-".join([f"{cores}-core", *words])


def memory_bytes():
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


def commit():
    """The commit that is checked out; changed sources are said, since the figures are not those of the commit then."""
    number = said("git", "rev-parse", "--short=12", "HEAD")
    if number is None:
        return "unknown"
    changed = said("git", "status", "--porcelain", "--", "Sources", "Package.swift")
    return number + (" with changes" if changed else "")


def environment(sts, threads):
    cores = os.cpu_count()
    model = processor()
    system = platform.freedesktop_os_release() if hasattr(platform, "freedesktop_os_release") else {}
    return {
        "machine": kind(model, cores),
        "processor": model,
        "cores": cores,
        "threads": threads,
        "memory_gb": round(memory_bytes() / 1e9, 1),
        "system": system.get("PRETTY_NAME", platform.system()),
        "kernel": platform.release(),
        "commit": commit(),
        "versions": {
            "sts": version(str(sts), "--version"),
            "wc": version("wc", "--version"),
            "zstd": version("zstd", "--version"),
            "gzip": version("gzip", "--version"),
            "igzip": version("igzip", "--version"),
            "java": version("java", "-version"),
            "python": platform.python_version(),
        },
    }
