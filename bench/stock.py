"""The same site behind Django's own ASGI handler and behind plain WSGI: what we compare with."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

from django.core.asgi import get_asgi_application
from django.core.wsgi import get_wsgi_application

application = get_asgi_application()
wsgi = get_wsgi_application()
