"""The same question at every door, and what each answers."""

import csv
import io
import json
import re
from urllib.parse import urlencode

from python_calamine import CalamineWorkbook

FILE = "/en/recommendations."
PAGE = "/en/recommendations/"
API = "/api/v1/recommendations/"
BOM = "\ufeff"


def body(response):
    assert response.status_code == 200, (response.status_code, response.getvalue()[:500])
    return response.getvalue()


def from_page(client, query):
    """The references that the list shows, in its order."""
    html = client.get(PAGE, {**query, "size": "100"}).content.decode()
    return list(dict.fromkeys(re.findall(r'href="/en/recommendations/(R-\d+)/', html)))


def from_csv(client, query):
    text = body(client.get(f"{FILE}csv", query)).decode()
    assert text.startswith(BOM)
    return list(csv.DictReader(io.StringIO(text.removeprefix(BOM), newline="")))


def from_jsonl(client, query):
    text = body(client.get(f"{FILE}jsonl", query)).decode()
    return [json.loads(line) for line in text.split("\n") if line]


def from_xlsx(client, query):
    """Rows with the cells as a spreadsheet has them: texts, numbers, or nothing."""
    sheet = workbook(client, query).get_sheet_by_index(0)
    head, *rows = sheet.to_python(skip_empty_area=False)
    return [dict(zip(head, row, strict=True)) for row in rows]


def workbook(client, query):
    return CalamineWorkbook.from_filelike(io.BytesIO(body(client.get(f"{FILE}xlsx", query))))


def from_api(client, query):
    """All pages, by the links from one to the next."""
    found, address = [], f"{API}?{urlencode({**query, 'size': 7}, doseq=True)}"
    while address:
        answer = json.loads(body(client.get(address)))
        found += answer["results"]
        address = answer["next"]
    assert len(found) == answer["count"]
    return found
