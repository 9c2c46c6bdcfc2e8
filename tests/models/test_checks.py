import pytest
from django.core.exceptions import ValidationError

from tests.factories import RecommendationFactory, ResponseFactory, UserFactory
from tracker.models import Response


def test_rows_that_were_read_before_are_not_asked_for_again(django_assert_num_queries):
    ResponseFactory()
    again = Response.objects.select_related("recommendation", "document", "recorded_by").get()

    with django_assert_num_queries(2):  # another with its key, and its checks
        again.full_clean()


@pytest.mark.parametrize("field", ["document", "recorded_by"])
def test_a_number_that_names_no_row_is_refused(field):
    answer = ResponseFactory.build(
        recommendation=RecommendationFactory(), recorded_by=UserFactory()
    )
    setattr(answer, f"{field}_id", 999_999)

    with pytest.raises(ValidationError) as refused:
        answer.full_clean()

    assert "999999 is not a valid choice" in str(refused.value.message_dict[field])
