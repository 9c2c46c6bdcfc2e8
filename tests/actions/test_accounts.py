import pytest
from django.core.exceptions import ValidationError

from tests.factories import PASSWORD, UserFactory
from tracker.actions.accounts import fixtures_account, set_up_account
from tracker.models import User
from tracker.permissions import Permission, Role

NEW = "amina.new@example.org"


@pytest.fixture
def create():
    def run(**changes):
        fine = {"email": NEW, "name": "Amina", "role": Role.CONTRIBUTOR, "password": PASSWORD}
        return set_up_account(**fine | changes)

    return run


def test_the_command_line_makes_an_account_that_can_sign_in(create):
    user = create(email="Amina.New@Example.org")

    assert user.email == NEW
    assert user.check_password(PASSWORD)
    assert user.may(Permission.RECORD)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("email", "nobody"),
        ("email", ""),
        ("role", "owner"),
    ],
)
def test_an_account_that_breaks_a_rule_leaves_no_trace(create, refused, field, value):
    with refused(ValidationError) as refusal:
        create(**{field: value})
    assert list(refusal.value.message_dict) == [field]


def test_the_command_line_resets_an_account_and_makes_it_active():
    user = UserFactory(email=NEW, is_active=False)

    again = set_up_account(
        email=NEW.upper(), name="Amina", role=Role.COORDINATOR, password=PASSWORD
    )
    assert again == user
    assert (again.role, again.is_active) == (Role.COORDINATOR, True)
    assert again.check_password(PASSWORD)


def test_the_account_of_the_fixtures_is_one_and_nobodys():
    account = fixtures_account()

    assert fixtures_account() == account == User.objects.get()
    assert account.is_system
    assert not account.is_active
    assert not account.has_usable_password()
    assert not any(account.may(permission) for permission in Permission)
