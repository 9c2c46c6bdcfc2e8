"""Constraints that several models share, each named for the rule it states."""

from django.db.models import CheckConstraint, F, Q

_INK = r"[^\s\u00a0\u200b\u3000]"  # PostgreSQL's \s knows no space of Unicode's in every locale
_LEAP = r"([1-9]\d(0[48]|[2468][048]|[13579][26])|([2468][048]|[13579][26])00)"
_DATE = (
    r"^([1-9]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|1\d|2[0-8]))?)?"
    r"|[1-9]\d{3}-((0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)"
    rf"|{_LEAP}-02-29)$"
)


def is_written(field: str) -> Q:
    """The text holds more than white space."""
    return Q(**{f"{field}__regex": _INK})


def not_blank(field: str, *, name: str) -> CheckConstraint:
    return CheckConstraint(
        condition=is_written(field), name=name, violation_error_message="This may not be blank."
    )


def all_or_none(*fields: str, name: str, message: str) -> CheckConstraint:
    """Either every one of `fields` is set, or none is."""
    every = Q(**{f"{field}__isnull": False for field in fields})
    none = Q(**{f"{field}__isnull": True for field in fields})
    return CheckConstraint(condition=every | none, name=name, violation_error_message=message)


def exactly_one(*fields: str, name: str, message: str) -> CheckConstraint:
    """One of `fields` is set, and no other."""
    condition = Q()
    for chosen in fields:
        others = {f"{field}__isnull": field != chosen for field in fields}
        condition |= Q(**others)
    return CheckConstraint(condition=condition, name=name, violation_error_message=message)


def partial_date(field: str, *, name: str) -> CheckConstraint:
    """The column holds YYYY, YYYY-MM or YYYY-MM-DD, a date that exists, or nothing."""
    return CheckConstraint(
        condition=Q(**{f"{field}__isnull": True}) | Q(**{f"{field}__regex": _DATE}),
        name=name,
        violation_error_message="Write a date as 2023-05-12, 2023-05 or 2023.",
    )


def in_order(first: str, second: str, *, name: str, message: str) -> CheckConstraint:
    """`second` is not before `first`, where both are known: May may follow 12 May."""
    return CheckConstraint(
        condition=Q(**{f"{first}__isnull": True})
        | Q(**{f"{second}__isnull": True})
        | Q(**{f"{second}__gte": F(first)})
        | Q(**{f"{first}__startswith": F(second)}),
        name=name,
        violation_error_message=message,
    )
