# The web application, as a normal user. docker-compose.yml says how it runs.

FROM python:3.13-slim-bookworm AS packages
RUN python -m venv /venv
COPY requirements/base.txt /requirements.txt
RUN /venv/bin/pip install --no-cache-dir --require-hashes -r /requirements.txt

FROM python:3.13-slim-bookworm
ENV PATH=/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    DJANGO_SETTINGS_MODULE=tracker.settings
RUN useradd --uid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin tracker
COPY --from=packages /venv /venv
WORKDIR /app
COPY manage.py ./
COPY tools/gunicorn_conf.py tools/certificate.py tools/
COPY tracker tracker
COPY templates templates
COPY static static
COPY fixtures fixtures
# The settings want every variable; these values are for this one command and stay nowhere.
RUN SECRET_KEY=build ALLOWED_HOSTS=localhost EMAIL_HOST=localhost \
    DATABASE_URL=postgresql://localhost/none \
    python manage.py collectstatic --noinput
USER 10001
EXPOSE 8000
CMD ["gunicorn", "--config", "tools/gunicorn_conf.py", "tracker.wsgi"]
