"""What has to be built before serving: translations without msgfmt, and the files browsers ask for."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import polib
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command


def compile_translations() -> int:
    """Compile every catalogue that is newer than what it was compiled to; says how many."""
    stale = [path for path in catalogues() if is_newer(path, path.with_suffix(".mo"))]
    for path in stale:
        built = path.with_suffix(".mo")
        polib.pofile(str(path)).save_as_mofile(str(built))
        built.chmod(0o644)  # public, and perhaps read by another account than the one that builds
    return len(stale)


def catalogues() -> Iterator[Path]:
    for folder in settings.LOCALE_PATHS:
        yield from sorted(Path(folder).glob("*/LC_MESSAGES/*.po"))


def is_newer(source: Path, built: Path) -> bool:
    return not built.exists() or source.stat().st_mtime > built.stat().st_mtime


def collect_static() -> bool:
    """Collect, hash and compress the static files, unless nothing has changed since the last time."""
    stamp = Path(settings.STATIC_ROOT) / "collected"
    now = fingerprint()
    if stamp.exists() and stamp.read_text() == now:
        return False
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    stamp.write_text(now)
    return True


def fingerprint() -> str:
    """Changes when any static file does."""
    seen = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            stat = Path(storage.path(path)).stat()
            seen.update(f"{path} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return seen.hexdigest()
