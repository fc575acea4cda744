"""The real settings, made fast and quiet for tests."""

import atexit
import os
import shutil
import tempfile

if "DATA_DIR" not in os.environ:
    os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="speakup-tests-")
    atexit.register(shutil.rmtree, os.environ["DATA_DIR"], ignore_errors=True)
if "REDIS_URL" in os.environ:  # one database for each process of a parallel run
    number = os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")
    os.environ["REDIS_URL"] = os.environ["REDIS_URL"].rpartition("/")[0] + f"/{number}"

from django.utils.translation import gettext_lazy

from config.settings import *  # noqa: F403
from config.settings import DATA_DIR, DATABASES, LANGUAGES, REST_FRAMEWORK

if "sqlite" in DATABASES["default"]["ENGINE"]:
    # A file, for the site and the worker in other threads see it too; it need not survive a power cut.
    DATABASES["default"]["TEST"] = {"NAME": str(DATA_DIR / "test.sqlite3")}
    DATABASES["default"]["OPTIONS"]["init_command"] = (
        "PRAGMA journal_mode=WAL;PRAGMA synchronous=OFF;PRAGMA foreign_keys=ON;"
        "PRAGMA secure_delete=ON;"
    )
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Static files as they lie there, each looked up when it is asked for.
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True
NOTE_REST_MINUTES = 30
# One language that the guide has no pack for, to see what it says then.
LANGUAGES = [*LANGUAGES, ("fi", gettext_lazy("Finnish"))]
ACCOUNT_RATE_LIMITS = False
REST_FRAMEWORK = REST_FRAMEWORK | {"DEFAULT_THROTTLE_RATES": {"user": "10000/min"}}
