import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
from tracker.migrations._operations import AddTrigger
from tracker.migrations._search import SEARCH_FUNCTIONS, SEARCH_STATISTICS
import tracker.models.certainty
import tracker.models.changes
import tracker.models.fields
import tracker.models.recommendations
import tracker.models.responses
import tracker.models.search
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        SEARCH_FUNCTIONS,
        migrations.CreateModel(
            name="Change",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "xid",
                    tracker.models.changes.TransactionIdField(
                        db_default=models.Func(function="pg_current_xact_id")
                    ),
                ),
                ("recommendation_id", models.BigIntegerField(null=True)),
                ("is_indexed", models.BooleanField(default=True)),
                ("is_public", models.BooleanField(default=True)),
            ],
            options={
                "ordering": ["pk"],
                "indexes": [models.Index(fields=["xid"], name="change_by_transaction")],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Treaty",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "code",
                    models.SlugField(
                        help_text="Its name in addresses; never changes.", unique=True
                    ),
                ),
                (
                    "kind",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("treaty", "Treaty"),
                            ("protocol", "Protocol"),
                            ("bilateral", "Bilateral agreement"),
                            ("declaration", "Declaration"),
                        ],
                        default="treaty",
                        max_length=40,
                    ),
                ),
                ("short_name", models.CharField(max_length=60, unique=True)),
                ("title", models.CharField(max_length=300)),
                (
                    "aliases",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "adopted_on",
                    tracker.models.fields.PartialDateField(
                        blank=True, null=True, verbose_name="adopted"
                    ),
                ),
                (
                    "in_force_on",
                    tracker.models.fields.PartialDateField(
                        blank=True, null=True, verbose_name="in force"
                    ),
                ),
                (
                    "series_reference",
                    models.CharField(
                        blank=True,
                        help_text="e.g. 189 UNTS 137",
                        max_length=60,
                        verbose_name="treaty series",
                    ),
                ),
                (
                    "has_official_headings",
                    models.BooleanField(
                        default=False,
                        help_text="Whether its articles carry headings in the authentic text.",
                    ),
                ),
                (
                    "certainty",
                    tracker.models.certainty.CertaintyField(default="seen", max_length=40),
                ),
                ("sort_order", models.PositiveSmallIntegerField(default=100)),
            ],
            options={
                "verbose_name_plural": "treaties",
                "ordering": ["sort_order", "short_name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("short_name__regex", "[^\\s\\u00a0\\u200b\\u3000]")),
                        name="treaty_short_name_not_blank",
                        violation_error_message="This may not be blank.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("title__regex", "[^\\s\\u00a0\\u200b\\u3000]")),
                        name="treaty_title_not_blank",
                        violation_error_message="This may not be blank.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("adopted_on__isnull", True),
                            (
                                "adopted_on__regex",
                                "^([1-9]\\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|1\\d|2[0-8]))?)?|[1-9]\\d{3}-((0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)|([1-9]\\d(0[48]|[2468][048]|[13579][26])|([2468][048]|[13579][26])00)-02-29)$",
                            ),
                            _connector="OR",
                        ),
                        name="treaty_adopted_on_date",
                        violation_error_message="Write a date as 2023-05-12, 2023-05 or 2023.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("in_force_on__isnull", True),
                            (
                                "in_force_on__regex",
                                "^([1-9]\\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|1\\d|2[0-8]))?)?|[1-9]\\d{3}-((0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)|([1-9]\\d(0[48]|[2468][048]|[13579][26])|([2468][048]|[13579][26])00)-02-29)$",
                            ),
                            _connector="OR",
                        ),
                        name="treaty_in_force_on_date",
                        violation_error_message="Write a date as 2023-05-12, 2023-05 or 2023.",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="TreatyAction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.SlugField(max_length=80, unique=True)),
                (
                    "treaty",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="tracker.treaty",
                    ),
                ),
                (
                    "kind",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("signature", "Signature"),
                            ("approval", "Decision of the legislature"),
                            ("ratification", "Ratification"),
                            ("accession", "Accession"),
                            ("entry-into-force", "Entry into force for China"),
                            ("reservation", "Reservation"),
                            ("declaration", "Declaration"),
                            ("territory", "Territorial application"),
                            ("conclusion", "Conclusion"),
                            ("renewal", "Renewal"),
                            ("not-party", "Not a party"),
                        ],
                        max_length=40,
                    ),
                ),
                (
                    "done_on",
                    tracker.models.fields.PartialDateField(
                        blank=True, null=True, verbose_name="date"
                    ),
                ),
                (
                    "article",
                    models.CharField(
                        blank=True, help_text="e.g. 29(1)", max_length=30, verbose_name="provision"
                    ),
                ),
                ("note", models.TextField(blank=True)),
                (
                    "certainty",
                    tracker.models.certainty.CertaintyField(default="seen", max_length=40),
                ),
            ],
            options={
                "ordering": ["done_on", "key"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("done_on__isnull", True),
                            (
                                "done_on__regex",
                                "^([1-9]\\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|1\\d|2[0-8]))?)?|[1-9]\\d{3}-((0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)|([1-9]\\d(0[48]|[2468][048]|[13579][26])|([2468][048]|[13579][26])00)-02-29)$",
                            ),
                            _connector="OR",
                        ),
                        name="treaty_action_done_on_date",
                        violation_error_message="Write a date as 2023-05-12, 2023-05 or 2023.",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Article",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "treaty",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="articles",
                        to="tracker.treaty",
                    ),
                ),
                ("number", models.CharField(blank=True, max_length=20)),
                ("slug", models.SlugField(blank=True, max_length=30)),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="paragraphs",
                        to="tracker.article",
                    ),
                ),
                (
                    "order",
                    models.CharField(blank=True, db_collation="C", editable=False, max_length=60),
                ),
                ("subject", models.CharField(blank=True, max_length=300)),
                (
                    "is_heading",
                    models.BooleanField(
                        default=False,
                        help_text="Otherwise the words are ours: the treaty gives its articles no headings.",
                        verbose_name="subject is the official heading",
                    ),
                ),
                (
                    "relevance",
                    models.CharField(blank=True, help_text="Why it matters here.", max_length=300),
                ),
            ],
            options={
                "ordering": ["treaty__sort_order", "order"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("treaty", "number"),
                        name="article_number_unique_in_treaty",
                        violation_error_message="This treaty already has this article.",
                    ),
                    models.UniqueConstraint(
                        fields=("treaty", "slug"), name="article_slug_unique_in_treaty"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("number", ""), ("parent__isnull", True)),
                            models.Q(
                                models.Q(("number", ""), _negated=True), ("parent__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="article_only_the_whole_treaty_has_no_parent",
                        violation_error_message="An article belongs below the treaty or another article.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("number", ""),
                            models.Q(
                                models.Q(("order", ""), _negated=True),
                                models.Q(("slug", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="article_with_a_number_has_its_place",
                        violation_error_message="A numbered article needs its place among the others.",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Organisation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        help_text="Its name in addresses; never changes.", unique=True
                    ),
                ),
                (
                    "kind",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("ngo", "Non-governmental organisation"),
                            ("coalition", "Coalition"),
                            ("un-body", "UN body"),
                            ("state", "State"),
                            ("public-body", "Public body of a State"),
                            ("media", "Media"),
                            ("editors", "Editors of this tracker"),
                        ],
                        max_length=40,
                    ),
                ),
                ("name", models.CharField(max_length=200, unique=True)),
                ("acronym", models.CharField(blank=True, max_length=30)),
                (
                    "aliases",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "country",
                    models.CharField(blank=True, help_text="Country of its seat.", max_length=100),
                ),
                (
                    "founded_on",
                    tracker.models.fields.PartialDateField(
                        blank=True, null=True, verbose_name="founded"
                    ),
                ),
                (
                    "ecosoc_status",
                    tracker.models.fields.ChoiceField(
                        blank=True,
                        choices=[
                            ("", "Not stated"),
                            ("special", "Special consultative status"),
                            ("general", "General consultative status"),
                            ("roster", "Roster"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="ECOSOC status",
                    ),
                ),
                (
                    "ecosoc_since",
                    tracker.models.fields.PartialDateField(
                        blank=True, null=True, verbose_name="ECOSOC status since"
                    ),
                ),
                ("website", tracker.models.fields.WebAddressField()),
                (
                    "regional_group",
                    tracker.models.fields.ChoiceField(
                        blank=True,
                        choices=[
                            ("african", "African States"),
                            ("asia-pacific", "Asia-Pacific States"),
                            ("eastern-european", "Eastern European States"),
                            ("grulac", "Latin American and Caribbean States"),
                            ("weog", "Western European and other States"),
                        ],
                        max_length=40,
                    ),
                ),
                ("description", models.TextField(blank=True)),
            ],
            options={
                "ordering": ["name"],
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        tracker.models.search.Searchable(
                            "name", "acronym", tracker.models.search.Joined("aliases")
                        ),
                        name="organisation_search",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name__regex", "[^\\s\\u00a0\\u200b\\u3000]")),
                        name="organisation_name_not_blank",
                        violation_error_message="This may not be blank.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("regional_group", ""), ("kind", "state"), _connector="OR"
                        ),
                        name="organisation_only_states_have_a_group",
                        violation_error_message="Only a State belongs to a regional group.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("founded_on__isnull", True),
                            (
                                "founded_on__regex",
                                "^([1-9]\\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|1\\d|2[0-8]))?)?|[1-9]\\d{3}-((0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)|([1-9]\\d(0[48]|[2468][048]|[13579][26])|([2468][048]|[13579][26])00)-02-29)$",
                            ),
                            _connector="OR",
                        ),
                        name="organisation_founded_on_date",
                        violation_error_message="Write a date as 2023-05-12, 2023-05 or 2023.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ecosoc_since__isnull", True),
                            (
                                "ecosoc_since__regex",
                                "^([1-9]\\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|1\\d|2[0-8]))?)?|[1-9]\\d{3}-((0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)|([1-9]\\d(0[48]|[2468][048]|[13579][26])|([2468][048]|[13579][26])00)-02-29)$",
                            ),
                            _connector="OR",
                        ),
                        name="organisation_ecosoc_since_date",
                        violation_error_message="Write a date as 2023-05-12, 2023-05 or 2023.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OrganisationMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "coalition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="tracker.organisation",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tracker.organisation",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("coalition", "member"), name="organisationmember_once"
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Mechanism",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(unique=True)),
                ("name", models.CharField(max_length=150, unique=True)),
                ("short_name", models.CharField(max_length=60)),
                (
                    "kind",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("upr", "Universal Periodic Review"),
                            ("treaty-body", "Treaty body"),
                            ("special-procedure", "Special procedures"),
                            ("inquiry", "Commission of inquiry"),
                            ("political-body", "Political body"),
                            ("communications", "Communications procedure"),
                        ],
                        max_length=40,
                    ),
                ),
                (
                    "treaty",
                    models.ForeignKey(
                        blank=True,
                        help_text="The treaty whose observance it monitors.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mechanisms",
                        to="tracker.treaty",
                    ),
                ),
                (
                    "expects_reply",
                    models.BooleanField(
                        default=False,
                        help_text="Whether the procedure asks the State to take a position on each item.",
                    ),
                ),
                ("description", models.TextField(blank=True)),
                ("sort_order", models.PositiveSmallIntegerField(default=100)),
            ],
            options={
                "ordering": ["sort_order", "name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name__regex", "[^\\s\\u00a0\\u200b\\u3000]")),
                        name="mechanism_name_not_blank",
                        violation_error_message="This may not be blank.",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="ReviewCycle",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("slug", models.SlugField(unique=True)),
                (
                    "mechanism",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cycles",
                        to="tracker.mechanism",
                    ),
                ),
                ("name", models.CharField(max_length=120, unique=True)),
                (
                    "number",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="The cycle or the report's number, where it has one.",
                        null=True,
                    ),
                ),
                (
                    "session",
                    models.CharField(blank=True, help_text="e.g. 45th session", max_length=60),
                ),
                (
                    "meetings",
                    models.CharField(
                        blank=True, help_text="e.g. 1977th-1978th meetings", max_length=100
                    ),
                ),
                ("session_from", tracker.models.fields.PartialDateField(blank=True, null=True)),
                ("session_until", tracker.models.fields.PartialDateField(blank=True, null=True)),
                (
                    "reviewed_on",
                    tracker.models.fields.PartialDateField(
                        blank=True, null=True, verbose_name="reviewed"
                    ),
                ),
                ("reviewed_until", tracker.models.fields.PartialDateField(blank=True, null=True)),
                (
                    "report_adopted_on",
                    tracker.models.fields.PartialDateField(
                        blank=True, null=True, verbose_name="report adopted"
                    ),
                ),
                (
                    "replies_published_on",
                    tracker.models.fields.PartialDateField(
                        blank=True, null=True, verbose_name="China's replies published"
                    ),
                ),
                (
                    "outcome_adopted_on",
                    tracker.models.fields.PartialDateField(
                        blank=True, null=True, verbose_name="outcome adopted"
                    ),
                ),
                ("outcome_symbol", models.CharField(blank=True, max_length=100)),
                (
                    "certainty",
                    tracker.models.certainty.CertaintyField(default="seen", max_length=40),
                ),
                (
                    "is_public",
                    models.BooleanField(
                        default=False,
                        editable=False,
                        help_text="It came with the fixtures, or something published has named it.",
                    ),
                ),
            ],
            options={
                "ordering": [
                    models.OrderBy(models.F("reviewed_on"), descending=True, nulls_last=True),
                    "name",
                ],
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        tracker.models.search.Searchable("name"), name="cycle_search"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name__regex", "[^\\s\\u00a0\\u200b\\u3000]")),
                        name="cycle_name_not_blank",
                        violation_error_message="This may not be blank.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("session_from__isnull", True),
                            (
                                "session_from__regex",
                                "^([1-9]\\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|1\\d|2[0-8]))?)?|[1-9]\\d{3}-((0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)|([1-9]\\d(0[48]|[2468][048]|[13579][26])|([2468][048]|[13579][26])00)-02-29)$",
                            ),
                            _connector="OR",
                        ),
                        name="cycle_session_from_date",
                        violation_error_message="Write a date as 2023-05-12, 2023-05 or 2023.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("session_until__isnull", True),
                            (
                                "session_until__regex",
                                "^([1-9]\\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|1\\d|2[0-8]))?)?|[1-9]\\d{3}-((0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)|([1-9]\\d(0[48]|[2468][048]|[13579][26])|([2468][048]|[13579][26])00)-02-29)$",
                            ),
                            _connector="OR",
                        ),
                        name="cycle_session_until_date",
                        violation_error_message="Write a date as 2023-05-12, 2023-05 or 2023.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reviewed_on__isnull", True),
                            (
                                "reviewed_on__regex",
                                "^([1-9]\\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|1\\d|2[0-8]))?)?|[1-9]\\d{3}-((0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)|([1-9]\\d(0[48]|[2468][048]|[13579][26])|([2468][048]|[13579][26])00)-02-29)$",
                            ),
                            _connector="OR",
                        ),
                        name="cycle_reviewed_on_date",
                        violation_error_message="Write a date as 2023-05-12, 2023-05 or 2023.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reviewed_until__isnull", True),
                            (
                                "reviewed_until__regex",
                                "^([1-9]\\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|1\\d|2[0-8]))?)?|[1-9]\\d{3}-((0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)|([1-9]\\d(0[48]|[2468][048]|[13579][26])|([2468][048]|[13579][26])00)-02-29)$",
                            ),
                            _connector="OR",
                        ),
                        name="cycle_reviewed_until_date",
                        violation_error_message="Write a date as 2023-05-12, 2023-05 or 2023.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("report_adopted_on__isnull", True),
                            (
                                "report_adopted_on__regex",
                                "^([1-9]\\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|1\\d|2[0-8]))?)?|[1-9]\\d{3}-((0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)|([1-9]\\d(0[48]|[2468][048]|[13579][26])|([2468][048]|[13579][26])00)-02-29)$",
                            ),
                            _connector="OR",
                        ),
                        name="cycle_report_adopted_on_date",
                        violation_error_message="Write a date as 2023-05-12, 2023-05 or 2023.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("replies_published_on__isnull", True),
                            (
                                "replies_published_on__regex",
                                "^([1-9]\\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|1\\d|2[0-8]))?)?|[1-9]\\d{3}-((0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)|([1-9]\\d(0[48]|[2468][048]|[13579][26])|([2468][048]|[13579][26])00)-02-29)$",
                            ),
                            _connector="OR",
                        ),
                        name="cycle_replies_published_on_date",
                        violation_error_message="Write a date as 2023-05-12, 2023-05 or 2023.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("outcome_adopted_on__isnull", True),
                            (
                                "outcome_adopted_on__regex",
                                "^([1-9]\\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|1\\d|2[0-8]))?)?|[1-9]\\d{3}-((0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)|([1-9]\\d(0[48]|[2468][048]|[13579][26])|([2468][048]|[13579][26])00)-02-29)$",
                            ),
                            _connector="OR",
                        ),
                        name="cycle_outcome_adopted_on_date",
                        violation_error_message="Write a date as 2023-05-12, 2023-05 or 2023.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reviewed_on__isnull", True),
                            ("reviewed_until__isnull", True),
                            ("reviewed_until__gte", models.F("reviewed_on")),
                            ("reviewed_on__startswith", models.F("reviewed_until")),
                            _connector="OR",
                        ),
                        name="cycle_review_ends_after_it_begins",
                        violation_error_message="The review cannot end before it begins.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("session_from__isnull", True),
                            ("session_until__isnull", True),
                            ("session_until__gte", models.F("session_from")),
                            ("session_from__startswith", models.F("session_until")),
                            _connector="OR",
                        ),
                        name="cycle_session_ends_after_it_begins",
                        violation_error_message="The session cannot end before it begins.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Document",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("slug", models.SlugField(max_length=80, unique=True)),
                (
                    "kind",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("ngo-submission", "NGO submission"),
                            ("ngo-report", "NGO report or statement"),
                            ("concluding-observations", "Concluding observations"),
                            ("working-group-report", "UPR Working Group report"),
                            ("addendum", "Addendum: replies of the State under review"),
                            ("upr-input", "Other UPR document: compilation, advance questions"),
                            ("inquiry-report", "Commission of inquiry report"),
                            ("communication", "Communication of special procedures"),
                            ("special-procedure-report", "Report of a special procedure"),
                            ("resolution", "Resolution"),
                            ("summary-record", "Summary record or webcast of a meeting"),
                            ("un-other", "Other UN document"),
                            ("state-report", "Report of the State under review"),
                            ("statement", "Statement of a government"),
                            ("treaty-text", "Treaty text or treaty status"),
                            ("law", "Law"),
                            ("official-other", "Other official document of a State"),
                            ("state-media", "State media"),
                            ("press", "Press report"),
                            ("data-set", "Data set"),
                            ("research", "Research or secondary source"),
                        ],
                        max_length=40,
                    ),
                ),
                ("title", models.CharField(max_length=300)),
                (
                    "symbol",
                    models.CharField(blank=True, help_text="UN document symbol", max_length=60),
                ),
                (
                    "cycle",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="documents",
                        to="tracker.reviewcycle",
                    ),
                ),
                (
                    "published_on",
                    tracker.models.fields.PartialDateField(
                        blank=True, null=True, verbose_name="published"
                    ),
                ),
                (
                    "submitted_on",
                    tracker.models.fields.PartialDateField(
                        blank=True, null=True, verbose_name="submitted"
                    ),
                ),
                ("language", tracker.models.fields.LanguageField(default="en", max_length=40)),
                ("url", tracker.models.fields.WebAddressField(verbose_name="address")),
                (
                    "archived_url",
                    tracker.models.fields.WebAddressField(verbose_name="archived copy"),
                ),
                (
                    "sha256",
                    models.CharField(
                        blank=True,
                        max_length=64,
                        validators=[
                            django.core.validators.RegexValidator("^[0-9a-f]{64}$", "64 hex digits")
                        ],
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        blank=True,
                        help_text="Its key in the table it was taken from.",
                        max_length=60,
                    ),
                ),
                (
                    "derived_from",
                    models.ForeignKey(
                        blank=True,
                        help_text="A document whose passages this one re-uses: not an independent source.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="derived",
                        to="tracker.document",
                    ),
                ),
                (
                    "certainty",
                    tracker.models.certainty.CertaintyField(default="seen", max_length=40),
                ),
                (
                    "description",
                    models.TextField(blank=True, help_text="What it is, in our words."),
                ),
                (
                    "is_public",
                    models.BooleanField(
                        default=False,
                        editable=False,
                        help_text="It came with the fixtures, or something published has named it.",
                    ),
                ),
            ],
            options={
                "ordering": ["-published_on", "title"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("title__regex", "[^\\s\\u00a0\\u200b\\u3000]")),
                        name="document_title_not_blank",
                        violation_error_message="This may not be blank.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("symbol", ""), _negated=True),
                        fields=("symbol",),
                        name="document_symbol_unique",
                        violation_error_message="There already is a document with this symbol.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sha256", ""), ("sha256__regex", "^[0-9a-f]{64}$"), _connector="OR"
                        ),
                        name="document_sha256_is_a_hash",
                        violation_error_message="A SHA-256 has 64 hex digits.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("published_on__isnull", True),
                            (
                                "published_on__regex",
                                "^([1-9]\\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|1\\d|2[0-8]))?)?|[1-9]\\d{3}-((0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)|([1-9]\\d(0[48]|[2468][048]|[13579][26])|([2468][048]|[13579][26])00)-02-29)$",
                            ),
                            _connector="OR",
                        ),
                        name="document_published_on_date",
                        violation_error_message="Write a date as 2023-05-12, 2023-05 or 2023.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("submitted_on__isnull", True),
                            (
                                "submitted_on__regex",
                                "^([1-9]\\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|1\\d|2[0-8]))?)?|[1-9]\\d{3}-((0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)|([1-9]\\d(0[48]|[2468][048]|[13579][26])|([2468][048]|[13579][26])00)-02-29)$",
                            ),
                            _connector="OR",
                        ),
                        name="document_submitted_on_date",
                        violation_error_message="Write a date as 2023-05-12, 2023-05 or 2023.",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="OfficialTotal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "cycle",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="totals",
                        to="tracker.reviewcycle",
                    ),
                ),
                (
                    "basis",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("un-numbering", "as the UN numbers them"),
                            (
                                "per-state",
                                "one for each recommending State, multi-part items split",
                            ),
                        ],
                        max_length=40,
                    ),
                ),
                (
                    "category",
                    models.CharField(
                        help_text="China's own word; “all” for the total.", max_length=60
                    ),
                ),
                (
                    "part_of",
                    models.CharField(
                        blank=True, help_text="The category it is within.", max_length=60
                    ),
                ),
                ("count", models.PositiveSmallIntegerField()),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tracker.document",
                    ),
                ),
                (
                    "certainty",
                    tracker.models.certainty.CertaintyField(default="seen", max_length=40),
                ),
                ("order", models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                "ordering": ["cycle", "-basis", "order", "category"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("cycle", "basis", "category"), name="official_total_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("category__regex", "[^\\s\\u00a0\\u200b\\u3000]")),
                        name="official_total_category_not_blank",
                        violation_error_message="This may not be blank.",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Milestone",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.SlugField(max_length=80, unique=True)),
                (
                    "mechanism",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="milestones",
                        to="tracker.mechanism",
                    ),
                ),
                (
                    "cycle",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="milestones",
                        to="tracker.reviewcycle",
                    ),
                ),
                (
                    "kind",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("submission-due", "NGO submissions due"),
                            ("review", "Review"),
                            ("replies-due", "Replies of the State due"),
                            ("report-due", "State report due"),
                            ("follow-up-due", "Follow-up due"),
                            ("mid-term-report", "Mid-term report"),
                            ("adoption", "Adoption of the outcome"),
                            ("next-review", "Next review"),
                            ("renewal", "Renewal of an agreement"),
                        ],
                        max_length=40,
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                (
                    "due_on",
                    tracker.models.fields.PartialDateField(
                        blank=True, null=True, verbose_name="due"
                    ),
                ),
                ("due_until", tracker.models.fields.PartialDateField(blank=True, null=True)),
                (
                    "done_on",
                    tracker.models.fields.PartialDateField(
                        blank=True, null=True, verbose_name="done"
                    ),
                ),
                (
                    "is_expected",
                    models.BooleanField(
                        default=False, help_text="Worked out by us, confirmed by no calendar."
                    ),
                ),
                (
                    "certainty",
                    tracker.models.certainty.CertaintyField(default="seen", max_length=40),
                ),
                ("note", models.TextField(blank=True)),
            ],
            options={
                "ordering": ["due_on", "key"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("title__regex", "[^\\s\\u00a0\\u200b\\u3000]")),
                        name="milestone_title_not_blank",
                        violation_error_message="This may not be blank.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("due_on__isnull", True),
                            (
                                "due_on__regex",
                                "^([1-9]\\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|1\\d|2[0-8]))?)?|[1-9]\\d{3}-((0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)|([1-9]\\d(0[48]|[2468][048]|[13579][26])|([2468][048]|[13579][26])00)-02-29)$",
                            ),
                            _connector="OR",
                        ),
                        name="milestone_due_on_date",
                        violation_error_message="Write a date as 2023-05-12, 2023-05 or 2023.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("due_until__isnull", True),
                            (
                                "due_until__regex",
                                "^([1-9]\\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|1\\d|2[0-8]))?)?|[1-9]\\d{3}-((0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)|([1-9]\\d(0[48]|[2468][048]|[13579][26])|([2468][048]|[13579][26])00)-02-29)$",
                            ),
                            _connector="OR",
                        ),
                        name="milestone_due_until_date",
                        violation_error_message="Write a date as 2023-05-12, 2023-05 or 2023.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("done_on__isnull", True),
                            (
                                "done_on__regex",
                                "^([1-9]\\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|1\\d|2[0-8]))?)?|[1-9]\\d{3}-((0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)|([1-9]\\d(0[48]|[2468][048]|[13579][26])|([2468][048]|[13579][26])00)-02-29)$",
                            ),
                            _connector="OR",
                        ),
                        name="milestone_done_on_date",
                        violation_error_message="Write a date as 2023-05-12, 2023-05 or 2023.",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Citation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="tracker.document",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="citations",
                        to="tracker.article",
                    ),
                ),
                (
                    "basis",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("explicit", "names the article"),
                            ("instrument", "names the instrument"),
                            ("inferred", "describes the rule without its number"),
                        ],
                        max_length=40,
                    ),
                ),
                ("locator", models.CharField(blank=True, max_length=120)),
                ("note", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "ordering": ["document", "article__order"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("document", "article", "basis"), name="citation_once"
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="DocumentAuthor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="tracker.document",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tracker.organisation",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("document", "author"), name="documentauthor_once"
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="TreatyActionSource",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "treaty_action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="tracker.treatyaction",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tracker.document",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("treaty_action", "document"), name="treatyactionsource_once"
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="MilestoneSource",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "milestone",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="tracker.milestone",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tracker.document",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("milestone", "document"), name="milestonesource_once"
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="User",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                ),
                (
                    "email",
                    models.EmailField(max_length=254, unique=True, verbose_name="e-mail address"),
                ),
                ("name", models.CharField(blank=True, max_length=150)),
                (
                    "role",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("none", "No access"),
                            ("contributor", "Contributor"),
                            ("coordinator", "Coordinator"),
                            ("administrator", "Administrator"),
                        ],
                        default="none",
                        max_length=40,
                    ),
                ),
                ("is_active", models.BooleanField(default=True)),
                (
                    "is_system",
                    models.BooleanField(
                        default=False,
                        help_text="Not a person: the account that loads the fixtures.",
                    ),
                ),
                (
                    "joined_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
            ],
            options={
                "ordering": ["email"],
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Development",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("draft", "Draft"),
                            ("in-review", "In review"),
                            ("published", "Published"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=40,
                    ),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("submitted_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "submitted_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("approved_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("withdrawn_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("withdrawn_reason", models.TextField(blank=True, editable=False)),
                ("returned_reason", models.TextField(blank=True, editable=False)),
                ("slug", models.SlugField(max_length=80, unique=True)),
                ("origin", models.CharField(blank=True, max_length=60)),
                (
                    "kind",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("statement", "Statement of China"),
                            ("position", "Standing position"),
                            ("law", "Law"),
                            ("treaty-act", "Treaty act"),
                            ("practice", "Practice"),
                            ("event", "Reported event"),
                            ("finding", "UN finding"),
                            ("third-party-finding", "Finding of another State or NGO"),
                            ("un-action", "UN action"),
                            ("ngo-action", "NGO action"),
                        ],
                        max_length=40,
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("summary", models.TextField()),
                (
                    "happened_on",
                    tracker.models.fields.PartialDateField(
                        blank=True, null=True, verbose_name="date"
                    ),
                ),
                (
                    "happened_until",
                    tracker.models.fields.PartialDateField(
                        blank=True, null=True, verbose_name="until"
                    ),
                ),
                (
                    "forum",
                    models.CharField(
                        blank=True, help_text="Where it was said or done.", max_length=150
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="developments",
                        to="tracker.document",
                    ),
                ),
                ("locator", models.CharField(blank=True, max_length=150)),
                (
                    "certainty",
                    tracker.models.certainty.CertaintyField(default="seen", max_length=40),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "ordering": [
                    models.OrderBy(models.F("happened_on"), descending=True, nulls_last=True),
                    "slug",
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("recorded_by__isnull", False)),
                        name="development_recorded_at_and_by",
                        violation_error_message="Recording needs a person.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("submitted_at__isnull", False), ("submitted_by__isnull", False)
                            ),
                            models.Q(
                                ("submitted_at__isnull", True), ("submitted_by__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="development_submitted_at_and_by",
                        violation_error_message="“submitted” needs both a moment and a person.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("approved_at__isnull", False), ("approved_by__isnull", False)
                            ),
                            models.Q(("approved_at__isnull", True), ("approved_by__isnull", True)),
                            _connector="OR",
                        ),
                        name="development_approved_at_and_by",
                        violation_error_message="“approved” needs both a moment and a person.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("withdrawn_at__isnull", False), ("withdrawn_by__isnull", False)
                            ),
                            models.Q(
                                ("withdrawn_at__isnull", True), ("withdrawn_by__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="development_withdrawn_at_and_by",
                        violation_error_message="“withdrawn” needs both a moment and a person.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "published"), _negated=True),
                            ("approved_at__isnull", False),
                            _connector="OR",
                        ),
                        name="development_published_is_approved",
                        violation_error_message="Nothing is published without approval.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "withdrawn"), _negated=True),
                            models.Q(
                                ("withdrawn_at__isnull", False),
                                ("withdrawn_reason__regex", "[^\\s\\u00a0\\u200b\\u3000]"),
                            ),
                            _connector="OR",
                        ),
                        name="development_withdrawal_has_a_reason",
                        violation_error_message="A withdrawal needs its reason.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("title__regex", "[^\\s\\u00a0\\u200b\\u3000]")),
                        name="development_title_not_blank",
                        violation_error_message="This may not be blank.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("summary__regex", "[^\\s\\u00a0\\u200b\\u3000]")),
                        name="development_summary_not_blank",
                        violation_error_message="This may not be blank.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("happened_on__isnull", True),
                            (
                                "happened_on__regex",
                                "^([1-9]\\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|1\\d|2[0-8]))?)?|[1-9]\\d{3}-((0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)|([1-9]\\d(0[48]|[2468][048]|[13579][26])|([2468][048]|[13579][26])00)-02-29)$",
                            ),
                            _connector="OR",
                        ),
                        name="development_happened_on_date",
                        violation_error_message="Write a date as 2023-05-12, 2023-05 or 2023.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("happened_until__isnull", True),
                            (
                                "happened_until__regex",
                                "^([1-9]\\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|1\\d|2[0-8]))?)?|[1-9]\\d{3}-((0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)|([1-9]\\d(0[48]|[2468][048]|[13579][26])|([2468][048]|[13579][26])00)-02-29)$",
                            ),
                            _connector="OR",
                        ),
                        name="development_happened_until_date",
                        violation_error_message="Write a date as 2023-05-12, 2023-05 or 2023.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("happened_on__isnull", True),
                            ("happened_until__isnull", True),
                            ("happened_until__gte", models.F("happened_on")),
                            ("happened_on__startswith", models.F("happened_until")),
                            _connector="OR",
                        ),
                        name="development_ends_after_it_begins",
                        violation_error_message="It cannot end before it begins.",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="DevelopmentSource",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "development",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="tracker.development",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tracker.document",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("development", "document"), name="developmentsource_once"
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Recommendation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("draft", "Draft"),
                            ("in-review", "In review"),
                            ("published", "Published"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=40,
                    ),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("submitted_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "submitted_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("approved_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("withdrawn_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("withdrawn_reason", models.TextField(blank=True, editable=False)),
                ("returned_reason", models.TextField(blank=True, editable=False)),
                (
                    "reference",
                    models.CharField(
                        default=tracker.models.recommendations.draft_reference,
                        editable=False,
                        help_text="R-0457 once published, and never changed after that.",
                        max_length=20,
                        unique=True,
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        blank=True,
                        help_text="Its key in the source or table it was taken from.",
                        max_length=60,
                    ),
                ),
                (
                    "kind",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("recommendation", "Recommendation"),
                            ("question", "Question"),
                            ("request", "Request in running text"),
                            ("concern", "Concern"),
                        ],
                        max_length=40,
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="recommendations",
                        to="tracker.document",
                    ),
                ),
                (
                    "locator",
                    models.CharField(
                        blank=True, help_text="Paragraph, item or page.", max_length=150
                    ),
                ),
                (
                    "cycle",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="recommendations",
                        to="tracker.reviewcycle",
                    ),
                ),
                (
                    "addressed_to",
                    models.ForeignKey(
                        help_text="China, unless the document asks someone else.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="asked",
                        to="tracker.organisation",
                    ),
                ),
                ("made_on", tracker.models.fields.PartialDateField(verbose_name="made")),
                ("title", models.CharField(max_length=160)),
                ("text", models.TextField()),
                (
                    "text_kind",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("official", "Official text"),
                            ("paraphrase", "Our paraphrase"),
                            ("translation", "Translation"),
                        ],
                        default="paraphrase",
                        max_length=40,
                    ),
                ),
                ("language", tracker.models.fields.LanguageField(default="en", max_length=40)),
                (
                    "action_strength",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="1 minimal to 5 specific action, UPR Info's scale.",
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                    ),
                ),
                (
                    "names_north_koreans",
                    models.BooleanField(default=True, verbose_name="names North Koreans"),
                ),
                (
                    "expects_reply",
                    models.BooleanField(
                        default=False,
                        help_text="Whether the procedure asks the State to take a position on it.",
                    ),
                ),
                (
                    "certainty",
                    tracker.models.certainty.CertaintyField(default="seen", max_length=40),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "search_vector",
                    models.GeneratedField(
                        db_persist=True,
                        expression=tracker.models.search.Searchable(
                            "reference", "title", "text", "locator", "origin"
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
            ],
            options={
                "ordering": ["-made_on", "reference"],
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        models.F("search_vector"), name="recommendation_search"
                    ),
                    models.Index(fields=["made_on", "reference"], name="recommendation_by_date"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("recorded_by__isnull", False)),
                        name="recommendation_recorded_at_and_by",
                        violation_error_message="Recording needs a person.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("submitted_at__isnull", False), ("submitted_by__isnull", False)
                            ),
                            models.Q(
                                ("submitted_at__isnull", True), ("submitted_by__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="recommendation_submitted_at_and_by",
                        violation_error_message="“submitted” needs both a moment and a person.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("approved_at__isnull", False), ("approved_by__isnull", False)
                            ),
                            models.Q(("approved_at__isnull", True), ("approved_by__isnull", True)),
                            _connector="OR",
                        ),
                        name="recommendation_approved_at_and_by",
                        violation_error_message="“approved” needs both a moment and a person.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("withdrawn_at__isnull", False), ("withdrawn_by__isnull", False)
                            ),
                            models.Q(
                                ("withdrawn_at__isnull", True), ("withdrawn_by__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="recommendation_withdrawn_at_and_by",
                        violation_error_message="“withdrawn” needs both a moment and a person.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "published"), _negated=True),
                            ("approved_at__isnull", False),
                            _connector="OR",
                        ),
                        name="recommendation_published_is_approved",
                        violation_error_message="Nothing is published without approval.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "withdrawn"), _negated=True),
                            models.Q(
                                ("withdrawn_at__isnull", False),
                                ("withdrawn_reason__regex", "[^\\s\\u00a0\\u200b\\u3000]"),
                            ),
                            _connector="OR",
                        ),
                        name="recommendation_withdrawal_has_a_reason",
                        violation_error_message="A withdrawal needs its reason.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("title__regex", "[^\\s\\u00a0\\u200b\\u3000]")),
                        name="recommendation_title_not_blank",
                        violation_error_message="This may not be blank.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text__regex", "[^\\s\\u00a0\\u200b\\u3000]")),
                        name="recommendation_text_not_blank",
                        violation_error_message="This may not be blank.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("made_on__isnull", True),
                            (
                                "made_on__regex",
                                "^([1-9]\\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|1\\d|2[0-8]))?)?|[1-9]\\d{3}-((0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)|([1-9]\\d(0[48]|[2468][048]|[13579][26])|([2468][048]|[13579][26])00)-02-29)$",
                            ),
                            _connector="OR",
                        ),
                        name="recommendation_made_on_date",
                        violation_error_message="Write a date as 2023-05-12, 2023-05 or 2023.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("action_strength__isnull", True),
                            ("action_strength__range", (1, 5)),
                            _connector="OR",
                        ),
                        name="recommendation_action_strength_1_to_5",
                        violation_error_message="Strength goes from 1 to 5.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reference__regex", "^R-\\d{4,}$"),
                            models.Q(
                                ("reference__startswith", "D-"),
                                models.Q(("state", "published"), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="recommendation_published_has_public_reference",
                        violation_error_message="What is published has a reference such as R-0457.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("origin", ""), _negated=True),
                        fields=("origin",),
                        name="recommendation_origin_unique",
                        violation_error_message="There already is a recommendation with this origin.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Response",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("draft", "Draft"),
                            ("in-review", "In review"),
                            ("published", "Published"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=40,
                    ),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("submitted_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "submitted_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("approved_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("withdrawn_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("withdrawn_reason", models.TextField(blank=True, editable=False)),
                ("returned_reason", models.TextField(blank=True, editable=False)),
                (
                    "key",
                    models.SlugField(
                        default=tracker.models.responses.new_key,
                        editable=False,
                        max_length=80,
                        unique=True,
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="responses",
                        to="tracker.recommendation",
                    ),
                ),
                (
                    "position",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("accepted", "Accepted"),
                            (
                                "already-implemented",
                                "Accepted, already implemented (China’s claim)",
                            ),
                            ("being-implemented", "Accepted, being implemented (China’s claim)"),
                            ("partly-accepted", "Partly accepted"),
                            ("noted", "Noted"),
                            ("not-accepted", "Not accepted"),
                            ("pending", "Pending"),
                            ("no-reply", "No reply"),
                        ],
                        max_length=40,
                    ),
                ),
                (
                    "category_as_stated",
                    models.CharField(
                        blank=True,
                        help_text="As the reply prints it, e.g. “accepted and being implemented”.",
                        max_length=100,
                        verbose_name="China's own category",
                    ),
                ),
                ("words", models.TextField(blank=True, verbose_name="what China said")),
                (
                    "words_kind",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("official", "Official text"),
                            ("paraphrase", "Our paraphrase"),
                            ("translation", "Translation"),
                        ],
                        default="paraphrase",
                        max_length=40,
                    ),
                ),
                ("language", tracker.models.fields.LanguageField(default="en", max_length=40)),
                ("responded_on", tracker.models.fields.PartialDateField(verbose_name="answered")),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="responses",
                        to="tracker.document",
                    ),
                ),
                ("locator", models.CharField(blank=True, max_length=150)),
                (
                    "cycle",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="responses",
                        to="tracker.reviewcycle",
                    ),
                ),
                (
                    "certainty",
                    tracker.models.certainty.CertaintyField(default="seen", max_length=40),
                ),
                (
                    "supersedes",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        help_text="The row that this one corrects.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="tracker.response",
                    ),
                ),
                (
                    "supersedes_reason",
                    models.TextField(blank=True, verbose_name="why it is corrected"),
                ),
            ],
            options={
                "ordering": ["-responded_on", "-recorded_at", "-pk"],
                "indexes": [
                    models.Index(fields=["recommendation", "-responded_on"], name="response_latest")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("recorded_by__isnull", False)),
                        name="response_recorded_at_and_by",
                        violation_error_message="Recording needs a person.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("submitted_at__isnull", False), ("submitted_by__isnull", False)
                            ),
                            models.Q(
                                ("submitted_at__isnull", True), ("submitted_by__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="response_submitted_at_and_by",
                        violation_error_message="“submitted” needs both a moment and a person.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("approved_at__isnull", False), ("approved_by__isnull", False)
                            ),
                            models.Q(("approved_at__isnull", True), ("approved_by__isnull", True)),
                            _connector="OR",
                        ),
                        name="response_approved_at_and_by",
                        violation_error_message="“approved” needs both a moment and a person.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("withdrawn_at__isnull", False), ("withdrawn_by__isnull", False)
                            ),
                            models.Q(
                                ("withdrawn_at__isnull", True), ("withdrawn_by__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="response_withdrawn_at_and_by",
                        violation_error_message="“withdrawn” needs both a moment and a person.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "published"), _negated=True),
                            ("approved_at__isnull", False),
                            _connector="OR",
                        ),
                        name="response_published_is_approved",
                        violation_error_message="Nothing is published without approval.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "withdrawn"), _negated=True),
                            models.Q(
                                ("withdrawn_at__isnull", False),
                                ("withdrawn_reason__regex", "[^\\s\\u00a0\\u200b\\u3000]"),
                            ),
                            _connector="OR",
                        ),
                        name="response_withdrawal_has_a_reason",
                        violation_error_message="A withdrawal needs its reason.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("responded_on__isnull", True),
                            (
                                "responded_on__regex",
                                "^([1-9]\\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|1\\d|2[0-8]))?)?|[1-9]\\d{3}-((0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)|([1-9]\\d(0[48]|[2468][048]|[13579][26])|([2468][048]|[13579][26])00)-02-29)$",
                            ),
                            _connector="OR",
                        ),
                        name="response_responded_on_date",
                        violation_error_message="Write a date as 2023-05-12, 2023-05 or 2023.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("supersedes__isnull", True),
                            ("supersedes_reason__regex", "[^\\s\\u00a0\\u200b\\u3000]"),
                            _connector="OR",
                        ),
                        name="response_correction_has_a_reason",
                        violation_error_message="Say why this corrects the earlier entry.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "withdrawn"), _negated=True),
                        fields=("supersedes",),
                        name="response_one_live_correction",
                        violation_error_message="Another correction of this entry is already on its way.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Assessment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("draft", "Draft"),
                            ("in-review", "In review"),
                            ("published", "Published"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=40,
                    ),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("submitted_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "submitted_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("approved_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("withdrawn_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("withdrawn_reason", models.TextField(blank=True, editable=False)),
                ("returned_reason", models.TextField(blank=True, editable=False)),
                (
                    "key",
                    models.SlugField(
                        default=tracker.models.responses.new_key,
                        editable=False,
                        max_length=80,
                        unique=True,
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assessments",
                        to="tracker.recommendation",
                    ),
                ),
                (
                    "status",
                    tracker.models.fields.ChoiceField(
                        blank=True,
                        choices=[
                            ("A", "A Largely implemented"),
                            ("B", "B Partly implemented"),
                            ("C", "C Not implemented"),
                            ("D", "D No information given"),
                            ("E", "E Measures contrary to it"),
                        ],
                        max_length=40,
                    ),
                ),
                ("as_of", tracker.models.fields.PartialDateField(verbose_name="true from")),
                (
                    "assessor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assessments",
                        to="tracker.organisation",
                    ),
                ),
                (
                    "scale",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("tracker-1", "This tracker’s scale, version 1"),
                            (
                                "ccpr-follow-up-2016",
                                "Human Rights Committee follow-up grades (2016)",
                            ),
                            ("cat-follow-up", "Committee against Torture follow-up grades"),
                            ("cedaw-follow-up", "CEDAW Committee follow-up grades"),
                            ("other", "Another scale, named in the grade"),
                        ],
                        default="tracker-1",
                        max_length=40,
                    ),
                ),
                (
                    "grade_as_given",
                    models.CharField(
                        blank=True,
                        help_text="Another body's grade, in its own words.",
                        max_length=200,
                    ),
                ),
                ("rationale", models.TextField()),
                (
                    "supersedes",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        help_text="The row that this one corrects.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="tracker.assessment",
                    ),
                ),
                (
                    "supersedes_reason",
                    models.TextField(blank=True, verbose_name="why it is corrected"),
                ),
            ],
            options={
                "ordering": ["-as_of", "-recorded_at", "-pk"],
                "indexes": [
                    models.Index(fields=["recommendation", "-as_of"], name="assessment_latest")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("recorded_by__isnull", False)),
                        name="assessment_recorded_at_and_by",
                        violation_error_message="Recording needs a person.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("submitted_at__isnull", False), ("submitted_by__isnull", False)
                            ),
                            models.Q(
                                ("submitted_at__isnull", True), ("submitted_by__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="assessment_submitted_at_and_by",
                        violation_error_message="“submitted” needs both a moment and a person.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("approved_at__isnull", False), ("approved_by__isnull", False)
                            ),
                            models.Q(("approved_at__isnull", True), ("approved_by__isnull", True)),
                            _connector="OR",
                        ),
                        name="assessment_approved_at_and_by",
                        violation_error_message="“approved” needs both a moment and a person.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("withdrawn_at__isnull", False), ("withdrawn_by__isnull", False)
                            ),
                            models.Q(
                                ("withdrawn_at__isnull", True), ("withdrawn_by__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="assessment_withdrawn_at_and_by",
                        violation_error_message="“withdrawn” needs both a moment and a person.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "published"), _negated=True),
                            ("approved_at__isnull", False),
                            _connector="OR",
                        ),
                        name="assessment_published_is_approved",
                        violation_error_message="Nothing is published without approval.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "withdrawn"), _negated=True),
                            models.Q(
                                ("withdrawn_at__isnull", False),
                                ("withdrawn_reason__regex", "[^\\s\\u00a0\\u200b\\u3000]"),
                            ),
                            _connector="OR",
                        ),
                        name="assessment_withdrawal_has_a_reason",
                        violation_error_message="A withdrawal needs its reason.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("scale", "tracker-1"), models.Q(("status", ""), _negated=True)
                            ),
                            models.Q(
                                models.Q(("scale", "tracker-1"), _negated=True),
                                ("status", ""),
                                models.Q(("grade_as_given", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="assessment_status_or_grade",
                        violation_error_message="Our scale needs a status; another's, the grade as given.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("rationale__regex", "[^\\s\\u00a0\\u200b\\u3000]")),
                        name="assessment_rationale_not_blank",
                        violation_error_message="This may not be blank.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("as_of__isnull", True),
                            (
                                "as_of__regex",
                                "^([1-9]\\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|1\\d|2[0-8]))?)?|[1-9]\\d{3}-((0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)|([1-9]\\d(0[48]|[2468][048]|[13579][26])|([2468][048]|[13579][26])00)-02-29)$",
                            ),
                            _connector="OR",
                        ),
                        name="assessment_as_of_date",
                        violation_error_message="Write a date as 2023-05-12, 2023-05 or 2023.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("supersedes__isnull", True),
                            ("supersedes_reason__regex", "[^\\s\\u00a0\\u200b\\u3000]"),
                            _connector="OR",
                        ),
                        name="assessment_correction_has_a_reason",
                        violation_error_message="Say why this corrects the earlier entry.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "withdrawn"), _negated=True),
                        fields=("supersedes",),
                        name="assessment_one_live_correction",
                        violation_error_message="Another correction of this entry is already on its way.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="tracker.assessment",
                    ),
                ),
                (
                    "development",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence_for",
                        to="tracker.development",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence_for",
                        to="tracker.document",
                    ),
                ),
                (
                    "response",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence_for",
                        to="tracker.response",
                    ),
                ),
                ("locator", models.CharField(blank=True, max_length=150)),
            ],
            options={
                "verbose_name_plural": "evidence",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("development__isnull", False),
                                ("document__isnull", True),
                                ("response__isnull", True),
                            ),
                            models.Q(
                                ("development__isnull", True),
                                ("document__isnull", False),
                                ("response__isnull", True),
                            ),
                            models.Q(
                                ("development__isnull", True),
                                ("document__isnull", True),
                                ("response__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="evidence_is_one_thing",
                        violation_error_message="Evidence is one development, document or response.",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Relation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "from_recommendation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="relations_out",
                        to="tracker.recommendation",
                    ),
                ),
                (
                    "to_recommendation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="relations_in",
                        to="tracker.recommendation",
                    ),
                ),
                (
                    "kind",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("takes-up", "takes up"),
                            ("repeats", "repeats"),
                            ("part-of", "is part of"),
                        ],
                        max_length=40,
                    ),
                ),
                (
                    "closeness",
                    tracker.models.fields.ChoiceField(
                        blank=True,
                        choices=[
                            ("", "Not rated"),
                            ("verbatim", "Verbatim"),
                            ("close", "Close"),
                            ("partial", "Partial"),
                            ("theme", "Same theme"),
                        ],
                        max_length=40,
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300)),
                (
                    "certainty",
                    tracker.models.certainty.CertaintyField(default="seen", max_length=40),
                ),
            ],
            options={
                "ordering": ["kind", "from_recommendation__made_on", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("from_recommendation", "to_recommendation", "kind"),
                        name="relation_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("kind", "part-of")),
                        fields=("from_recommendation",),
                        name="relation_limb_of_one_item",
                        violation_error_message="A limb is part of one item only.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("from_recommendation", models.F("to_recommendation")), _negated=True
                        ),
                        name="relation_between_two",
                        violation_error_message="A recommendation is not related to itself.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "part-of"), ("closeness", "")),
                            models.Q(
                                models.Q(("kind", "part-of"), _negated=True),
                                models.Q(("closeness", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="relation_closeness_where_it_means_something",
                        violation_error_message="Say how close it is (a limb has no closeness).",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Theme",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(unique=True)),
                ("name", models.CharField(max_length=120, unique=True)),
                (
                    "aliases",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("description", models.CharField(blank=True, max_length=300)),
                ("sort_order", models.PositiveSmallIntegerField(default=100)),
            ],
            options={
                "ordering": ["sort_order", "name"],
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        tracker.models.search.Searchable("name"), name="theme_search"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name__regex", "[^\\s\\u00a0\\u200b\\u3000]")),
                        name="theme_name_not_blank",
                        violation_error_message="This may not be blank.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AffectedGroup",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(unique=True)),
                ("name", models.CharField(max_length=120, unique=True)),
                (
                    "aliases",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("sort_order", models.PositiveSmallIntegerField(default=100)),
            ],
            options={
                "ordering": ["sort_order", "name"],
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        tracker.models.search.Searchable("name"), name="affected_group_search"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name__regex", "[^\\s\\u00a0\\u200b\\u3000]")),
                        name="affected_group_name_not_blank",
                        violation_error_message="This may not be blank.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RecommendationMaker",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="tracker.recommendation",
                    ),
                ),
                (
                    "maker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tracker.organisation",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("recommendation", "maker"), name="recommendationmaker_once"
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="RecommendationTheme",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="tracker.recommendation",
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tracker.theme",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("recommendation", "theme"), name="recommendationtheme_once"
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="RecommendationGroup",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="tracker.recommendation",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tracker.affectedgroup",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("recommendation", "group"), name="recommendationgroup_once"
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="DevelopmentRecommendation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "development",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="tracker.development",
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tracker.recommendation",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("development", "recommendation"),
                        name="developmentrecommendation_once",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Amendment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("draft", "Draft"),
                            ("in-review", "In review"),
                            ("published", "Published"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=40,
                    ),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("submitted_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "submitted_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("approved_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("withdrawn_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("withdrawn_reason", models.TextField(blank=True, editable=False)),
                ("returned_reason", models.TextField(blank=True, editable=False)),
                (
                    "key",
                    models.SlugField(
                        default=tracker.models.responses.new_key,
                        editable=False,
                        max_length=80,
                        unique=True,
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="amendments",
                        to="tracker.recommendation",
                    ),
                ),
                ("base_version", models.PositiveIntegerField()),
                ("changes", models.JSONField()),
                ("reason", models.TextField()),
            ],
            options={
                "ordering": ["-recorded_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("recorded_by__isnull", False)),
                        name="amendment_recorded_at_and_by",
                        violation_error_message="Recording needs a person.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("submitted_at__isnull", False), ("submitted_by__isnull", False)
                            ),
                            models.Q(
                                ("submitted_at__isnull", True), ("submitted_by__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="amendment_submitted_at_and_by",
                        violation_error_message="“submitted” needs both a moment and a person.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("approved_at__isnull", False), ("approved_by__isnull", False)
                            ),
                            models.Q(("approved_at__isnull", True), ("approved_by__isnull", True)),
                            _connector="OR",
                        ),
                        name="amendment_approved_at_and_by",
                        violation_error_message="“approved” needs both a moment and a person.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("withdrawn_at__isnull", False), ("withdrawn_by__isnull", False)
                            ),
                            models.Q(
                                ("withdrawn_at__isnull", True), ("withdrawn_by__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="amendment_withdrawn_at_and_by",
                        violation_error_message="“withdrawn” needs both a moment and a person.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "published"), _negated=True),
                            ("approved_at__isnull", False),
                            _connector="OR",
                        ),
                        name="amendment_published_is_approved",
                        violation_error_message="Nothing is published without approval.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "withdrawn"), _negated=True),
                            models.Q(
                                ("withdrawn_at__isnull", False),
                                ("withdrawn_reason__regex", "[^\\s\\u00a0\\u200b\\u3000]"),
                            ),
                            _connector="OR",
                        ),
                        name="amendment_withdrawal_has_a_reason",
                        violation_error_message="A withdrawal needs its reason.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason__regex", "[^\\s\\u00a0\\u200b\\u3000]")),
                        name="amendment_reason_not_blank",
                        violation_error_message="This may not be blank.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ["draft", "in-review"])),
                        fields=("recommendation",),
                        name="amendment_one_open_at_a_time",
                        violation_error_message="Another change to it is waiting for approval.",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Invocation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invocations",
                        to="tracker.recommendation",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invocations",
                        to="tracker.article",
                    ),
                ),
                (
                    "basis",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("explicit", "Explicit: the ask names it"),
                            ("section", "Section: the governing heading names it"),
                            ("inferred", "Inferred: our reading"),
                        ],
                        max_length=40,
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "ordering": ["article__treaty__sort_order", "article__order"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("recommendation", "article"),
                        name="invocation_once",
                        violation_error_message="This recommendation already invokes this article.",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Norm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("slug", models.SlugField(unique=True)),
                ("name", models.CharField(max_length=100, unique=True)),
                ("description", models.TextField()),
            ],
            options={
                "ordering": ["name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name__regex", "[^\\s\\u00a0\\u200b\\u3000]")),
                        name="norm_name_not_blank",
                        violation_error_message="This may not be blank.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("description__regex", "[^\\s\\u00a0\\u200b\\u3000]")),
                        name="norm_description_not_blank",
                        violation_error_message="This may not be blank.",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="NormArticle",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "norm",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="tracker.norm",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tracker.article",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("norm", "article"), name="normarticle_once")
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Note",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.SlugField(
                        default=tracker.models.responses.new_key, max_length=80, unique=True
                    ),
                ),
                (
                    "kind",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("error", "Error in the source"),
                            ("inconsistency", "Sources differ"),
                            ("conflict", "Conflict between sources"),
                            ("figure", "Figure quoted"),
                            ("gap", "Not found yet"),
                            ("remark", "Remark"),
                        ],
                        default="remark",
                        max_length=40,
                    ),
                ),
                (
                    "audience",
                    tracker.models.fields.ChoiceField(
                        choices=[("public", "Everyone"), ("staff", "Staff only")],
                        default="public",
                        max_length=40,
                    ),
                ),
                ("text", models.TextField()),
                ("locator", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ["key"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text__regex", "[^\\s\\u00a0\\u200b\\u3000]")),
                        name="note_text_not_blank",
                        violation_error_message="This may not be blank.",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="NoteSubject",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "note",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="subjects",
                        to="tracker.note",
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="note_subjects",
                        to="tracker.recommendation",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="note_subjects",
                        to="tracker.document",
                    ),
                ),
                (
                    "treaty",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="note_subjects",
                        to="tracker.treaty",
                    ),
                ),
                (
                    "treaty_action",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="note_subjects",
                        to="tracker.treatyaction",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="note_subjects",
                        to="tracker.article",
                    ),
                ),
                (
                    "development",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="note_subjects",
                        to="tracker.development",
                    ),
                ),
                (
                    "cycle",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="note_subjects",
                        to="tracker.reviewcycle",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="note_subjects",
                        to="tracker.organisation",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("article__isnull", True),
                                ("cycle__isnull", True),
                                ("development__isnull", True),
                                ("document__isnull", True),
                                ("organisation__isnull", True),
                                ("recommendation__isnull", False),
                                ("treaty__isnull", True),
                                ("treaty_action__isnull", True),
                            ),
                            models.Q(
                                ("article__isnull", True),
                                ("cycle__isnull", True),
                                ("development__isnull", True),
                                ("document__isnull", False),
                                ("organisation__isnull", True),
                                ("recommendation__isnull", True),
                                ("treaty__isnull", True),
                                ("treaty_action__isnull", True),
                            ),
                            models.Q(
                                ("article__isnull", True),
                                ("cycle__isnull", True),
                                ("development__isnull", True),
                                ("document__isnull", True),
                                ("organisation__isnull", True),
                                ("recommendation__isnull", True),
                                ("treaty__isnull", False),
                                ("treaty_action__isnull", True),
                            ),
                            models.Q(
                                ("article__isnull", True),
                                ("cycle__isnull", True),
                                ("development__isnull", True),
                                ("document__isnull", True),
                                ("organisation__isnull", True),
                                ("recommendation__isnull", True),
                                ("treaty__isnull", True),
                                ("treaty_action__isnull", False),
                            ),
                            models.Q(
                                ("article__isnull", False),
                                ("cycle__isnull", True),
                                ("development__isnull", True),
                                ("document__isnull", True),
                                ("organisation__isnull", True),
                                ("recommendation__isnull", True),
                                ("treaty__isnull", True),
                                ("treaty_action__isnull", True),
                            ),
                            models.Q(
                                ("article__isnull", True),
                                ("cycle__isnull", True),
                                ("development__isnull", False),
                                ("document__isnull", True),
                                ("organisation__isnull", True),
                                ("recommendation__isnull", True),
                                ("treaty__isnull", True),
                                ("treaty_action__isnull", True),
                            ),
                            models.Q(
                                ("article__isnull", True),
                                ("cycle__isnull", False),
                                ("development__isnull", True),
                                ("document__isnull", True),
                                ("organisation__isnull", True),
                                ("recommendation__isnull", True),
                                ("treaty__isnull", True),
                                ("treaty_action__isnull", True),
                            ),
                            models.Q(
                                ("article__isnull", True),
                                ("cycle__isnull", True),
                                ("development__isnull", True),
                                ("document__isnull", True),
                                ("organisation__isnull", False),
                                ("recommendation__isnull", True),
                                ("treaty__isnull", True),
                                ("treaty_action__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="note_subject_is_one",
                        violation_error_message="A note stands beside one record at a time.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("recommendation__isnull", False)),
                        fields=("note", "recommendation"),
                        name="note_once_beside_recommendation",
                        violation_error_message="The note stands beside it already.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("document__isnull", False)),
                        fields=("note", "document"),
                        name="note_once_beside_document",
                        violation_error_message="The note stands beside it already.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("treaty__isnull", False)),
                        fields=("note", "treaty"),
                        name="note_once_beside_treaty",
                        violation_error_message="The note stands beside it already.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("treaty_action__isnull", False)),
                        fields=("note", "treaty_action"),
                        name="note_once_beside_treaty_action",
                        violation_error_message="The note stands beside it already.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("article__isnull", False)),
                        fields=("note", "article"),
                        name="note_once_beside_article",
                        violation_error_message="The note stands beside it already.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("development__isnull", False)),
                        fields=("note", "development"),
                        name="note_once_beside_development",
                        violation_error_message="The note stands beside it already.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("cycle__isnull", False)),
                        fields=("note", "cycle"),
                        name="note_once_beside_cycle",
                        violation_error_message="The note stands beside it already.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("organisation__isnull", False)),
                        fields=("note", "organisation"),
                        name="note_once_beside_organisation",
                        violation_error_message="The note stands beside it already.",
                    ),
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="NoteSource",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "note",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="tracker.note",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tracker.document",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("note", "document"), name="notesource_once")
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Synonym",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.SlugField(unique=True)),
                (
                    "en",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "ko",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "zh",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
            ],
            options={
                "ordering": ["key"],
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="TreatyEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.treaty",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "code",
                    models.SlugField(
                        db_index=False, help_text="Its name in addresses; never changes."
                    ),
                ),
                (
                    "kind",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("treaty", "Treaty"),
                            ("protocol", "Protocol"),
                            ("bilateral", "Bilateral agreement"),
                            ("declaration", "Declaration"),
                        ],
                        default="treaty",
                        max_length=40,
                    ),
                ),
                ("short_name", models.CharField(max_length=60)),
                ("title", models.CharField(max_length=300)),
                (
                    "aliases",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "adopted_on",
                    tracker.models.fields.PartialDateField(
                        blank=True, null=True, verbose_name="adopted"
                    ),
                ),
                (
                    "in_force_on",
                    tracker.models.fields.PartialDateField(
                        blank=True, null=True, verbose_name="in force"
                    ),
                ),
                (
                    "series_reference",
                    models.CharField(
                        blank=True,
                        help_text="e.g. 189 UNTS 137",
                        max_length=60,
                        verbose_name="treaty series",
                    ),
                ),
                (
                    "has_official_headings",
                    models.BooleanField(
                        default=False,
                        help_text="Whether its articles carry headings in the authentic text.",
                    ),
                ),
                (
                    "certainty",
                    tracker.models.certainty.CertaintyField(default="seen", max_length=40),
                ),
                ("sort_order", models.PositiveSmallIntegerField(default=100)),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="TreatyActionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.treatyaction",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("key", models.SlugField(db_index=False, max_length=80)),
                (
                    "treaty",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.treaty",
                    ),
                ),
                (
                    "kind",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("signature", "Signature"),
                            ("approval", "Decision of the legislature"),
                            ("ratification", "Ratification"),
                            ("accession", "Accession"),
                            ("entry-into-force", "Entry into force for China"),
                            ("reservation", "Reservation"),
                            ("declaration", "Declaration"),
                            ("territory", "Territorial application"),
                            ("conclusion", "Conclusion"),
                            ("renewal", "Renewal"),
                            ("not-party", "Not a party"),
                        ],
                        max_length=40,
                    ),
                ),
                (
                    "done_on",
                    tracker.models.fields.PartialDateField(
                        blank=True, null=True, verbose_name="date"
                    ),
                ),
                (
                    "article",
                    models.CharField(
                        blank=True, help_text="e.g. 29(1)", max_length=30, verbose_name="provision"
                    ),
                ),
                ("note", models.TextField(blank=True)),
                (
                    "certainty",
                    tracker.models.certainty.CertaintyField(default="seen", max_length=40),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="ArticleEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.article",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "treaty",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.treaty",
                    ),
                ),
                ("number", models.CharField(blank=True, max_length=20)),
                ("slug", models.SlugField(blank=True, db_index=False, max_length=30)),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.article",
                    ),
                ),
                (
                    "order",
                    models.CharField(blank=True, db_collation="C", editable=False, max_length=60),
                ),
                ("subject", models.CharField(blank=True, max_length=300)),
                (
                    "is_heading",
                    models.BooleanField(
                        default=False,
                        help_text="Otherwise the words are ours: the treaty gives its articles no headings.",
                        verbose_name="subject is the official heading",
                    ),
                ),
                (
                    "relevance",
                    models.CharField(blank=True, help_text="Why it matters here.", max_length=300),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="OrganisationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.organisation",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "slug",
                    models.SlugField(
                        db_index=False, help_text="Its name in addresses; never changes."
                    ),
                ),
                (
                    "kind",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("ngo", "Non-governmental organisation"),
                            ("coalition", "Coalition"),
                            ("un-body", "UN body"),
                            ("state", "State"),
                            ("public-body", "Public body of a State"),
                            ("media", "Media"),
                            ("editors", "Editors of this tracker"),
                        ],
                        max_length=40,
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("acronym", models.CharField(blank=True, max_length=30)),
                (
                    "aliases",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "country",
                    models.CharField(blank=True, help_text="Country of its seat.", max_length=100),
                ),
                (
                    "founded_on",
                    tracker.models.fields.PartialDateField(
                        blank=True, null=True, verbose_name="founded"
                    ),
                ),
                (
                    "ecosoc_status",
                    tracker.models.fields.ChoiceField(
                        blank=True,
                        choices=[
                            ("", "Not stated"),
                            ("special", "Special consultative status"),
                            ("general", "General consultative status"),
                            ("roster", "Roster"),
                        ],
                        default="",
                        max_length=40,
                        verbose_name="ECOSOC status",
                    ),
                ),
                (
                    "ecosoc_since",
                    tracker.models.fields.PartialDateField(
                        blank=True, null=True, verbose_name="ECOSOC status since"
                    ),
                ),
                ("website", tracker.models.fields.WebAddressField()),
                (
                    "regional_group",
                    tracker.models.fields.ChoiceField(
                        blank=True,
                        choices=[
                            ("african", "African States"),
                            ("asia-pacific", "Asia-Pacific States"),
                            ("eastern-european", "Eastern European States"),
                            ("grulac", "Latin American and Caribbean States"),
                            ("weog", "Western European and other States"),
                        ],
                        max_length=40,
                    ),
                ),
                ("description", models.TextField(blank=True)),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="OrganisationMemberEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.organisationmember",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "coalition",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.organisation",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.organisation",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="MechanismEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.mechanism",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("code", models.SlugField(db_index=False)),
                ("name", models.CharField(max_length=150)),
                ("short_name", models.CharField(max_length=60)),
                (
                    "kind",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("upr", "Universal Periodic Review"),
                            ("treaty-body", "Treaty body"),
                            ("special-procedure", "Special procedures"),
                            ("inquiry", "Commission of inquiry"),
                            ("political-body", "Political body"),
                            ("communications", "Communications procedure"),
                        ],
                        max_length=40,
                    ),
                ),
                (
                    "treaty",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The treaty whose observance it monitors.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.treaty",
                    ),
                ),
                (
                    "expects_reply",
                    models.BooleanField(
                        default=False,
                        help_text="Whether the procedure asks the State to take a position on each item.",
                    ),
                ),
                ("description", models.TextField(blank=True)),
                ("sort_order", models.PositiveSmallIntegerField(default=100)),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="ReviewCycleEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.reviewcycle",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("slug", models.SlugField(db_index=False)),
                (
                    "mechanism",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.mechanism",
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                (
                    "number",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="The cycle or the report's number, where it has one.",
                        null=True,
                    ),
                ),
                (
                    "session",
                    models.CharField(blank=True, help_text="e.g. 45th session", max_length=60),
                ),
                (
                    "meetings",
                    models.CharField(
                        blank=True, help_text="e.g. 1977th-1978th meetings", max_length=100
                    ),
                ),
                ("session_from", tracker.models.fields.PartialDateField(blank=True, null=True)),
                ("session_until", tracker.models.fields.PartialDateField(blank=True, null=True)),
                (
                    "reviewed_on",
                    tracker.models.fields.PartialDateField(
                        blank=True, null=True, verbose_name="reviewed"
                    ),
                ),
                ("reviewed_until", tracker.models.fields.PartialDateField(blank=True, null=True)),
                (
                    "report_adopted_on",
                    tracker.models.fields.PartialDateField(
                        blank=True, null=True, verbose_name="report adopted"
                    ),
                ),
                (
                    "replies_published_on",
                    tracker.models.fields.PartialDateField(
                        blank=True, null=True, verbose_name="China's replies published"
                    ),
                ),
                (
                    "outcome_adopted_on",
                    tracker.models.fields.PartialDateField(
                        blank=True, null=True, verbose_name="outcome adopted"
                    ),
                ),
                ("outcome_symbol", models.CharField(blank=True, max_length=100)),
                (
                    "certainty",
                    tracker.models.certainty.CertaintyField(default="seen", max_length=40),
                ),
                (
                    "is_public",
                    models.BooleanField(
                        default=False,
                        editable=False,
                        help_text="It came with the fixtures, or something published has named it.",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="OfficialTotalEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.officialtotal",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "cycle",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.reviewcycle",
                    ),
                ),
                (
                    "basis",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("un-numbering", "as the UN numbers them"),
                            (
                                "per-state",
                                "one for each recommending State, multi-part items split",
                            ),
                        ],
                        max_length=40,
                    ),
                ),
                (
                    "category",
                    models.CharField(
                        help_text="China's own word; “all” for the total.", max_length=60
                    ),
                ),
                (
                    "part_of",
                    models.CharField(
                        blank=True, help_text="The category it is within.", max_length=60
                    ),
                ),
                ("count", models.PositiveSmallIntegerField()),
                (
                    "source",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.document",
                    ),
                ),
                (
                    "certainty",
                    tracker.models.certainty.CertaintyField(default="seen", max_length=40),
                ),
                ("order", models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="MilestoneEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.milestone",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("key", models.SlugField(db_index=False, max_length=80)),
                (
                    "mechanism",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.mechanism",
                    ),
                ),
                (
                    "cycle",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.reviewcycle",
                    ),
                ),
                (
                    "kind",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("submission-due", "NGO submissions due"),
                            ("review", "Review"),
                            ("replies-due", "Replies of the State due"),
                            ("report-due", "State report due"),
                            ("follow-up-due", "Follow-up due"),
                            ("mid-term-report", "Mid-term report"),
                            ("adoption", "Adoption of the outcome"),
                            ("next-review", "Next review"),
                            ("renewal", "Renewal of an agreement"),
                        ],
                        max_length=40,
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                (
                    "due_on",
                    tracker.models.fields.PartialDateField(
                        blank=True, null=True, verbose_name="due"
                    ),
                ),
                ("due_until", tracker.models.fields.PartialDateField(blank=True, null=True)),
                (
                    "done_on",
                    tracker.models.fields.PartialDateField(
                        blank=True, null=True, verbose_name="done"
                    ),
                ),
                (
                    "is_expected",
                    models.BooleanField(
                        default=False, help_text="Worked out by us, confirmed by no calendar."
                    ),
                ),
                (
                    "certainty",
                    tracker.models.certainty.CertaintyField(default="seen", max_length=40),
                ),
                ("note", models.TextField(blank=True)),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="DocumentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.document",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("slug", models.SlugField(db_index=False, max_length=80)),
                (
                    "kind",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("ngo-submission", "NGO submission"),
                            ("ngo-report", "NGO report or statement"),
                            ("concluding-observations", "Concluding observations"),
                            ("working-group-report", "UPR Working Group report"),
                            ("addendum", "Addendum: replies of the State under review"),
                            ("upr-input", "Other UPR document: compilation, advance questions"),
                            ("inquiry-report", "Commission of inquiry report"),
                            ("communication", "Communication of special procedures"),
                            ("special-procedure-report", "Report of a special procedure"),
                            ("resolution", "Resolution"),
                            ("summary-record", "Summary record or webcast of a meeting"),
                            ("un-other", "Other UN document"),
                            ("state-report", "Report of the State under review"),
                            ("statement", "Statement of a government"),
                            ("treaty-text", "Treaty text or treaty status"),
                            ("law", "Law"),
                            ("official-other", "Other official document of a State"),
                            ("state-media", "State media"),
                            ("press", "Press report"),
                            ("data-set", "Data set"),
                            ("research", "Research or secondary source"),
                        ],
                        max_length=40,
                    ),
                ),
                ("title", models.CharField(max_length=300)),
                (
                    "symbol",
                    models.CharField(blank=True, help_text="UN document symbol", max_length=60),
                ),
                (
                    "cycle",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.reviewcycle",
                    ),
                ),
                (
                    "published_on",
                    tracker.models.fields.PartialDateField(
                        blank=True, null=True, verbose_name="published"
                    ),
                ),
                (
                    "submitted_on",
                    tracker.models.fields.PartialDateField(
                        blank=True, null=True, verbose_name="submitted"
                    ),
                ),
                ("language", tracker.models.fields.LanguageField(default="en", max_length=40)),
                ("url", tracker.models.fields.WebAddressField(verbose_name="address")),
                (
                    "archived_url",
                    tracker.models.fields.WebAddressField(verbose_name="archived copy"),
                ),
                (
                    "sha256",
                    models.CharField(
                        blank=True,
                        max_length=64,
                        validators=[
                            django.core.validators.RegexValidator("^[0-9a-f]{64}$", "64 hex digits")
                        ],
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        blank=True,
                        help_text="Its key in the table it was taken from.",
                        max_length=60,
                    ),
                ),
                (
                    "derived_from",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="A document whose passages this one re-uses: not an independent source.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.document",
                    ),
                ),
                (
                    "certainty",
                    tracker.models.certainty.CertaintyField(default="seen", max_length=40),
                ),
                (
                    "description",
                    models.TextField(blank=True, help_text="What it is, in our words."),
                ),
                (
                    "is_public",
                    models.BooleanField(
                        default=False,
                        editable=False,
                        help_text="It came with the fixtures, or something published has named it.",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="CitationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.citation",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "document",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.document",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.article",
                    ),
                ),
                (
                    "basis",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("explicit", "names the article"),
                            ("instrument", "names the instrument"),
                            ("inferred", "describes the rule without its number"),
                        ],
                        max_length=40,
                    ),
                ),
                ("locator", models.CharField(blank=True, max_length=120)),
                ("note", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="DocumentAuthorEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.documentauthor",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "document",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.document",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.organisation",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="TreatyActionSourceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.treatyactionsource",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "treaty_action",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.treatyaction",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.document",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="MilestoneSourceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.milestonesource",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "milestone",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.milestone",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.document",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="DevelopmentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.development",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "state",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("draft", "Draft"),
                            ("in-review", "In review"),
                            ("published", "Published"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=40,
                    ),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("submitted_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "submitted_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("approved_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("withdrawn_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("withdrawn_reason", models.TextField(blank=True, editable=False)),
                ("returned_reason", models.TextField(blank=True, editable=False)),
                ("slug", models.SlugField(db_index=False, max_length=80)),
                ("origin", models.CharField(blank=True, max_length=60)),
                (
                    "kind",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("statement", "Statement of China"),
                            ("position", "Standing position"),
                            ("law", "Law"),
                            ("treaty-act", "Treaty act"),
                            ("practice", "Practice"),
                            ("event", "Reported event"),
                            ("finding", "UN finding"),
                            ("third-party-finding", "Finding of another State or NGO"),
                            ("un-action", "UN action"),
                            ("ngo-action", "NGO action"),
                        ],
                        max_length=40,
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("summary", models.TextField()),
                (
                    "happened_on",
                    tracker.models.fields.PartialDateField(
                        blank=True, null=True, verbose_name="date"
                    ),
                ),
                (
                    "happened_until",
                    tracker.models.fields.PartialDateField(
                        blank=True, null=True, verbose_name="until"
                    ),
                ),
                (
                    "forum",
                    models.CharField(
                        blank=True, help_text="Where it was said or done.", max_length=150
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.document",
                    ),
                ),
                ("locator", models.CharField(blank=True, max_length=150)),
                (
                    "certainty",
                    tracker.models.certainty.CertaintyField(default="seen", max_length=40),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="DevelopmentSourceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.developmentsource",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "development",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.development",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.document",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="ResponseEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.response",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "state",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("draft", "Draft"),
                            ("in-review", "In review"),
                            ("published", "Published"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=40,
                    ),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("submitted_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "submitted_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("approved_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("withdrawn_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("withdrawn_reason", models.TextField(blank=True, editable=False)),
                ("returned_reason", models.TextField(blank=True, editable=False)),
                (
                    "key",
                    models.SlugField(
                        db_index=False,
                        default=tracker.models.responses.new_key,
                        editable=False,
                        max_length=80,
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.recommendation",
                    ),
                ),
                (
                    "position",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("accepted", "Accepted"),
                            (
                                "already-implemented",
                                "Accepted, already implemented (China’s claim)",
                            ),
                            ("being-implemented", "Accepted, being implemented (China’s claim)"),
                            ("partly-accepted", "Partly accepted"),
                            ("noted", "Noted"),
                            ("not-accepted", "Not accepted"),
                            ("pending", "Pending"),
                            ("no-reply", "No reply"),
                        ],
                        max_length=40,
                    ),
                ),
                (
                    "category_as_stated",
                    models.CharField(
                        blank=True,
                        help_text="As the reply prints it, e.g. “accepted and being implemented”.",
                        max_length=100,
                        verbose_name="China's own category",
                    ),
                ),
                ("words", models.TextField(blank=True, verbose_name="what China said")),
                (
                    "words_kind",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("official", "Official text"),
                            ("paraphrase", "Our paraphrase"),
                            ("translation", "Translation"),
                        ],
                        default="paraphrase",
                        max_length=40,
                    ),
                ),
                ("language", tracker.models.fields.LanguageField(default="en", max_length=40)),
                ("responded_on", tracker.models.fields.PartialDateField(verbose_name="answered")),
                (
                    "document",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.document",
                    ),
                ),
                ("locator", models.CharField(blank=True, max_length=150)),
                (
                    "cycle",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.reviewcycle",
                    ),
                ),
                (
                    "certainty",
                    tracker.models.certainty.CertaintyField(default="seen", max_length=40),
                ),
                (
                    "supersedes",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        help_text="The row that this one corrects.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.response",
                    ),
                ),
                (
                    "supersedes_reason",
                    models.TextField(blank=True, verbose_name="why it is corrected"),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="AssessmentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.assessment",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "state",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("draft", "Draft"),
                            ("in-review", "In review"),
                            ("published", "Published"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=40,
                    ),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("submitted_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "submitted_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("approved_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("withdrawn_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("withdrawn_reason", models.TextField(blank=True, editable=False)),
                ("returned_reason", models.TextField(blank=True, editable=False)),
                (
                    "key",
                    models.SlugField(
                        db_index=False,
                        default=tracker.models.responses.new_key,
                        editable=False,
                        max_length=80,
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.recommendation",
                    ),
                ),
                (
                    "status",
                    tracker.models.fields.ChoiceField(
                        blank=True,
                        choices=[
                            ("A", "A Largely implemented"),
                            ("B", "B Partly implemented"),
                            ("C", "C Not implemented"),
                            ("D", "D No information given"),
                            ("E", "E Measures contrary to it"),
                        ],
                        max_length=40,
                    ),
                ),
                ("as_of", tracker.models.fields.PartialDateField(verbose_name="true from")),
                (
                    "assessor",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.organisation",
                    ),
                ),
                (
                    "scale",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("tracker-1", "This tracker’s scale, version 1"),
                            (
                                "ccpr-follow-up-2016",
                                "Human Rights Committee follow-up grades (2016)",
                            ),
                            ("cat-follow-up", "Committee against Torture follow-up grades"),
                            ("cedaw-follow-up", "CEDAW Committee follow-up grades"),
                            ("other", "Another scale, named in the grade"),
                        ],
                        default="tracker-1",
                        max_length=40,
                    ),
                ),
                (
                    "grade_as_given",
                    models.CharField(
                        blank=True,
                        help_text="Another body's grade, in its own words.",
                        max_length=200,
                    ),
                ),
                ("rationale", models.TextField()),
                (
                    "supersedes",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        help_text="The row that this one corrects.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.assessment",
                    ),
                ),
                (
                    "supersedes_reason",
                    models.TextField(blank=True, verbose_name="why it is corrected"),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="EvidenceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.evidence",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "assessment",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.assessment",
                    ),
                ),
                (
                    "development",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.development",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.document",
                    ),
                ),
                (
                    "response",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.response",
                    ),
                ),
                ("locator", models.CharField(blank=True, max_length=150)),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="RelationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.relation",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "from_recommendation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.recommendation",
                    ),
                ),
                (
                    "to_recommendation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.recommendation",
                    ),
                ),
                (
                    "kind",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("takes-up", "takes up"),
                            ("repeats", "repeats"),
                            ("part-of", "is part of"),
                        ],
                        max_length=40,
                    ),
                ),
                (
                    "closeness",
                    tracker.models.fields.ChoiceField(
                        blank=True,
                        choices=[
                            ("", "Not rated"),
                            ("verbatim", "Verbatim"),
                            ("close", "Close"),
                            ("partial", "Partial"),
                            ("theme", "Same theme"),
                        ],
                        max_length=40,
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300)),
                (
                    "certainty",
                    tracker.models.certainty.CertaintyField(default="seen", max_length=40),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="ThemeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.theme",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("code", models.SlugField(db_index=False)),
                ("name", models.CharField(max_length=120)),
                (
                    "aliases",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("description", models.CharField(blank=True, max_length=300)),
                ("sort_order", models.PositiveSmallIntegerField(default=100)),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="AffectedGroupEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.affectedgroup",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("code", models.SlugField(db_index=False)),
                ("name", models.CharField(max_length=120)),
                (
                    "aliases",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("sort_order", models.PositiveSmallIntegerField(default=100)),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="RecommendationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.recommendation",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "state",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("draft", "Draft"),
                            ("in-review", "In review"),
                            ("published", "Published"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=40,
                    ),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("submitted_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "submitted_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("approved_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("withdrawn_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("withdrawn_reason", models.TextField(blank=True, editable=False)),
                ("returned_reason", models.TextField(blank=True, editable=False)),
                (
                    "reference",
                    models.CharField(
                        default=tracker.models.recommendations.draft_reference,
                        editable=False,
                        help_text="R-0457 once published, and never changed after that.",
                        max_length=20,
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        blank=True,
                        help_text="Its key in the source or table it was taken from.",
                        max_length=60,
                    ),
                ),
                (
                    "kind",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("recommendation", "Recommendation"),
                            ("question", "Question"),
                            ("request", "Request in running text"),
                            ("concern", "Concern"),
                        ],
                        max_length=40,
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.document",
                    ),
                ),
                (
                    "locator",
                    models.CharField(
                        blank=True, help_text="Paragraph, item or page.", max_length=150
                    ),
                ),
                (
                    "cycle",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.reviewcycle",
                    ),
                ),
                (
                    "addressed_to",
                    models.ForeignKey(
                        db_constraint=False,
                        help_text="China, unless the document asks someone else.",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.organisation",
                    ),
                ),
                ("made_on", tracker.models.fields.PartialDateField(verbose_name="made")),
                ("title", models.CharField(max_length=160)),
                ("text", models.TextField()),
                (
                    "text_kind",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("official", "Official text"),
                            ("paraphrase", "Our paraphrase"),
                            ("translation", "Translation"),
                        ],
                        default="paraphrase",
                        max_length=40,
                    ),
                ),
                ("language", tracker.models.fields.LanguageField(default="en", max_length=40)),
                (
                    "action_strength",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="1 minimal to 5 specific action, UPR Info's scale.",
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                    ),
                ),
                (
                    "names_north_koreans",
                    models.BooleanField(default=True, verbose_name="names North Koreans"),
                ),
                (
                    "expects_reply",
                    models.BooleanField(
                        default=False,
                        help_text="Whether the procedure asks the State to take a position on it.",
                    ),
                ),
                (
                    "certainty",
                    tracker.models.certainty.CertaintyField(default="seen", max_length=40),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="RecommendationMakerEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.recommendationmaker",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "recommendation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.recommendation",
                    ),
                ),
                (
                    "maker",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.organisation",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="RecommendationThemeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.recommendationtheme",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "recommendation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.recommendation",
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.theme",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="RecommendationGroupEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.recommendationgroup",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "recommendation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.recommendation",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.affectedgroup",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="DevelopmentRecommendationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.developmentrecommendation",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "development",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.development",
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.recommendation",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="AmendmentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.amendment",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "state",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("draft", "Draft"),
                            ("in-review", "In review"),
                            ("published", "Published"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=40,
                    ),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("submitted_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "submitted_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("approved_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("withdrawn_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("withdrawn_reason", models.TextField(blank=True, editable=False)),
                ("returned_reason", models.TextField(blank=True, editable=False)),
                (
                    "key",
                    models.SlugField(
                        db_index=False,
                        default=tracker.models.responses.new_key,
                        editable=False,
                        max_length=80,
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.recommendation",
                    ),
                ),
                ("base_version", models.PositiveIntegerField()),
                ("changes", models.JSONField()),
                ("reason", models.TextField()),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="InvocationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.invocation",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "recommendation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.recommendation",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.article",
                    ),
                ),
                (
                    "basis",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("explicit", "Explicit: the ask names it"),
                            ("section", "Section: the governing heading names it"),
                            ("inferred", "Inferred: our reading"),
                        ],
                        max_length=40,
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="NormEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.norm",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("slug", models.SlugField(db_index=False)),
                ("name", models.CharField(max_length=100)),
                ("description", models.TextField()),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="NormArticleEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.normarticle",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "norm",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.norm",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.article",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="NoteEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.note",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "key",
                    models.SlugField(
                        db_index=False, default=tracker.models.responses.new_key, max_length=80
                    ),
                ),
                (
                    "kind",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("error", "Error in the source"),
                            ("inconsistency", "Sources differ"),
                            ("conflict", "Conflict between sources"),
                            ("figure", "Figure quoted"),
                            ("gap", "Not found yet"),
                            ("remark", "Remark"),
                        ],
                        default="remark",
                        max_length=40,
                    ),
                ),
                (
                    "audience",
                    tracker.models.fields.ChoiceField(
                        choices=[("public", "Everyone"), ("staff", "Staff only")],
                        default="public",
                        max_length=40,
                    ),
                ),
                ("text", models.TextField()),
                ("locator", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="NoteSubjectEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.notesubject",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "note",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.note",
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.recommendation",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.document",
                    ),
                ),
                (
                    "treaty",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.treaty",
                    ),
                ),
                (
                    "treaty_action",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.treatyaction",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.article",
                    ),
                ),
                (
                    "development",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.development",
                    ),
                ),
                (
                    "cycle",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.reviewcycle",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.organisation",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="NoteSourceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.notesource",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "note",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.note",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.document",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="SynonymEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.synonym",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("key", models.SlugField(db_index=False)),
                (
                    "en",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "ko",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "zh",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="UserEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("email", models.EmailField(max_length=254, verbose_name="e-mail address")),
                ("name", models.CharField(blank=True, max_length=150)),
                (
                    "role",
                    tracker.models.fields.ChoiceField(
                        choices=[
                            ("none", "No access"),
                            ("contributor", "Contributor"),
                            ("coordinator", "Coordinator"),
                            ("administrator", "Administrator"),
                        ],
                        default="none",
                        max_length=40,
                    ),
                ),
                ("is_active", models.BooleanField(default=True)),
                (
                    "is_system",
                    models.BooleanField(
                        default=False,
                        help_text="Not a person: the account that loads the fixtures.",
                    ),
                ),
                (
                    "joined_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.AddField(
            model_name="treatyaction",
            name="sources",
            field=models.ManyToManyField(
                blank=True,
                related_name="treaty_actions",
                through="tracker.TreatyActionSource",
                to="tracker.document",
            ),
        ),
        migrations.AddField(
            model_name="organisation",
            name="members",
            field=models.ManyToManyField(
                blank=True,
                related_name="member_of",
                through="tracker.OrganisationMember",
                through_fields=("coalition", "member"),
                to="tracker.organisation",
            ),
        ),
        migrations.AddField(
            model_name="document",
            name="authors",
            field=models.ManyToManyField(
                blank=True,
                related_name="documents",
                through="tracker.DocumentAuthor",
                to="tracker.organisation",
            ),
        ),
        migrations.AddField(
            model_name="milestone",
            name="sources",
            field=models.ManyToManyField(
                blank=True,
                related_name="milestones",
                through="tracker.MilestoneSource",
                to="tracker.document",
            ),
        ),
        migrations.AddField(
            model_name="development",
            name="sources",
            field=models.ManyToManyField(
                blank=True,
                related_name="more_developments",
                through="tracker.DevelopmentSource",
                to="tracker.document",
            ),
        ),
        migrations.AddField(
            model_name="development",
            name="recommendations",
            field=models.ManyToManyField(
                blank=True,
                related_name="developments",
                through="tracker.DevelopmentRecommendation",
                to="tracker.recommendation",
            ),
        ),
        migrations.AddField(
            model_name="recommendation",
            name="made_by",
            field=models.ManyToManyField(
                related_name="recommendations",
                through="tracker.RecommendationMaker",
                to="tracker.organisation",
            ),
        ),
        migrations.AddField(
            model_name="recommendation",
            name="themes",
            field=models.ManyToManyField(
                blank=True,
                related_name="recommendations",
                through="tracker.RecommendationTheme",
                to="tracker.theme",
            ),
        ),
        migrations.AddField(
            model_name="recommendation",
            name="affected_groups",
            field=models.ManyToManyField(
                blank=True,
                related_name="recommendations",
                through="tracker.RecommendationGroup",
                to="tracker.affectedgroup",
            ),
        ),
        migrations.AddField(
            model_name="norm",
            name="articles",
            field=models.ManyToManyField(
                blank=True,
                related_name="norms",
                through="tracker.NormArticle",
                to="tracker.article",
            ),
        ),
        migrations.AddField(
            model_name="note",
            name="sources",
            field=models.ManyToManyField(
                blank=True,
                related_name="notes_from",
                through="tracker.NoteSource",
                to="tracker.document",
            ),
        ),
        AddTrigger(
            model_name="treaty",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="d06e36a5c0d659d127f87e532ae0fcb173cfb02a",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_98ba9",
                    table="tracker_treaty",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="treaty",
            trigger=pgtrigger.compiler.Trigger(
                name="note_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM new_values WHERE TRUE))); END IF; RETURN NULL;",
                    hash="43f5e94c3f9f86c12ffd901c644f055ca0e969df",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_note_insert_dfc6a",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_treaty",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="treaty",
            trigger=pgtrigger.compiler.Trigger(
                name="note_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, EXISTS (SELECT 1 FROM old_values JOIN new_values USING (id) WHERE old_values."code" IS DISTINCT FROM new_values."code"), (EXISTS (SELECT 1 FROM old_values WHERE TRUE) OR EXISTS (SELECT 1 FROM new_values WHERE TRUE))); END IF; RETURN NULL;',
                    hash="38a35904e691e9a1bd56785a5c8828191e732afd",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_note_update_36887",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_treaty",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="treaty",
            trigger=pgtrigger.compiler.Trigger(
                name="note_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM old_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM old_values WHERE TRUE))); END IF; RETURN NULL;",
                    hash="2e762053171be1b5ab313a4172667c21e202231d",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_note_delete_43878",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_treaty",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="treaty",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_treatyevent" ("adopted_on", "aliases", "certainty", "code", "has_official_headings", "id", "in_force_on", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "series_reference", "short_name", "sort_order", "title") SELECT new_values."adopted_on", new_values."aliases", new_values."certainty", new_values."code", new_values."has_official_headings", new_values."id", new_values."in_force_on", new_values."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."series_reference", new_values."short_name", new_values."sort_order", new_values."title" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="b4c1526ced78a5e9f94e89d132d32000161578a6",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_dab82",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_treaty",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="treaty",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_treatyevent" ("adopted_on", "aliases", "certainty", "code", "has_official_headings", "id", "in_force_on", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "series_reference", "short_name", "sort_order", "title") SELECT new_values."adopted_on", new_values."aliases", new_values."certainty", new_values."code", new_values."has_official_headings", new_values."id", new_values."in_force_on", new_values."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."series_reference", new_values."short_name", new_values."sort_order", new_values."title" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="6a2b9798a229fd77198a8f1ca512662e624d9d5e",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_bea6b",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_treaty",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="treaty",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_treatyevent" ("adopted_on", "aliases", "certainty", "code", "has_official_headings", "id", "in_force_on", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "series_reference", "short_name", "sort_order", "title") SELECT old_values."adopted_on", old_values."aliases", old_values."certainty", old_values."code", old_values."has_official_headings", old_values."id", old_values."in_force_on", old_values."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."series_reference", old_values."short_name", old_values."sort_order", old_values."title" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="37011058cb299fbab86ac32580c27b0a5456e540",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_75523",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_treaty",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="treatyaction",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="b581bfa25c956183ceff6f78a7aa6e0d95997581",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_76479",
                    table="tracker_treatyaction",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="treatyaction",
            trigger=pgtrigger.compiler.Trigger(
                name="note_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM new_values WHERE TRUE))); END IF; RETURN NULL;",
                    hash="a875ea95873d880d99f9fdc971fdf58947f39089",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_note_insert_7635f",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_treatyaction",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="treatyaction",
            trigger=pgtrigger.compiler.Trigger(
                name="note_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM old_values WHERE TRUE) OR EXISTS (SELECT 1 FROM new_values WHERE TRUE))); END IF; RETURN NULL;",
                    hash="0d6518638189fd95c6081d60421fcc94a08a844a",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_note_update_74b7a",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_treatyaction",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="treatyaction",
            trigger=pgtrigger.compiler.Trigger(
                name="note_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM old_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM old_values WHERE TRUE))); END IF; RETURN NULL;",
                    hash="054a956de1ad3bc6800bfd99c2fa5c34dafbfef4",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_note_delete_23378",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_treatyaction",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="treatyaction",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_treatyactionevent" ("article", "certainty", "done_on", "id", "key", "kind", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "treaty_id") SELECT new_values."article", new_values."certainty", new_values."done_on", new_values."id", new_values."key", new_values."kind", new_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."treaty_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="81a3afa89b714d860c69496d3e7818cf2d55fec8",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_23ca1",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_treatyaction",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="treatyaction",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_treatyactionevent" ("article", "certainty", "done_on", "id", "key", "kind", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "treaty_id") SELECT new_values."article", new_values."certainty", new_values."done_on", new_values."id", new_values."key", new_values."kind", new_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."treaty_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="295202743fc8858a514d39d544bd940337ec0e2e",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7a484",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_treatyaction",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="treatyaction",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_treatyactionevent" ("article", "certainty", "done_on", "id", "key", "kind", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "treaty_id") SELECT old_values."article", old_values."certainty", old_values."done_on", old_values."id", old_values."key", old_values."kind", old_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."treaty_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="5546006cfe737e8d26f0e91095f82cd17250ade3",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_2012d",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_treatyaction",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="article",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="b4e8462666fa111a13e29cb3557ac5ac4ffc743d",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_cb4ab",
                    table="tracker_article",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="article",
            trigger=pgtrigger.compiler.Trigger(
                name="note_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM new_values WHERE TRUE))); END IF; RETURN NULL;",
                    hash="6414d7bdf014ba910a0829a951d75509a8994cb7",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_note_insert_878f2",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_article",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="article",
            trigger=pgtrigger.compiler.Trigger(
                name="note_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, EXISTS (SELECT 1 FROM old_values JOIN new_values USING (id) WHERE old_values."treaty_id" IS DISTINCT FROM new_values."treaty_id" OR old_values."number" IS DISTINCT FROM new_values."number" OR old_values."slug" IS DISTINCT FROM new_values."slug" OR old_values."parent_id" IS DISTINCT FROM new_values."parent_id"), (EXISTS (SELECT 1 FROM old_values WHERE TRUE) OR EXISTS (SELECT 1 FROM new_values WHERE TRUE))); END IF; RETURN NULL;',
                    hash="cf85cce096b4d1edda71b654bcc8aeb9800a09ab",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_note_update_05065",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_article",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="article",
            trigger=pgtrigger.compiler.Trigger(
                name="note_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM old_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM old_values WHERE TRUE))); END IF; RETURN NULL;",
                    hash="aefe1dc498bee63ba4af742a4726c00c0fba299b",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_note_delete_af7cb",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_article",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="article",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_articleevent" ("id", "is_heading", "number", "order", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relevance", "slug", "subject", "treaty_id") SELECT new_values."id", new_values."is_heading", new_values."number", new_values."order", new_values."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."relevance", new_values."slug", new_values."subject", new_values."treaty_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="e029e0e13811f62ba417f56985bcc35c4229b5b2",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3ee30",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_article",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="article",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_articleevent" ("id", "is_heading", "number", "order", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relevance", "slug", "subject", "treaty_id") SELECT new_values."id", new_values."is_heading", new_values."number", new_values."order", new_values."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."relevance", new_values."slug", new_values."subject", new_values."treaty_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="b7063be5b921e704ca5956e3326619a545247d26",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_98a72",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_article",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="article",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_articleevent" ("id", "is_heading", "number", "order", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relevance", "slug", "subject", "treaty_id") SELECT old_values."id", old_values."is_heading", old_values."number", old_values."order", old_values."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."relevance", old_values."slug", old_values."subject", old_values."treaty_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="48a40ac25b55743a927a8e28c04a68c968a55bab",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_47629",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_article",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="organisation",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="64d69fb3cba3920d327b4729574b9285499b8eed",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_56f38",
                    table="tracker_organisation",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="organisation",
            trigger=pgtrigger.compiler.Trigger(
                name="note_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM new_values WHERE TRUE))); END IF; RETURN NULL;",
                    hash="eb0ef6ed88e3cdcf11710f3f1ccb6bdc3b4f5ef7",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_note_insert_a5140",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_organisation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="organisation",
            trigger=pgtrigger.compiler.Trigger(
                name="note_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, EXISTS (SELECT 1 FROM old_values JOIN new_values USING (id) WHERE old_values."slug" IS DISTINCT FROM new_values."slug" OR old_values."kind" IS DISTINCT FROM new_values."kind" OR old_values."regional_group" IS DISTINCT FROM new_values."regional_group"), (EXISTS (SELECT 1 FROM old_values WHERE TRUE) OR EXISTS (SELECT 1 FROM new_values WHERE TRUE))); END IF; RETURN NULL;',
                    hash="cf2718de714bd48550115db01b29f2a1dc73251e",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_note_update_b6ad6",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_organisation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="organisation",
            trigger=pgtrigger.compiler.Trigger(
                name="note_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM old_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM old_values WHERE TRUE))); END IF; RETURN NULL;",
                    hash="94d5d697ca47a38bc7db2b4e0e21098b914f5cfa",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_note_delete_7a4d8",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_organisation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="organisation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_organisationevent" ("acronym", "aliases", "country", "description", "ecosoc_since", "ecosoc_status", "founded_on", "id", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "regional_group", "slug", "website") SELECT new_values."acronym", new_values."aliases", new_values."country", new_values."description", new_values."ecosoc_since", new_values."ecosoc_status", new_values."founded_on", new_values."id", new_values."kind", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."regional_group", new_values."slug", new_values."website" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="b593144fdcebec15c4e3fdc7bdecaa74d3aeb76a",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f5d03",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_organisation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="organisation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_organisationevent" ("acronym", "aliases", "country", "description", "ecosoc_since", "ecosoc_status", "founded_on", "id", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "regional_group", "slug", "website") SELECT new_values."acronym", new_values."aliases", new_values."country", new_values."description", new_values."ecosoc_since", new_values."ecosoc_status", new_values."founded_on", new_values."id", new_values."kind", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."regional_group", new_values."slug", new_values."website" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="5bb690df2a70046eb8840501f74941f8368f5216",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2a8e7",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_organisation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="organisation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_organisationevent" ("acronym", "aliases", "country", "description", "ecosoc_since", "ecosoc_status", "founded_on", "id", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "regional_group", "slug", "website") SELECT old_values."acronym", old_values."aliases", old_values."country", old_values."description", old_values."ecosoc_since", old_values."ecosoc_status", old_values."founded_on", old_values."id", old_values."kind", old_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."regional_group", old_values."slug", old_values."website" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="540f7bf12255af1ba1fdb21c0ea2bf4702b4ddc8",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1d007",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_organisation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="organisationmember",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="4d8234efb733b5814ce0b2ed65125b5cc1b08414",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_55652",
                    table="tracker_organisationmember",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="organisationmember",
            trigger=pgtrigger.compiler.Trigger(
                name="note_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM new_values WHERE TRUE))); END IF; RETURN NULL;",
                    hash="8bf0d473226aae7b0e0e36cbd677f2c5b8fa982f",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_note_insert_33165",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_organisationmember",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="organisationmember",
            trigger=pgtrigger.compiler.Trigger(
                name="note_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM old_values WHERE TRUE) OR EXISTS (SELECT 1 FROM new_values WHERE TRUE))); END IF; RETURN NULL;",
                    hash="100972b826392ba584efe7d94b8ef36e6d8bae20",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_note_update_2563d",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_organisationmember",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="organisationmember",
            trigger=pgtrigger.compiler.Trigger(
                name="note_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM old_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM old_values WHERE TRUE))); END IF; RETURN NULL;",
                    hash="98bc16cac43a07852eace8d2ac613472445d28f3",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_note_delete_c814f",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_organisationmember",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="organisationmember",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_organisationmemberevent" ("coalition_id", "id", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."coalition_id", new_values."id", new_values."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="3f380d17cb860330a86cc73511e23b8882b800f0",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9dab6",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_organisationmember",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="organisationmember",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_organisationmemberevent" ("coalition_id", "id", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."coalition_id", new_values."id", new_values."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="c865142301d834dfe32ab3cfe2200affc1ec5cf2",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4dcd4",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_organisationmember",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="organisationmember",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_organisationmemberevent" ("coalition_id", "id", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."coalition_id", old_values."id", old_values."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="bc3dd5ee9b394728af01bab599151ea9036d4fb7",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_13165",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_organisationmember",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="mechanism",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="6596baed66ffe2f5a4f18b8162f847bafb06360d",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_e40c5",
                    table="tracker_mechanism",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="mechanism",
            trigger=pgtrigger.compiler.Trigger(
                name="note_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM new_values WHERE TRUE))); END IF; RETURN NULL;",
                    hash="c4bc870d78e788827cd8639b2cfb4b0d69ebc2fb",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_note_insert_0ee76",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_mechanism",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="mechanism",
            trigger=pgtrigger.compiler.Trigger(
                name="note_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, EXISTS (SELECT 1 FROM old_values JOIN new_values USING (id) WHERE old_values."code" IS DISTINCT FROM new_values."code"), (EXISTS (SELECT 1 FROM old_values WHERE TRUE) OR EXISTS (SELECT 1 FROM new_values WHERE TRUE))); END IF; RETURN NULL;',
                    hash="3f4d4e0ce461d7c287fb9af270e2ea09a602ce7d",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_note_update_0efbf",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_mechanism",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="mechanism",
            trigger=pgtrigger.compiler.Trigger(
                name="note_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM old_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM old_values WHERE TRUE))); END IF; RETURN NULL;",
                    hash="00a87ce5d90d8538699e2dc4fc337e2df4aee8ec",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_note_delete_ce5d0",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_mechanism",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="mechanism",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_mechanismevent" ("code", "description", "expects_reply", "id", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "short_name", "sort_order", "treaty_id") SELECT new_values."code", new_values."description", new_values."expects_reply", new_values."id", new_values."kind", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."short_name", new_values."sort_order", new_values."treaty_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="ce79911ccd531fc85bced6f59eb09df1ded08e30",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_03721",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_mechanism",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="mechanism",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_mechanismevent" ("code", "description", "expects_reply", "id", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "short_name", "sort_order", "treaty_id") SELECT new_values."code", new_values."description", new_values."expects_reply", new_values."id", new_values."kind", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."short_name", new_values."sort_order", new_values."treaty_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="203b86f3e6693dd563ca6db61ea139da7bc0db22",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_822c7",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_mechanism",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="mechanism",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_mechanismevent" ("code", "description", "expects_reply", "id", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "short_name", "sort_order", "treaty_id") SELECT old_values."code", old_values."description", old_values."expects_reply", old_values."id", old_values."kind", old_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."short_name", old_values."sort_order", old_values."treaty_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="1baad399d44866425a27b0b0cacfd1723b1f0e54",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_81453",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_mechanism",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="reviewcycle",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="7632c1f0a381a50d3586c4b7cca209311908336d",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_ded01",
                    table="tracker_reviewcycle",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="reviewcycle",
            trigger=pgtrigger.compiler.Trigger(
                name="note_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, TRUE, (EXISTS (SELECT 1 FROM new_values WHERE new_values."is_public"))); END IF; RETURN NULL;',
                    hash="408ece9f917bb5eddc581c3c0f1bd16ae343c8e9",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_note_insert_24d31",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_reviewcycle",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="reviewcycle",
            trigger=pgtrigger.compiler.Trigger(
                name="note_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, EXISTS (SELECT 1 FROM old_values JOIN new_values USING (id) WHERE old_values."slug" IS DISTINCT FROM new_values."slug" OR old_values."mechanism_id" IS DISTINCT FROM new_values."mechanism_id" OR old_values."reviewed_on" IS DISTINCT FROM new_values."reviewed_on"), (EXISTS (SELECT 1 FROM old_values WHERE old_values."is_public") OR EXISTS (SELECT 1 FROM new_values WHERE new_values."is_public"))); END IF; RETURN NULL;',
                    hash="0cfaad8d1629da58cf30ea6c9a384a02b8c69d1d",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_note_update_5dea3",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_reviewcycle",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="reviewcycle",
            trigger=pgtrigger.compiler.Trigger(
                name="note_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM old_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM old_values WHERE old_values."is_public"))); END IF; RETURN NULL;',
                    hash="c857d8ec24f02f3fa56971940c42a331532b7640",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_note_delete_edfe7",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_reviewcycle",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="reviewcycle",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_reviewcycleevent" ("certainty", "id", "is_public", "mechanism_id", "meetings", "name", "number", "outcome_adopted_on", "outcome_symbol", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "replies_published_on", "report_adopted_on", "reviewed_on", "reviewed_until", "session", "session_from", "session_until", "slug") SELECT new_values."certainty", new_values."id", new_values."is_public", new_values."mechanism_id", new_values."meetings", new_values."name", new_values."number", new_values."outcome_adopted_on", new_values."outcome_symbol", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."replies_published_on", new_values."report_adopted_on", new_values."reviewed_on", new_values."reviewed_until", new_values."session", new_values."session_from", new_values."session_until", new_values."slug" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="3948bffe74a0b24dab9b3f3b4bfeb3bd21dd43cd",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3fea8",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_reviewcycle",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="reviewcycle",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_reviewcycleevent" ("certainty", "id", "is_public", "mechanism_id", "meetings", "name", "number", "outcome_adopted_on", "outcome_symbol", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "replies_published_on", "report_adopted_on", "reviewed_on", "reviewed_until", "session", "session_from", "session_until", "slug") SELECT new_values."certainty", new_values."id", new_values."is_public", new_values."mechanism_id", new_values."meetings", new_values."name", new_values."number", new_values."outcome_adopted_on", new_values."outcome_symbol", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."replies_published_on", new_values."report_adopted_on", new_values."reviewed_on", new_values."reviewed_until", new_values."session", new_values."session_from", new_values."session_until", new_values."slug" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="ffbb1f99d366f2e06566095bab1fbd1c2285c3e0",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7bc26",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_reviewcycle",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="reviewcycle",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_reviewcycleevent" ("certainty", "id", "is_public", "mechanism_id", "meetings", "name", "number", "outcome_adopted_on", "outcome_symbol", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "replies_published_on", "report_adopted_on", "reviewed_on", "reviewed_until", "session", "session_from", "session_until", "slug") SELECT old_values."certainty", old_values."id", old_values."is_public", old_values."mechanism_id", old_values."meetings", old_values."name", old_values."number", old_values."outcome_adopted_on", old_values."outcome_symbol", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."replies_published_on", old_values."report_adopted_on", old_values."reviewed_on", old_values."reviewed_until", old_values."session", old_values."session_from", old_values."session_until", old_values."slug" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="0ae598860223abfedb4b8021f1afdf53e4aa3846",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c8647",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_reviewcycle",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="979954b9a57d477b679c57895efcd98b0958f071",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_753e6",
                    table="tracker_document",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="note_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM new_values WHERE new_values."is_public"))); END IF; RETURN NULL;',
                    hash="8b6c9d15d33e7dab4ba3137db17b096726c8e191",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_note_insert_ee065",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_document",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="note_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, EXISTS (SELECT 1 FROM old_values JOIN new_values USING (id) WHERE old_values."kind" IS DISTINCT FROM new_values."kind"), (EXISTS (SELECT 1 FROM old_values WHERE old_values."is_public") OR EXISTS (SELECT 1 FROM new_values WHERE new_values."is_public"))); END IF; RETURN NULL;',
                    hash="21309455a97eb8301943ade4676920ceb0dab3fa",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_note_update_e7707",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_document",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="note_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM old_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM old_values WHERE old_values."is_public"))); END IF; RETURN NULL;',
                    hash="8295cbd37f5b5bc72bac48830c5a5d3468cbc700",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_note_delete_95e30",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_document",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_documentevent" ("archived_url", "certainty", "cycle_id", "derived_from_id", "description", "id", "is_public", "kind", "language", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "sha256", "slug", "submitted_on", "symbol", "title", "url") SELECT new_values."archived_url", new_values."certainty", new_values."cycle_id", new_values."derived_from_id", new_values."description", new_values."id", new_values."is_public", new_values."kind", new_values."language", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."published_on", new_values."sha256", new_values."slug", new_values."submitted_on", new_values."symbol", new_values."title", new_values."url" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="d46b6c700bc3ac6206f52c10a1bf111b289d601c",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_31285",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_document",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_documentevent" ("archived_url", "certainty", "cycle_id", "derived_from_id", "description", "id", "is_public", "kind", "language", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "sha256", "slug", "submitted_on", "symbol", "title", "url") SELECT new_values."archived_url", new_values."certainty", new_values."cycle_id", new_values."derived_from_id", new_values."description", new_values."id", new_values."is_public", new_values."kind", new_values."language", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."published_on", new_values."sha256", new_values."slug", new_values."submitted_on", new_values."symbol", new_values."title", new_values."url" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="343327547c225a467424793b6df4d92a9b68853a",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_33a77",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_document",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="document",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_documentevent" ("archived_url", "certainty", "cycle_id", "derived_from_id", "description", "id", "is_public", "kind", "language", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "sha256", "slug", "submitted_on", "symbol", "title", "url") SELECT old_values."archived_url", old_values."certainty", old_values."cycle_id", old_values."derived_from_id", old_values."description", old_values."id", old_values."is_public", old_values."kind", old_values."language", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."published_on", old_values."sha256", old_values."slug", old_values."submitted_on", old_values."symbol", old_values."title", old_values."url" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="4988d19916350f1850fa7f571bf191ea6dd2e554",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0eb6c",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_document",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="officialtotal",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="5fa1286e106a1fd9dc788b72f8555a4409bb59be",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_38d32",
                    table="tracker_officialtotal",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="officialtotal",
            trigger=pgtrigger.compiler.Trigger(
                name="note_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM new_values WHERE EXISTS (SELECT 1 FROM tracker_reviewcycle other WHERE other.id = new_values."cycle_id" AND other."is_public") AND EXISTS (SELECT 1 FROM tracker_document other WHERE other.id = new_values."source_id" AND other."is_public")))); END IF; RETURN NULL;',
                    hash="a2abcab302c7aea82e98bc8b1beabef42131ec3f",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_note_insert_d6c23",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_officialtotal",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="officialtotal",
            trigger=pgtrigger.compiler.Trigger(
                name="note_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM old_values WHERE EXISTS (SELECT 1 FROM tracker_reviewcycle other WHERE other.id = old_values."cycle_id" AND other."is_public") AND EXISTS (SELECT 1 FROM tracker_document other WHERE other.id = old_values."source_id" AND other."is_public")) OR EXISTS (SELECT 1 FROM new_values WHERE EXISTS (SELECT 1 FROM tracker_reviewcycle other WHERE other.id = new_values."cycle_id" AND other."is_public") AND EXISTS (SELECT 1 FROM tracker_document other WHERE other.id = new_values."source_id" AND other."is_public")))); END IF; RETURN NULL;',
                    hash="76300236ebf564e8e14972d49709ebd2c2231cbb",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_note_update_07233",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_officialtotal",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="officialtotal",
            trigger=pgtrigger.compiler.Trigger(
                name="note_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM old_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM old_values WHERE EXISTS (SELECT 1 FROM tracker_reviewcycle other WHERE other.id = old_values."cycle_id" AND other."is_public") AND EXISTS (SELECT 1 FROM tracker_document other WHERE other.id = old_values."source_id" AND other."is_public")))); END IF; RETURN NULL;',
                    hash="242fc4e5791b4b84e1602f2395020cfa3c4426cc",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_note_delete_9660f",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_officialtotal",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="officialtotal",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_officialtotalevent" ("basis", "category", "certainty", "count", "cycle_id", "id", "order", "part_of", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id") SELECT new_values."basis", new_values."category", new_values."certainty", new_values."count", new_values."cycle_id", new_values."id", new_values."order", new_values."part_of", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."source_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="bfaebd431c5f0ed69872c8ed2bf3fd219867951a",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f3bf8",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_officialtotal",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="officialtotal",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_officialtotalevent" ("basis", "category", "certainty", "count", "cycle_id", "id", "order", "part_of", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id") SELECT new_values."basis", new_values."category", new_values."certainty", new_values."count", new_values."cycle_id", new_values."id", new_values."order", new_values."part_of", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."source_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="9259ec3cb606cf271cd4d6ef16db863022151d30",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3d4b7",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_officialtotal",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="officialtotal",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_officialtotalevent" ("basis", "category", "certainty", "count", "cycle_id", "id", "order", "part_of", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id") SELECT old_values."basis", old_values."category", old_values."certainty", old_values."count", old_values."cycle_id", old_values."id", old_values."order", old_values."part_of", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."source_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="0cfd3a8af575a1a6357b6a644da00e8cca335a6d",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_024d6",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_officialtotal",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="milestone",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="a7fb0d89c798ed0f51a7ef7d25a0d22e7647d41f",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_ae93c",
                    table="tracker_milestone",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="milestone",
            trigger=pgtrigger.compiler.Trigger(
                name="note_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM new_values WHERE (new_values."cycle_id" IS NULL OR EXISTS (SELECT 1 FROM tracker_reviewcycle other WHERE other.id = new_values."cycle_id" AND other."is_public"))))); END IF; RETURN NULL;',
                    hash="f116ed25c807f4393959c52e628023af25b67e70",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_note_insert_87255",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_milestone",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="milestone",
            trigger=pgtrigger.compiler.Trigger(
                name="note_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM old_values WHERE (old_values."cycle_id" IS NULL OR EXISTS (SELECT 1 FROM tracker_reviewcycle other WHERE other.id = old_values."cycle_id" AND other."is_public"))) OR EXISTS (SELECT 1 FROM new_values WHERE (new_values."cycle_id" IS NULL OR EXISTS (SELECT 1 FROM tracker_reviewcycle other WHERE other.id = new_values."cycle_id" AND other."is_public"))))); END IF; RETURN NULL;',
                    hash="5272b5d55cdd0daaedf39105f3df56e02ceed47e",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_note_update_5feef",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_milestone",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="milestone",
            trigger=pgtrigger.compiler.Trigger(
                name="note_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM old_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM old_values WHERE (old_values."cycle_id" IS NULL OR EXISTS (SELECT 1 FROM tracker_reviewcycle other WHERE other.id = old_values."cycle_id" AND other."is_public"))))); END IF; RETURN NULL;',
                    hash="228a930d0c8e34dccf2c5bfae352ead6ce723d90",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_note_delete_6df68",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_milestone",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="milestone",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_milestoneevent" ("certainty", "cycle_id", "done_on", "due_on", "due_until", "id", "is_expected", "key", "kind", "mechanism_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") SELECT new_values."certainty", new_values."cycle_id", new_values."done_on", new_values."due_on", new_values."due_until", new_values."id", new_values."is_expected", new_values."key", new_values."kind", new_values."mechanism_id", new_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."title" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="6e2367e3975c9913b42df69db0d45f86b4b640ad",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9cfb4",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_milestone",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="milestone",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_milestoneevent" ("certainty", "cycle_id", "done_on", "due_on", "due_until", "id", "is_expected", "key", "kind", "mechanism_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") SELECT new_values."certainty", new_values."cycle_id", new_values."done_on", new_values."due_on", new_values."due_until", new_values."id", new_values."is_expected", new_values."key", new_values."kind", new_values."mechanism_id", new_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."title" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="5b70a24d9099ee3a8479d844df5cf7b87e998b0e",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3f38e",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_milestone",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="milestone",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_milestoneevent" ("certainty", "cycle_id", "done_on", "due_on", "due_until", "id", "is_expected", "key", "kind", "mechanism_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") SELECT old_values."certainty", old_values."cycle_id", old_values."done_on", old_values."due_on", old_values."due_until", old_values."id", old_values."is_expected", old_values."key", old_values."kind", old_values."mechanism_id", old_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."title" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="06ac33f4f7b4067388fb4d9f3b3be7f2577ddb20",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_995f8",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_milestone",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="citation",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="b5f9881b239fe0f4ee9d2e98f19ea97ce1b66e90",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_e7e7a",
                    table="tracker_citation",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="citation",
            trigger=pgtrigger.compiler.Trigger(
                name="note_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM new_values WHERE EXISTS (SELECT 1 FROM tracker_document other WHERE other.id = new_values."document_id" AND other."is_public")))); END IF; RETURN NULL;',
                    hash="3101b792ad9319c581a2d33a18f9d43cf6008113",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_note_insert_d436a",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_citation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="citation",
            trigger=pgtrigger.compiler.Trigger(
                name="note_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM old_values WHERE EXISTS (SELECT 1 FROM tracker_document other WHERE other.id = old_values."document_id" AND other."is_public")) OR EXISTS (SELECT 1 FROM new_values WHERE EXISTS (SELECT 1 FROM tracker_document other WHERE other.id = new_values."document_id" AND other."is_public")))); END IF; RETURN NULL;',
                    hash="f9d971d332d1897f0b2fe0d0ef8feb0e082f8adc",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_note_update_d0433",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_citation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="citation",
            trigger=pgtrigger.compiler.Trigger(
                name="note_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM old_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM old_values WHERE EXISTS (SELECT 1 FROM tracker_document other WHERE other.id = old_values."document_id" AND other."is_public")))); END IF; RETURN NULL;',
                    hash="a495ff88c82d33e5d07129ff50ed5285161490c7",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_note_delete_90e8b",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_citation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="citation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_citationevent" ("article_id", "basis", "document_id", "id", "locator", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."article_id", new_values."basis", new_values."document_id", new_values."id", new_values."locator", new_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="1f7a842121979da2320ef7aac5ab5771169d4eb6",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f4eb8",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_citation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="citation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_citationevent" ("article_id", "basis", "document_id", "id", "locator", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."article_id", new_values."basis", new_values."document_id", new_values."id", new_values."locator", new_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="73052589b13888b694e05567b90bbc77fd34846b",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_733e5",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_citation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="citation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_citationevent" ("article_id", "basis", "document_id", "id", "locator", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."article_id", old_values."basis", old_values."document_id", old_values."id", old_values."locator", old_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="34f5b0e95384ebbbb27b6fb70911d4b94f6a1c25",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8d900",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_citation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="documentauthor",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="91d685702f14b390eb96b65b1024b2b51b3fdb7a",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_67fd3",
                    table="tracker_documentauthor",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="documentauthor",
            trigger=pgtrigger.compiler.Trigger(
                name="note_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM new_values WHERE EXISTS (SELECT 1 FROM tracker_document other WHERE other.id = new_values."document_id" AND other."is_public")))); END IF; RETURN NULL;',
                    hash="bf9d648543cbfba7a08bcc2498ee8da6c4db4651",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_note_insert_1a509",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_documentauthor",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="documentauthor",
            trigger=pgtrigger.compiler.Trigger(
                name="note_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM old_values WHERE EXISTS (SELECT 1 FROM tracker_document other WHERE other.id = old_values."document_id" AND other."is_public")) OR EXISTS (SELECT 1 FROM new_values WHERE EXISTS (SELECT 1 FROM tracker_document other WHERE other.id = new_values."document_id" AND other."is_public")))); END IF; RETURN NULL;',
                    hash="a92cdacf5eaf6b1349d07742e5744c24afa9a546",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_note_update_3db59",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_documentauthor",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="documentauthor",
            trigger=pgtrigger.compiler.Trigger(
                name="note_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM old_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM old_values WHERE EXISTS (SELECT 1 FROM tracker_document other WHERE other.id = old_values."document_id" AND other."is_public")))); END IF; RETURN NULL;',
                    hash="6086f7c1b934c9fd22f688909d7f18f41fc826ab",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_note_delete_ba9ad",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_documentauthor",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="documentauthor",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_documentauthorevent" ("author_id", "document_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."author_id", new_values."document_id", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="dbf0797bae010971f63f09ab3b7fd1bceab3d3be",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_93b6f",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_documentauthor",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="documentauthor",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_documentauthorevent" ("author_id", "document_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."author_id", new_values."document_id", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="e060be41772dedb863a3ac90cffdb17a4c019663",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_483bf",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_documentauthor",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="documentauthor",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_documentauthorevent" ("author_id", "document_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."author_id", old_values."document_id", old_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="d17e0c0bd02e58d5cc14774b9160c3cd339536bf",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8b054",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_documentauthor",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="treatyactionsource",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="9489012137ea30e1d70793a857890d0c4cead3cb",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_d70c2",
                    table="tracker_treatyactionsource",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="treatyactionsource",
            trigger=pgtrigger.compiler.Trigger(
                name="note_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM new_values WHERE EXISTS (SELECT 1 FROM tracker_document other WHERE other.id = new_values."document_id" AND other."is_public")))); END IF; RETURN NULL;',
                    hash="667a9c36072fdf1684d674b80f346fce8a924c04",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_note_insert_35077",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_treatyactionsource",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="treatyactionsource",
            trigger=pgtrigger.compiler.Trigger(
                name="note_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM old_values WHERE EXISTS (SELECT 1 FROM tracker_document other WHERE other.id = old_values."document_id" AND other."is_public")) OR EXISTS (SELECT 1 FROM new_values WHERE EXISTS (SELECT 1 FROM tracker_document other WHERE other.id = new_values."document_id" AND other."is_public")))); END IF; RETURN NULL;',
                    hash="48ff7cdc16581a1cbddd1e0ae579b8bee85f2f47",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_note_update_1bd8d",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_treatyactionsource",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="treatyactionsource",
            trigger=pgtrigger.compiler.Trigger(
                name="note_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM old_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM old_values WHERE EXISTS (SELECT 1 FROM tracker_document other WHERE other.id = old_values."document_id" AND other."is_public")))); END IF; RETURN NULL;',
                    hash="e5641795eca79295bd36234ce1c7e32e4916fcd1",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_note_delete_62da9",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_treatyactionsource",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="treatyactionsource",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_treatyactionsourceevent" ("document_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "treaty_action_id") SELECT new_values."document_id", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."treaty_action_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="668d66a4169e990ecb6b05387c9743fee19533f3",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_dae72",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_treatyactionsource",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="treatyactionsource",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_treatyactionsourceevent" ("document_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "treaty_action_id") SELECT new_values."document_id", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."treaty_action_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="5c0653f167ce50ce88bdf4e8afa60082e02acc1a",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fb588",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_treatyactionsource",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="treatyactionsource",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_treatyactionsourceevent" ("document_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "treaty_action_id") SELECT old_values."document_id", old_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."treaty_action_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="c32489de03a9241733b4c30b8cd20980135a7276",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_fa571",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_treatyactionsource",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="milestonesource",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="6b1e68e2dcda66528b07f3d698d1edd2753671dd",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_0ea90",
                    table="tracker_milestonesource",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="milestonesource",
            trigger=pgtrigger.compiler.Trigger(
                name="note_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM new_values WHERE EXISTS (SELECT 1 FROM tracker_document other WHERE other.id = new_values."document_id" AND other."is_public")))); END IF; RETURN NULL;',
                    hash="020c9afba4503bbc33a1fea39c89e6936f1f1781",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_note_insert_9812d",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_milestonesource",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="milestonesource",
            trigger=pgtrigger.compiler.Trigger(
                name="note_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM old_values WHERE EXISTS (SELECT 1 FROM tracker_document other WHERE other.id = old_values."document_id" AND other."is_public")) OR EXISTS (SELECT 1 FROM new_values WHERE EXISTS (SELECT 1 FROM tracker_document other WHERE other.id = new_values."document_id" AND other."is_public")))); END IF; RETURN NULL;',
                    hash="6fd96cc3ae99dc24b3642930822fc7d104b96372",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_note_update_785e6",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_milestonesource",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="milestonesource",
            trigger=pgtrigger.compiler.Trigger(
                name="note_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM old_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM old_values WHERE EXISTS (SELECT 1 FROM tracker_document other WHERE other.id = old_values."document_id" AND other."is_public")))); END IF; RETURN NULL;',
                    hash="351786ec94c872c2b492b912d5eaf6dc547b24f1",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_note_delete_392b0",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_milestonesource",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="milestonesource",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_milestonesourceevent" ("document_id", "id", "milestone_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."document_id", new_values."id", new_values."milestone_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="fa29b26af189310e3c9095d611ff82f3ead9bf87",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0e769",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_milestonesource",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="milestonesource",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_milestonesourceevent" ("document_id", "id", "milestone_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."document_id", new_values."id", new_values."milestone_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="dfddf25dbf0247b37453480003ae2f8cc3e1d4d2",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8ccf6",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_milestonesource",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="milestonesource",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_milestonesourceevent" ("document_id", "id", "milestone_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."document_id", old_values."id", old_values."milestone_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="09ed62841ebbb9374fdf550a8e69135b7fc43059",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c9dca",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_milestonesource",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="user",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="4581d36a60a9fde9e675676430fd79f3f1322156",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_674fb",
                    table="tracker_user",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="user",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_userevent" ("email", "id", "is_active", "is_system", "joined_at", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") SELECT new_values."email", new_values."id", new_values."is_active", new_values."is_system", new_values."joined_at", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."role" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="2ea4b62d3dbbec1237d0aa5d50beafb2d443928f",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_fa72b",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_user",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="user",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_userevent" ("email", "id", "is_active", "is_system", "joined_at", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") SELECT new_values."email", new_values."id", new_values."is_active", new_values."is_system", new_values."joined_at", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."role" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."email" IS DISTINCT FROM (new_values."email") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."is_active" IS DISTINCT FROM (new_values."is_active") OR old_values."is_system" IS DISTINCT FROM (new_values."is_system") OR old_values."joined_at" IS DISTINCT FROM (new_values."joined_at") OR old_values."name" IS DISTINCT FROM (new_values."name") OR old_values."role" IS DISTINCT FROM (new_values."role")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="754df2578182cf79fd13b985471b249db9c4da13",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7e73c",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_user",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="user",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_userevent" ("email", "id", "is_active", "is_system", "joined_at", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") SELECT old_values."email", old_values."id", old_values."is_active", old_values."is_system", old_values."joined_at", old_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."role" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="84a1a275f53fcd1b5711efa8362243cc357958c4",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d4264",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_user",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="development",
            trigger=pgtrigger.compiler.Trigger(
                name="state_changes",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE _is_valid_transition BOOLEAN;",
                    func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{draft:in-review,in-review:draft,in-review:published,draft:withdrawn,in-review:withdrawn,published:withdrawn}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                    hash="f46671c5af0e39463d3e8c67729c3c3167e63598",
                    operation="UPDATE",
                    pgid="pgtrigger_state_changes_7d102",
                    table="tracker_development",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="development",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="d60bf1f91d6341893f67fa6c90e2e428dff9c9c5",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_4a787",
                    table="tracker_development",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="development",
            trigger=pgtrigger.compiler.Trigger(
                name="note_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM new_values WHERE new_values.\"state\" IN ('published', 'withdrawn')))); END IF; RETURN NULL;",
                    hash="bc9adcd408bba45e01190410015666c71845d863",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_note_insert_2c1e5",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_development",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="development",
            trigger=pgtrigger.compiler.Trigger(
                name="note_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM old_values WHERE old_values.\"state\" IN ('published', 'withdrawn')) OR EXISTS (SELECT 1 FROM new_values WHERE new_values.\"state\" IN ('published', 'withdrawn')))); END IF; RETURN NULL;",
                    hash="faf2784e8d1aab1b4c5eb6a4782d1005a99c4075",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_note_update_9b9c9",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_development",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="development",
            trigger=pgtrigger.compiler.Trigger(
                name="note_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM old_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM old_values WHERE old_values.\"state\" IN ('published', 'withdrawn')))); END IF; RETURN NULL;",
                    hash="a95da1ded6ddf64dc96f3148e5fa817095797ea9",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_note_delete_1ceb2",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_development",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="development",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_developmentevent" ("approved_at", "approved_by_id", "certainty", "document_id", "forum", "happened_on", "happened_until", "id", "kind", "locator", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "returned_reason", "slug", "state", "submitted_at", "submitted_by_id", "summary", "title", "version", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") SELECT new_values."approved_at", new_values."approved_by_id", new_values."certainty", new_values."document_id", new_values."forum", new_values."happened_on", new_values."happened_until", new_values."id", new_values."kind", new_values."locator", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."recorded_at", new_values."recorded_by_id", new_values."returned_reason", new_values."slug", new_values."state", new_values."submitted_at", new_values."submitted_by_id", new_values."summary", new_values."title", new_values."version", new_values."withdrawn_at", new_values."withdrawn_by_id", new_values."withdrawn_reason" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="1813ba9152056153794f26106794b9fd54d4309d",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c1d1b",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_development",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="development",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_developmentevent" ("approved_at", "approved_by_id", "certainty", "document_id", "forum", "happened_on", "happened_until", "id", "kind", "locator", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "returned_reason", "slug", "state", "submitted_at", "submitted_by_id", "summary", "title", "version", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") SELECT new_values."approved_at", new_values."approved_by_id", new_values."certainty", new_values."document_id", new_values."forum", new_values."happened_on", new_values."happened_until", new_values."id", new_values."kind", new_values."locator", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."recorded_at", new_values."recorded_by_id", new_values."returned_reason", new_values."slug", new_values."state", new_values."submitted_at", new_values."submitted_by_id", new_values."summary", new_values."title", new_values."version", new_values."withdrawn_at", new_values."withdrawn_by_id", new_values."withdrawn_reason" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="e34ba5410a3145a2810664709af663bb60d4ea4a",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5f26f",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_development",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="development",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_developmentevent" ("approved_at", "approved_by_id", "certainty", "document_id", "forum", "happened_on", "happened_until", "id", "kind", "locator", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "returned_reason", "slug", "state", "submitted_at", "submitted_by_id", "summary", "title", "version", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") SELECT old_values."approved_at", old_values."approved_by_id", old_values."certainty", old_values."document_id", old_values."forum", old_values."happened_on", old_values."happened_until", old_values."id", old_values."kind", old_values."locator", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."recorded_at", old_values."recorded_by_id", old_values."returned_reason", old_values."slug", old_values."state", old_values."submitted_at", old_values."submitted_by_id", old_values."summary", old_values."title", old_values."version", old_values."withdrawn_at", old_values."withdrawn_by_id", old_values."withdrawn_reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="4398d91d3531c6233243d5d1f4f998b12c40d9e7",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9e2f8",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_development",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="developmentsource",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="33605a1742cb92d7c0dad630ae3c78a24693da10",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_e287d",
                    table="tracker_developmentsource",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="developmentsource",
            trigger=pgtrigger.compiler.Trigger(
                name="note_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM new_values WHERE EXISTS (SELECT 1 FROM tracker_development other WHERE other.id = new_values."development_id" AND other."state" IN (\'published\', \'withdrawn\')) AND EXISTS (SELECT 1 FROM tracker_document other WHERE other.id = new_values."document_id" AND other."is_public")))); END IF; RETURN NULL;',
                    hash="41882c6463e7ba398aa8f72c53de5b5da895ba44",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_note_insert_3dc21",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_developmentsource",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="developmentsource",
            trigger=pgtrigger.compiler.Trigger(
                name="note_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM old_values WHERE EXISTS (SELECT 1 FROM tracker_development other WHERE other.id = old_values."development_id" AND other."state" IN (\'published\', \'withdrawn\')) AND EXISTS (SELECT 1 FROM tracker_document other WHERE other.id = old_values."document_id" AND other."is_public")) OR EXISTS (SELECT 1 FROM new_values WHERE EXISTS (SELECT 1 FROM tracker_development other WHERE other.id = new_values."development_id" AND other."state" IN (\'published\', \'withdrawn\')) AND EXISTS (SELECT 1 FROM tracker_document other WHERE other.id = new_values."document_id" AND other."is_public")))); END IF; RETURN NULL;',
                    hash="78d6333fa0c354ff0ba7733dfef6a9efec00a448",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_note_update_f4b1f",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_developmentsource",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="developmentsource",
            trigger=pgtrigger.compiler.Trigger(
                name="note_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM old_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM old_values WHERE EXISTS (SELECT 1 FROM tracker_development other WHERE other.id = old_values."development_id" AND other."state" IN (\'published\', \'withdrawn\')) AND EXISTS (SELECT 1 FROM tracker_document other WHERE other.id = old_values."document_id" AND other."is_public")))); END IF; RETURN NULL;',
                    hash="c01168dc45623f8d4ff7fe663162df5bbc0c2310",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_note_delete_616d6",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_developmentsource",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="developmentsource",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_developmentsourceevent" ("development_id", "document_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."development_id", new_values."document_id", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="529cb21a0e9670c61a7d3b635b35ce4d16662f48",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_669c8",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_developmentsource",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="developmentsource",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_developmentsourceevent" ("development_id", "document_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."development_id", new_values."document_id", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="26f94bbba1b7a598ddd274fb832d44063485f8aa",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_67ef3",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_developmentsource",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="developmentsource",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_developmentsourceevent" ("development_id", "document_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."development_id", old_values."document_id", old_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="ebe16dce4d3518adb3a1d7b38f7b34a55dec7416",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e0334",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_developmentsource",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendation",
            trigger=pgtrigger.compiler.Trigger(
                name="state_changes",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE _is_valid_transition BOOLEAN;",
                    func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{draft:in-review,in-review:draft,in-review:published,draft:withdrawn,in-review:withdrawn,published:withdrawn}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                    hash="980e4f457606a15e31c2ea2b15fadbf39341ccca",
                    operation="UPDATE",
                    pgid="pgtrigger_state_changes_0b7d1",
                    table="tracker_recommendation",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendation",
            trigger=pgtrigger.compiler.Trigger(
                name="public_reference_is_kept",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."reference"::text LIKE \'R-%\' AND OLD."reference" IS DISTINCT FROM (NEW."reference"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="fb0c819367a156631e0b60fa4cf0058b3c6e9bce",
                    operation="UPDATE",
                    pgid="pgtrigger_public_reference_is_kept_b6852",
                    table="tracker_recommendation",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendation",
            trigger=pgtrigger.compiler.Trigger(
                name="published_is_never_deleted",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.\"reference\"::text LIKE 'R-%')",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="75fe76a0380d525775f27783a5e88aac9012e507",
                    operation="DELETE",
                    pgid="pgtrigger_published_is_never_deleted_bd0fb",
                    table="tracker_recommendation",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendation",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="b1fdccd1e309b8ac3e5bf536cf72683047d580b3",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_f4dee",
                    table="tracker_recommendation",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendation",
            trigger=pgtrigger.compiler.Trigger(
                name="note_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM new_values) THEN \n                IF (SELECT count(*) FROM new_values) > 5000 THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, TRUE, (EXISTS (SELECT 1 FROM new_values WHERE new_values.\"state\" IN ('published', 'withdrawn'))));\n                ELSE INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) SELECT id, TRUE, bool_or(is_public) FROM (SELECT new_values.\"id\" AS id, new_values.\"state\" IN ('published', 'withdrawn') AS is_public FROM new_values) AS touched GROUP BY id; END IF;\n             END IF; RETURN NULL;",
                    hash="8406480e3449e2b68cc519e2bc326a8064ef6df3",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_note_insert_b5845",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_recommendation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendation",
            trigger=pgtrigger.compiler.Trigger(
                name="note_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM new_values) THEN \n                IF (SELECT count(*) FROM new_values) > 5000 THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, TRUE, (EXISTS (SELECT 1 FROM old_values WHERE old_values.\"state\" IN ('published', 'withdrawn')) OR EXISTS (SELECT 1 FROM new_values WHERE new_values.\"state\" IN ('published', 'withdrawn'))));\n                ELSE INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) SELECT id, TRUE, bool_or(is_public) FROM (SELECT old_values.\"id\" AS id, old_values.\"state\" IN ('published', 'withdrawn') AS is_public FROM old_values UNION ALL SELECT new_values.\"id\" AS id, new_values.\"state\" IN ('published', 'withdrawn') AS is_public FROM new_values) AS touched GROUP BY id; END IF;\n             END IF; RETURN NULL;",
                    hash="3185005422870f4f24efdf7f5d3e43f4a7f3acbf",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_note_update_cf07d",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_recommendation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendation",
            trigger=pgtrigger.compiler.Trigger(
                name="note_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM old_values) THEN \n                IF (SELECT count(*) FROM old_values) > 5000 THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, TRUE, (EXISTS (SELECT 1 FROM old_values WHERE old_values.\"state\" IN ('published', 'withdrawn'))));\n                ELSE INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) SELECT id, TRUE, bool_or(is_public) FROM (SELECT old_values.\"id\" AS id, old_values.\"state\" IN ('published', 'withdrawn') AS is_public FROM old_values) AS touched GROUP BY id; END IF;\n             END IF; RETURN NULL;",
                    hash="462474c228fb0b58c1a621a13576f0a2553814b9",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_note_delete_b5557",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_recommendation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_recommendationevent" ("action_strength", "addressed_to_id", "approved_at", "approved_by_id", "certainty", "cycle_id", "document_id", "expects_reply", "id", "kind", "language", "locator", "made_on", "names_north_koreans", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "reference", "returned_reason", "state", "submitted_at", "submitted_by_id", "text", "text_kind", "title", "version", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") SELECT new_values."action_strength", new_values."addressed_to_id", new_values."approved_at", new_values."approved_by_id", new_values."certainty", new_values."cycle_id", new_values."document_id", new_values."expects_reply", new_values."id", new_values."kind", new_values."language", new_values."locator", new_values."made_on", new_values."names_north_koreans", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."recorded_at", new_values."recorded_by_id", new_values."reference", new_values."returned_reason", new_values."state", new_values."submitted_at", new_values."submitted_by_id", new_values."text", new_values."text_kind", new_values."title", new_values."version", new_values."withdrawn_at", new_values."withdrawn_by_id", new_values."withdrawn_reason" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="f9e9de86ecb7e0c41dcd06f8876670283c376e93",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ce08c",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_recommendation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_recommendationevent" ("action_strength", "addressed_to_id", "approved_at", "approved_by_id", "certainty", "cycle_id", "document_id", "expects_reply", "id", "kind", "language", "locator", "made_on", "names_north_koreans", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "reference", "returned_reason", "state", "submitted_at", "submitted_by_id", "text", "text_kind", "title", "version", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") SELECT new_values."action_strength", new_values."addressed_to_id", new_values."approved_at", new_values."approved_by_id", new_values."certainty", new_values."cycle_id", new_values."document_id", new_values."expects_reply", new_values."id", new_values."kind", new_values."language", new_values."locator", new_values."made_on", new_values."names_north_koreans", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."recorded_at", new_values."recorded_by_id", new_values."reference", new_values."returned_reason", new_values."state", new_values."submitted_at", new_values."submitted_by_id", new_values."text", new_values."text_kind", new_values."title", new_values."version", new_values."withdrawn_at", new_values."withdrawn_by_id", new_values."withdrawn_reason" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."action_strength" IS DISTINCT FROM (new_values."action_strength") OR old_values."addressed_to_id" IS DISTINCT FROM (new_values."addressed_to_id") OR old_values."approved_at" IS DISTINCT FROM (new_values."approved_at") OR old_values."approved_by_id" IS DISTINCT FROM (new_values."approved_by_id") OR old_values."certainty" IS DISTINCT FROM (new_values."certainty") OR old_values."cycle_id" IS DISTINCT FROM (new_values."cycle_id") OR old_values."document_id" IS DISTINCT FROM (new_values."document_id") OR old_values."expects_reply" IS DISTINCT FROM (new_values."expects_reply") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."kind" IS DISTINCT FROM (new_values."kind") OR old_values."language" IS DISTINCT FROM (new_values."language") OR old_values."locator" IS DISTINCT FROM (new_values."locator") OR old_values."made_on" IS DISTINCT FROM (new_values."made_on") OR old_values."names_north_koreans" IS DISTINCT FROM (new_values."names_north_koreans") OR old_values."origin" IS DISTINCT FROM (new_values."origin") OR old_values."recorded_at" IS DISTINCT FROM (new_values."recorded_at") OR old_values."recorded_by_id" IS DISTINCT FROM (new_values."recorded_by_id") OR old_values."reference" IS DISTINCT FROM (new_values."reference") OR old_values."returned_reason" IS DISTINCT FROM (new_values."returned_reason") OR old_values."state" IS DISTINCT FROM (new_values."state") OR old_values."submitted_at" IS DISTINCT FROM (new_values."submitted_at") OR old_values."submitted_by_id" IS DISTINCT FROM (new_values."submitted_by_id") OR old_values."text" IS DISTINCT FROM (new_values."text") OR old_values."text_kind" IS DISTINCT FROM (new_values."text_kind") OR old_values."title" IS DISTINCT FROM (new_values."title") OR old_values."version" IS DISTINCT FROM (new_values."version") OR old_values."withdrawn_at" IS DISTINCT FROM (new_values."withdrawn_at") OR old_values."withdrawn_by_id" IS DISTINCT FROM (new_values."withdrawn_by_id") OR old_values."withdrawn_reason" IS DISTINCT FROM (new_values."withdrawn_reason")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="8820dc461cc314375807ea3a3af52b3456ba84e9",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c9ba2",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_recommendation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_recommendationevent" ("action_strength", "addressed_to_id", "approved_at", "approved_by_id", "certainty", "cycle_id", "document_id", "expects_reply", "id", "kind", "language", "locator", "made_on", "names_north_koreans", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "reference", "returned_reason", "state", "submitted_at", "submitted_by_id", "text", "text_kind", "title", "version", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") SELECT old_values."action_strength", old_values."addressed_to_id", old_values."approved_at", old_values."approved_by_id", old_values."certainty", old_values."cycle_id", old_values."document_id", old_values."expects_reply", old_values."id", old_values."kind", old_values."language", old_values."locator", old_values."made_on", old_values."names_north_koreans", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."recorded_at", old_values."recorded_by_id", old_values."reference", old_values."returned_reason", old_values."state", old_values."submitted_at", old_values."submitted_by_id", old_values."text", old_values."text_kind", old_values."title", old_values."version", old_values."withdrawn_at", old_values."withdrawn_by_id", old_values."withdrawn_reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="40f50108bfa4b26698a8624030f2a7853f48da4a",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_80c42",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_recommendation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="response",
            trigger=pgtrigger.compiler.Trigger(
                name="state_changes",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE _is_valid_transition BOOLEAN;",
                    func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{draft:in-review,in-review:draft,in-review:published,draft:withdrawn,in-review:withdrawn,published:withdrawn}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                    hash="7e76c0a504a07b1bcc3db428813cc884585bf29d",
                    operation="UPDATE",
                    pgid="pgtrigger_state_changes_31319",
                    table="tracker_response",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="response",
            trigger=pgtrigger.compiler.Trigger(
                name="substance_is_kept",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."recorded_at" IS DISTINCT FROM (NEW."recorded_at") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id") OR OLD."key" IS DISTINCT FROM (NEW."key") OR OLD."recommendation_id" IS DISTINCT FROM (NEW."recommendation_id") OR OLD."position" IS DISTINCT FROM (NEW."position") OR OLD."category_as_stated" IS DISTINCT FROM (NEW."category_as_stated") OR OLD."words" IS DISTINCT FROM (NEW."words") OR OLD."words_kind" IS DISTINCT FROM (NEW."words_kind") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."responded_on" IS DISTINCT FROM (NEW."responded_on") OR OLD."document_id" IS DISTINCT FROM (NEW."document_id") OR OLD."locator" IS DISTINCT FROM (NEW."locator") OR OLD."cycle_id" IS DISTINCT FROM (NEW."cycle_id") OR OLD."certainty" IS DISTINCT FROM (NEW."certainty") OR OLD."supersedes_id" IS DISTINCT FROM (NEW."supersedes_id") OR OLD."supersedes_reason" IS DISTINCT FROM (NEW."supersedes_reason"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="2d2126e744d4c270ae61a5131f695aeff1f7c509",
                    operation="UPDATE",
                    pgid="pgtrigger_substance_is_kept_56bf0",
                    table="tracker_response",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="response",
            trigger=pgtrigger.compiler.Trigger(
                name="never_deleted",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="de04118962e38b2b29ebd60a27dda05a489de9f1",
                    operation="DELETE",
                    pgid="pgtrigger_never_deleted_e31d4",
                    table="tracker_response",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="response",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="d28cd9244972215de629bcf7b796083571acbf53",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_5c352",
                    table="tracker_response",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="response",
            trigger=pgtrigger.compiler.Trigger(
                name="note_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM new_values) THEN \n                IF (SELECT count(*) FROM new_values) > 5000 THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, TRUE, (EXISTS (SELECT 1 FROM new_values WHERE new_values.\"state\" IN ('published', 'withdrawn'))));\n                ELSE INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) SELECT id, TRUE, bool_or(is_public) FROM (SELECT new_values.\"recommendation_id\" AS id, new_values.\"state\" IN ('published', 'withdrawn') AS is_public FROM new_values) AS touched GROUP BY id; END IF;\n             END IF; RETURN NULL;",
                    hash="e5408d0d547b9ccd02cb7565998948cc17668f53",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_note_insert_bd574",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_response",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="response",
            trigger=pgtrigger.compiler.Trigger(
                name="note_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM new_values) THEN \n                IF (SELECT count(*) FROM new_values) > 5000 THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, TRUE, (EXISTS (SELECT 1 FROM old_values WHERE old_values.\"state\" IN ('published', 'withdrawn')) OR EXISTS (SELECT 1 FROM new_values WHERE new_values.\"state\" IN ('published', 'withdrawn'))));\n                ELSE INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) SELECT id, TRUE, bool_or(is_public) FROM (SELECT old_values.\"recommendation_id\" AS id, old_values.\"state\" IN ('published', 'withdrawn') AS is_public FROM old_values UNION ALL SELECT new_values.\"recommendation_id\" AS id, new_values.\"state\" IN ('published', 'withdrawn') AS is_public FROM new_values) AS touched GROUP BY id; END IF;\n             END IF; RETURN NULL;",
                    hash="69b32f208d7bebcd699cf6fec53a2eb91f1eaf6a",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_note_update_4d50a",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_response",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="response",
            trigger=pgtrigger.compiler.Trigger(
                name="note_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM old_values) THEN \n                IF (SELECT count(*) FROM old_values) > 5000 THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, TRUE, (EXISTS (SELECT 1 FROM old_values WHERE old_values.\"state\" IN ('published', 'withdrawn'))));\n                ELSE INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) SELECT id, TRUE, bool_or(is_public) FROM (SELECT old_values.\"recommendation_id\" AS id, old_values.\"state\" IN ('published', 'withdrawn') AS is_public FROM old_values) AS touched GROUP BY id; END IF;\n             END IF; RETURN NULL;",
                    hash="a22cfaa1d051718e48d9773d10d51a21c473b653",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_note_delete_0f3bf",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_response",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="response",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_responseevent" ("approved_at", "approved_by_id", "category_as_stated", "certainty", "cycle_id", "document_id", "id", "key", "language", "locator", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "recommendation_id", "recorded_at", "recorded_by_id", "responded_on", "returned_reason", "state", "submitted_at", "submitted_by_id", "supersedes_id", "supersedes_reason", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason", "words", "words_kind") SELECT new_values."approved_at", new_values."approved_by_id", new_values."category_as_stated", new_values."certainty", new_values."cycle_id", new_values."document_id", new_values."id", new_values."key", new_values."language", new_values."locator", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."position", new_values."recommendation_id", new_values."recorded_at", new_values."recorded_by_id", new_values."responded_on", new_values."returned_reason", new_values."state", new_values."submitted_at", new_values."submitted_by_id", new_values."supersedes_id", new_values."supersedes_reason", new_values."withdrawn_at", new_values."withdrawn_by_id", new_values."withdrawn_reason", new_values."words", new_values."words_kind" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="24ae7e406e799c2316eb07f5b64e3cd6ade5576b",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f8cce",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_response",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="response",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_responseevent" ("approved_at", "approved_by_id", "category_as_stated", "certainty", "cycle_id", "document_id", "id", "key", "language", "locator", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "recommendation_id", "recorded_at", "recorded_by_id", "responded_on", "returned_reason", "state", "submitted_at", "submitted_by_id", "supersedes_id", "supersedes_reason", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason", "words", "words_kind") SELECT new_values."approved_at", new_values."approved_by_id", new_values."category_as_stated", new_values."certainty", new_values."cycle_id", new_values."document_id", new_values."id", new_values."key", new_values."language", new_values."locator", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."position", new_values."recommendation_id", new_values."recorded_at", new_values."recorded_by_id", new_values."responded_on", new_values."returned_reason", new_values."state", new_values."submitted_at", new_values."submitted_by_id", new_values."supersedes_id", new_values."supersedes_reason", new_values."withdrawn_at", new_values."withdrawn_by_id", new_values."withdrawn_reason", new_values."words", new_values."words_kind" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="43d72c486e7f0b58ff021c8e7c8cd24ce01d10d8",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e20d1",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_response",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="response",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_responseevent" ("approved_at", "approved_by_id", "category_as_stated", "certainty", "cycle_id", "document_id", "id", "key", "language", "locator", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "recommendation_id", "recorded_at", "recorded_by_id", "responded_on", "returned_reason", "state", "submitted_at", "submitted_by_id", "supersedes_id", "supersedes_reason", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason", "words", "words_kind") SELECT old_values."approved_at", old_values."approved_by_id", old_values."category_as_stated", old_values."certainty", old_values."cycle_id", old_values."document_id", old_values."id", old_values."key", old_values."language", old_values."locator", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."position", old_values."recommendation_id", old_values."recorded_at", old_values."recorded_by_id", old_values."responded_on", old_values."returned_reason", old_values."state", old_values."submitted_at", old_values."submitted_by_id", old_values."supersedes_id", old_values."supersedes_reason", old_values."withdrawn_at", old_values."withdrawn_by_id", old_values."withdrawn_reason", old_values."words", old_values."words_kind" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="41dc7aff1c41bfc0d359cc59411dd5775794c103",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_78425",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_response",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="assessment",
            trigger=pgtrigger.compiler.Trigger(
                name="state_changes",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE _is_valid_transition BOOLEAN;",
                    func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{draft:in-review,in-review:draft,in-review:published,draft:withdrawn,in-review:withdrawn,published:withdrawn}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                    hash="43d1bf1bc37b6218195c7383ebe528f40f09aab5",
                    operation="UPDATE",
                    pgid="pgtrigger_state_changes_7f0f2",
                    table="tracker_assessment",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="assessment",
            trigger=pgtrigger.compiler.Trigger(
                name="substance_is_kept",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."recorded_at" IS DISTINCT FROM (NEW."recorded_at") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id") OR OLD."key" IS DISTINCT FROM (NEW."key") OR OLD."recommendation_id" IS DISTINCT FROM (NEW."recommendation_id") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."as_of" IS DISTINCT FROM (NEW."as_of") OR OLD."assessor_id" IS DISTINCT FROM (NEW."assessor_id") OR OLD."scale" IS DISTINCT FROM (NEW."scale") OR OLD."grade_as_given" IS DISTINCT FROM (NEW."grade_as_given") OR OLD."rationale" IS DISTINCT FROM (NEW."rationale") OR OLD."supersedes_id" IS DISTINCT FROM (NEW."supersedes_id") OR OLD."supersedes_reason" IS DISTINCT FROM (NEW."supersedes_reason"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="d365b619bc19bebc56f01686fe67479ef5c04d41",
                    operation="UPDATE",
                    pgid="pgtrigger_substance_is_kept_ed0bd",
                    table="tracker_assessment",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="assessment",
            trigger=pgtrigger.compiler.Trigger(
                name="never_deleted",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="a71024ae032df2b96a9b4529a882786644647a47",
                    operation="DELETE",
                    pgid="pgtrigger_never_deleted_8651d",
                    table="tracker_assessment",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="assessment",
            trigger=pgtrigger.compiler.Trigger(
                name="has_evidence",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n        IF NOT EXISTS (SELECT 1 FROM tracker_evidence WHERE assessment_id = NEW.id) THEN\n            RAISE EXCEPTION 'An assessment needs evidence.' USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NULL;\n    ",
                    hash="f6dfdc0f2bb6fc53bb654384f95aa881824584e7",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_has_evidence_70554",
                    table="tracker_assessment",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="assessment",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="32c782736274a8118f2e423298fd5dc721f68e15",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_3848d",
                    table="tracker_assessment",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="assessment",
            trigger=pgtrigger.compiler.Trigger(
                name="note_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM new_values) THEN \n                IF (SELECT count(*) FROM new_values) > 5000 THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, TRUE, (EXISTS (SELECT 1 FROM new_values WHERE new_values.\"state\" IN ('published', 'withdrawn'))));\n                ELSE INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) SELECT id, TRUE, bool_or(is_public) FROM (SELECT new_values.\"recommendation_id\" AS id, new_values.\"state\" IN ('published', 'withdrawn') AS is_public FROM new_values) AS touched GROUP BY id; END IF;\n             END IF; RETURN NULL;",
                    hash="e11984eda025b673cb2cfc80218ffc8f9079b53c",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_note_insert_1672c",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_assessment",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="assessment",
            trigger=pgtrigger.compiler.Trigger(
                name="note_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM new_values) THEN \n                IF (SELECT count(*) FROM new_values) > 5000 THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, TRUE, (EXISTS (SELECT 1 FROM old_values WHERE old_values.\"state\" IN ('published', 'withdrawn')) OR EXISTS (SELECT 1 FROM new_values WHERE new_values.\"state\" IN ('published', 'withdrawn'))));\n                ELSE INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) SELECT id, TRUE, bool_or(is_public) FROM (SELECT old_values.\"recommendation_id\" AS id, old_values.\"state\" IN ('published', 'withdrawn') AS is_public FROM old_values UNION ALL SELECT new_values.\"recommendation_id\" AS id, new_values.\"state\" IN ('published', 'withdrawn') AS is_public FROM new_values) AS touched GROUP BY id; END IF;\n             END IF; RETURN NULL;",
                    hash="5d9e55235ab272e80f96515dbdf26e2fd55b4014",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_note_update_fe648",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_assessment",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="assessment",
            trigger=pgtrigger.compiler.Trigger(
                name="note_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM old_values) THEN \n                IF (SELECT count(*) FROM old_values) > 5000 THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, TRUE, (EXISTS (SELECT 1 FROM old_values WHERE old_values.\"state\" IN ('published', 'withdrawn'))));\n                ELSE INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) SELECT id, TRUE, bool_or(is_public) FROM (SELECT old_values.\"recommendation_id\" AS id, old_values.\"state\" IN ('published', 'withdrawn') AS is_public FROM old_values) AS touched GROUP BY id; END IF;\n             END IF; RETURN NULL;",
                    hash="10db4e6f7f91cb197891060421edca82d02060fb",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_note_delete_87704",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_assessment",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="assessment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_assessmentevent" ("approved_at", "approved_by_id", "as_of", "assessor_id", "grade_as_given", "id", "key", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rationale", "recommendation_id", "recorded_at", "recorded_by_id", "returned_reason", "scale", "state", "status", "submitted_at", "submitted_by_id", "supersedes_id", "supersedes_reason", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") SELECT new_values."approved_at", new_values."approved_by_id", new_values."as_of", new_values."assessor_id", new_values."grade_as_given", new_values."id", new_values."key", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."rationale", new_values."recommendation_id", new_values."recorded_at", new_values."recorded_by_id", new_values."returned_reason", new_values."scale", new_values."state", new_values."status", new_values."submitted_at", new_values."submitted_by_id", new_values."supersedes_id", new_values."supersedes_reason", new_values."withdrawn_at", new_values."withdrawn_by_id", new_values."withdrawn_reason" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="91f89e7f070d974ea38da0e7ff339a2648f929bb",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a075f",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_assessment",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="assessment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_assessmentevent" ("approved_at", "approved_by_id", "as_of", "assessor_id", "grade_as_given", "id", "key", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rationale", "recommendation_id", "recorded_at", "recorded_by_id", "returned_reason", "scale", "state", "status", "submitted_at", "submitted_by_id", "supersedes_id", "supersedes_reason", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") SELECT new_values."approved_at", new_values."approved_by_id", new_values."as_of", new_values."assessor_id", new_values."grade_as_given", new_values."id", new_values."key", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."rationale", new_values."recommendation_id", new_values."recorded_at", new_values."recorded_by_id", new_values."returned_reason", new_values."scale", new_values."state", new_values."status", new_values."submitted_at", new_values."submitted_by_id", new_values."supersedes_id", new_values."supersedes_reason", new_values."withdrawn_at", new_values."withdrawn_by_id", new_values."withdrawn_reason" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="f208267f99d20d8f0ed54927e8acca63a2e2adbf",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_76c08",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_assessment",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="assessment",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_assessmentevent" ("approved_at", "approved_by_id", "as_of", "assessor_id", "grade_as_given", "id", "key", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rationale", "recommendation_id", "recorded_at", "recorded_by_id", "returned_reason", "scale", "state", "status", "submitted_at", "submitted_by_id", "supersedes_id", "supersedes_reason", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") SELECT old_values."approved_at", old_values."approved_by_id", old_values."as_of", old_values."assessor_id", old_values."grade_as_given", old_values."id", old_values."key", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."rationale", old_values."recommendation_id", old_values."recorded_at", old_values."recorded_by_id", old_values."returned_reason", old_values."scale", old_values."state", old_values."status", old_values."submitted_at", old_values."submitted_by_id", old_values."supersedes_id", old_values."supersedes_reason", old_values."withdrawn_at", old_values."withdrawn_by_id", old_values."withdrawn_reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="854d215c9cd8cf4e6f332467c6453a59a17e7f45",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_632a3",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_assessment",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
                name="never_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="cc26376b134995c189af6d200bc828d9178a5941",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_never_changed_d2583",
                    table="tracker_evidence",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="bd52f4eecfc5b081e3bf0f500a4205f8990a9624",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_92164",
                    table="tracker_evidence",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
                name="note_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM new_values WHERE EXISTS (SELECT 1 FROM tracker_assessment other WHERE other.id = new_values."assessment_id" AND other."state" IN (\'published\', \'withdrawn\')) AND (new_values."development_id" IS NULL OR EXISTS (SELECT 1 FROM tracker_development other WHERE other.id = new_values."development_id" AND other."state" IN (\'published\', \'withdrawn\'))) AND (new_values."document_id" IS NULL OR EXISTS (SELECT 1 FROM tracker_document other WHERE other.id = new_values."document_id" AND other."is_public")) AND (new_values."response_id" IS NULL OR EXISTS (SELECT 1 FROM tracker_response other WHERE other.id = new_values."response_id" AND other."state" IN (\'published\', \'withdrawn\')))))); END IF; RETURN NULL;',
                    hash="bed31170d640272f3f067c6c83b045298b3f3146",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_note_insert_27ab5",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_evidence",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
                name="note_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM old_values WHERE EXISTS (SELECT 1 FROM tracker_assessment other WHERE other.id = old_values."assessment_id" AND other."state" IN (\'published\', \'withdrawn\')) AND (old_values."development_id" IS NULL OR EXISTS (SELECT 1 FROM tracker_development other WHERE other.id = old_values."development_id" AND other."state" IN (\'published\', \'withdrawn\'))) AND (old_values."document_id" IS NULL OR EXISTS (SELECT 1 FROM tracker_document other WHERE other.id = old_values."document_id" AND other."is_public")) AND (old_values."response_id" IS NULL OR EXISTS (SELECT 1 FROM tracker_response other WHERE other.id = old_values."response_id" AND other."state" IN (\'published\', \'withdrawn\')))) OR EXISTS (SELECT 1 FROM new_values WHERE EXISTS (SELECT 1 FROM tracker_assessment other WHERE other.id = new_values."assessment_id" AND other."state" IN (\'published\', \'withdrawn\')) AND (new_values."development_id" IS NULL OR EXISTS (SELECT 1 FROM tracker_development other WHERE other.id = new_values."development_id" AND other."state" IN (\'published\', \'withdrawn\'))) AND (new_values."document_id" IS NULL OR EXISTS (SELECT 1 FROM tracker_document other WHERE other.id = new_values."document_id" AND other."is_public")) AND (new_values."response_id" IS NULL OR EXISTS (SELECT 1 FROM tracker_response other WHERE other.id = new_values."response_id" AND other."state" IN (\'published\', \'withdrawn\')))))); END IF; RETURN NULL;',
                    hash="154a947d762e7660fe894eff745491269adbce2f",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_note_update_50f32",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_evidence",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
                name="note_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM old_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM old_values WHERE EXISTS (SELECT 1 FROM tracker_assessment other WHERE other.id = old_values."assessment_id" AND other."state" IN (\'published\', \'withdrawn\')) AND (old_values."development_id" IS NULL OR EXISTS (SELECT 1 FROM tracker_development other WHERE other.id = old_values."development_id" AND other."state" IN (\'published\', \'withdrawn\'))) AND (old_values."document_id" IS NULL OR EXISTS (SELECT 1 FROM tracker_document other WHERE other.id = old_values."document_id" AND other."is_public")) AND (old_values."response_id" IS NULL OR EXISTS (SELECT 1 FROM tracker_response other WHERE other.id = old_values."response_id" AND other."state" IN (\'published\', \'withdrawn\')))))); END IF; RETURN NULL;',
                    hash="8ae748b820c1658e96b24d50451fa55b3b166f68",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_note_delete_e99e3",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_evidence",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_evidenceevent" ("assessment_id", "development_id", "document_id", "id", "locator", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "response_id") SELECT new_values."assessment_id", new_values."development_id", new_values."document_id", new_values."id", new_values."locator", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."response_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="18d28ad44d48e4ae99c281708ddee2fc54228e8d",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_dffb7",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_evidence",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_evidenceevent" ("assessment_id", "development_id", "document_id", "id", "locator", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "response_id") SELECT new_values."assessment_id", new_values."development_id", new_values."document_id", new_values."id", new_values."locator", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."response_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="5f2c3e6e7692eaff9aa50d4a66973ee3cf072ca7",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a3a5c",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_evidence",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_evidenceevent" ("assessment_id", "development_id", "document_id", "id", "locator", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "response_id") SELECT old_values."assessment_id", old_values."development_id", old_values."document_id", old_values."id", old_values."locator", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."response_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="c41b0fdb0f665b2d7eb6ea1c427da148a8de08c6",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_5c80c",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_evidence",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="relation",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="066e31e353e52bccdf05a0763a9958b4b4bea4a0",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_e60f7",
                    table="tracker_relation",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="relation",
            trigger=pgtrigger.compiler.Trigger(
                name="note_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM new_values) THEN \n                IF (SELECT count(*) FROM new_values) > 5000 THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, TRUE, (EXISTS (SELECT 1 FROM new_values WHERE EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = new_values."from_recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')) AND EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = new_values."to_recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')))));\n                ELSE INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) SELECT id, TRUE, bool_or(is_public) FROM (SELECT new_values."from_recommendation_id" AS id, EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = new_values."from_recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')) AND EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = new_values."to_recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')) AS is_public FROM new_values UNION ALL SELECT new_values."to_recommendation_id" AS id, EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = new_values."from_recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')) AND EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = new_values."to_recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')) AS is_public FROM new_values) AS touched GROUP BY id; END IF;\n             END IF; RETURN NULL;',
                    hash="fa58483fc6c867a870e7c7145cd75e03b93fad5b",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_note_insert_c1a17",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_relation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="relation",
            trigger=pgtrigger.compiler.Trigger(
                name="note_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM new_values) THEN \n                IF (SELECT count(*) FROM new_values) > 5000 THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, TRUE, (EXISTS (SELECT 1 FROM old_values WHERE EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = old_values."from_recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')) AND EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = old_values."to_recommendation_id" AND other."state" IN (\'published\', \'withdrawn\'))) OR EXISTS (SELECT 1 FROM new_values WHERE EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = new_values."from_recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')) AND EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = new_values."to_recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')))));\n                ELSE INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) SELECT id, TRUE, bool_or(is_public) FROM (SELECT old_values."from_recommendation_id" AS id, EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = old_values."from_recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')) AND EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = old_values."to_recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')) AS is_public FROM old_values UNION ALL SELECT old_values."to_recommendation_id" AS id, EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = old_values."from_recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')) AND EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = old_values."to_recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')) AS is_public FROM old_values UNION ALL SELECT new_values."from_recommendation_id" AS id, EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = new_values."from_recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')) AND EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = new_values."to_recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')) AS is_public FROM new_values UNION ALL SELECT new_values."to_recommendation_id" AS id, EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = new_values."from_recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')) AND EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = new_values."to_recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')) AS is_public FROM new_values) AS touched GROUP BY id; END IF;\n             END IF; RETURN NULL;',
                    hash="671b62cc208cbbd75ffc7aa279f7162214b6d403",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_note_update_84a8d",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_relation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="relation",
            trigger=pgtrigger.compiler.Trigger(
                name="note_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM old_values) THEN \n                IF (SELECT count(*) FROM old_values) > 5000 THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, TRUE, (EXISTS (SELECT 1 FROM old_values WHERE EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = old_values."from_recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')) AND EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = old_values."to_recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')))));\n                ELSE INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) SELECT id, TRUE, bool_or(is_public) FROM (SELECT old_values."from_recommendation_id" AS id, EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = old_values."from_recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')) AND EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = old_values."to_recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')) AS is_public FROM old_values UNION ALL SELECT old_values."to_recommendation_id" AS id, EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = old_values."from_recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')) AND EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = old_values."to_recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')) AS is_public FROM old_values) AS touched GROUP BY id; END IF;\n             END IF; RETURN NULL;',
                    hash="00ea0e941bfc425d58c9a912f56858e84e5fc995",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_note_delete_34637",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_relation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="relation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_relationevent" ("certainty", "closeness", "from_recommendation_id", "id", "kind", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_recommendation_id") SELECT new_values."certainty", new_values."closeness", new_values."from_recommendation_id", new_values."id", new_values."kind", new_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."to_recommendation_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="61080a0c40787f70e573bf9c81e2428892052f8f",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0eff0",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_relation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="relation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_relationevent" ("certainty", "closeness", "from_recommendation_id", "id", "kind", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_recommendation_id") SELECT new_values."certainty", new_values."closeness", new_values."from_recommendation_id", new_values."id", new_values."kind", new_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."to_recommendation_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="200fbc78c75f3689d03afad2e1293ce29ee5eb1b",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7c3f1",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_relation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="relation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_relationevent" ("certainty", "closeness", "from_recommendation_id", "id", "kind", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_recommendation_id") SELECT old_values."certainty", old_values."closeness", old_values."from_recommendation_id", old_values."id", old_values."kind", old_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."to_recommendation_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="f049cd1a0979d21f6e6db1d740706a9995ddcaeb",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e20a1",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_relation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="theme",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="a9b71bf62b46dad2ca821d3f3da8669b345bc121",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_89df5",
                    table="tracker_theme",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="theme",
            trigger=pgtrigger.compiler.Trigger(
                name="note_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM new_values WHERE TRUE))); END IF; RETURN NULL;",
                    hash="8d51ba22aa4497470541d84f20e3b571e8bf5c97",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_note_insert_cf1d4",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_theme",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="theme",
            trigger=pgtrigger.compiler.Trigger(
                name="note_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, EXISTS (SELECT 1 FROM old_values JOIN new_values USING (id) WHERE old_values."code" IS DISTINCT FROM new_values."code"), (EXISTS (SELECT 1 FROM old_values WHERE TRUE) OR EXISTS (SELECT 1 FROM new_values WHERE TRUE))); END IF; RETURN NULL;',
                    hash="a0557369f64896b1f8af9810af21f8ff71f9e799",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_note_update_07141",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_theme",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="theme",
            trigger=pgtrigger.compiler.Trigger(
                name="note_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM old_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM old_values WHERE TRUE))); END IF; RETURN NULL;",
                    hash="709fa6af309eb836c989525944a636dc55cc7ef4",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_note_delete_d3966",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_theme",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="theme",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_themeevent" ("aliases", "code", "description", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sort_order") SELECT new_values."aliases", new_values."code", new_values."description", new_values."id", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."sort_order" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a26ba2d8c935fb577437eba4e74dcbb87b38e312",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_fddae",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_theme",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="theme",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_themeevent" ("aliases", "code", "description", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sort_order") SELECT new_values."aliases", new_values."code", new_values."description", new_values."id", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."sort_order" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="7f6d6ee09fd1276ab453feec996531cc819ef0aa",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d37ff",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_theme",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="theme",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_themeevent" ("aliases", "code", "description", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sort_order") SELECT old_values."aliases", old_values."code", old_values."description", old_values."id", old_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."sort_order" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="2bd8a4c27d5ee722065e39eeefbf0c4c941404f5",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4713d",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_theme",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="affectedgroup",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="cb8bbe680f654623a8fbd2bec964e0234235aeb5",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_2247c",
                    table="tracker_affectedgroup",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="affectedgroup",
            trigger=pgtrigger.compiler.Trigger(
                name="note_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM new_values WHERE TRUE))); END IF; RETURN NULL;",
                    hash="dbd81d04f14ab9b401e5f23e5258237625b6e12f",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_note_insert_2a583",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_affectedgroup",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="affectedgroup",
            trigger=pgtrigger.compiler.Trigger(
                name="note_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, EXISTS (SELECT 1 FROM old_values JOIN new_values USING (id) WHERE old_values."code" IS DISTINCT FROM new_values."code"), (EXISTS (SELECT 1 FROM old_values WHERE TRUE) OR EXISTS (SELECT 1 FROM new_values WHERE TRUE))); END IF; RETURN NULL;',
                    hash="392440e405094e256126a3e74465417e9981685b",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_note_update_2f825",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_affectedgroup",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="affectedgroup",
            trigger=pgtrigger.compiler.Trigger(
                name="note_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM old_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM old_values WHERE TRUE))); END IF; RETURN NULL;",
                    hash="b135b8fe994c93679e0d6deee94cc4fff6354e56",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_note_delete_44074",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_affectedgroup",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="affectedgroup",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_affectedgroupevent" ("aliases", "code", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sort_order") SELECT new_values."aliases", new_values."code", new_values."id", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."sort_order" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="30a7e9c77568b6dbd83c0f5046514f23535b757c",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f2b68",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_affectedgroup",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="affectedgroup",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_affectedgroupevent" ("aliases", "code", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sort_order") SELECT new_values."aliases", new_values."code", new_values."id", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."sort_order" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="3246532a69f8d35ca6de6f864f7302657ecee8b5",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8c51b",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_affectedgroup",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="affectedgroup",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_affectedgroupevent" ("aliases", "code", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sort_order") SELECT old_values."aliases", old_values."code", old_values."id", old_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."sort_order" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="3fba3c8eeaf635be8f000e05a4ba2a54c938f70d",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c2012",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_affectedgroup",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendationmaker",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="447d729d3fe1fa0a3ab5d58797bc00c90e33ffcf",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_6105d",
                    table="tracker_recommendationmaker",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendationmaker",
            trigger=pgtrigger.compiler.Trigger(
                name="note_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM new_values) THEN \n                IF (SELECT count(*) FROM new_values) > 5000 THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, TRUE, (EXISTS (SELECT 1 FROM new_values WHERE EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = new_values."recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')))));\n                ELSE INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) SELECT id, TRUE, bool_or(is_public) FROM (SELECT new_values."recommendation_id" AS id, EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = new_values."recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')) AS is_public FROM new_values) AS touched GROUP BY id; END IF;\n             END IF; RETURN NULL;',
                    hash="10c1137a278264ede139f4e19a69747f4d34572a",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_note_insert_489f8",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_recommendationmaker",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendationmaker",
            trigger=pgtrigger.compiler.Trigger(
                name="note_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM new_values) THEN \n                IF (SELECT count(*) FROM new_values) > 5000 THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, TRUE, (EXISTS (SELECT 1 FROM old_values WHERE EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = old_values."recommendation_id" AND other."state" IN (\'published\', \'withdrawn\'))) OR EXISTS (SELECT 1 FROM new_values WHERE EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = new_values."recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')))));\n                ELSE INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) SELECT id, TRUE, bool_or(is_public) FROM (SELECT old_values."recommendation_id" AS id, EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = old_values."recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')) AS is_public FROM old_values UNION ALL SELECT new_values."recommendation_id" AS id, EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = new_values."recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')) AS is_public FROM new_values) AS touched GROUP BY id; END IF;\n             END IF; RETURN NULL;',
                    hash="aae791c0cef208ac95e19cb7026196ba7aa61044",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_note_update_070f7",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_recommendationmaker",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendationmaker",
            trigger=pgtrigger.compiler.Trigger(
                name="note_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM old_values) THEN \n                IF (SELECT count(*) FROM old_values) > 5000 THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, TRUE, (EXISTS (SELECT 1 FROM old_values WHERE EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = old_values."recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')))));\n                ELSE INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) SELECT id, TRUE, bool_or(is_public) FROM (SELECT old_values."recommendation_id" AS id, EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = old_values."recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')) AS is_public FROM old_values) AS touched GROUP BY id; END IF;\n             END IF; RETURN NULL;',
                    hash="842f9aea73f3bbb7f0f3263cd4a08524422843ee",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_note_delete_2ac11",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_recommendationmaker",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendationmaker",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_recommendationmakerevent" ("id", "maker_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation_id") SELECT new_values."id", new_values."maker_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."recommendation_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="b3b3ad5e08745d578b2e7e88a504651b2b339932",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_fa000",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_recommendationmaker",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendationmaker",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_recommendationmakerevent" ("id", "maker_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation_id") SELECT new_values."id", new_values."maker_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."recommendation_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="79453edadd1e0245c1d2b8e4ca14fc0cc5059db5",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c56ac",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_recommendationmaker",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendationmaker",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_recommendationmakerevent" ("id", "maker_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation_id") SELECT old_values."id", old_values."maker_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."recommendation_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="bfb57a87d90516ba88c4237cbf50b680d9f20648",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_77b57",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_recommendationmaker",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendationtheme",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="31814b85fbe03072365daca84b67f78e5007e915",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_81ac6",
                    table="tracker_recommendationtheme",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendationtheme",
            trigger=pgtrigger.compiler.Trigger(
                name="note_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM new_values) THEN \n                IF (SELECT count(*) FROM new_values) > 5000 THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, TRUE, (EXISTS (SELECT 1 FROM new_values WHERE EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = new_values."recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')))));\n                ELSE INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) SELECT id, TRUE, bool_or(is_public) FROM (SELECT new_values."recommendation_id" AS id, EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = new_values."recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')) AS is_public FROM new_values) AS touched GROUP BY id; END IF;\n             END IF; RETURN NULL;',
                    hash="1c520ddc3e046856d34f9565e2c1f6245703b279",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_note_insert_bd10e",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_recommendationtheme",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendationtheme",
            trigger=pgtrigger.compiler.Trigger(
                name="note_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM new_values) THEN \n                IF (SELECT count(*) FROM new_values) > 5000 THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, TRUE, (EXISTS (SELECT 1 FROM old_values WHERE EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = old_values."recommendation_id" AND other."state" IN (\'published\', \'withdrawn\'))) OR EXISTS (SELECT 1 FROM new_values WHERE EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = new_values."recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')))));\n                ELSE INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) SELECT id, TRUE, bool_or(is_public) FROM (SELECT old_values."recommendation_id" AS id, EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = old_values."recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')) AS is_public FROM old_values UNION ALL SELECT new_values."recommendation_id" AS id, EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = new_values."recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')) AS is_public FROM new_values) AS touched GROUP BY id; END IF;\n             END IF; RETURN NULL;',
                    hash="91a0f79fca03caa15fd2660e1f9b7a62b0167e24",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_note_update_adcd1",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_recommendationtheme",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendationtheme",
            trigger=pgtrigger.compiler.Trigger(
                name="note_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM old_values) THEN \n                IF (SELECT count(*) FROM old_values) > 5000 THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, TRUE, (EXISTS (SELECT 1 FROM old_values WHERE EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = old_values."recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')))));\n                ELSE INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) SELECT id, TRUE, bool_or(is_public) FROM (SELECT old_values."recommendation_id" AS id, EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = old_values."recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')) AS is_public FROM old_values) AS touched GROUP BY id; END IF;\n             END IF; RETURN NULL;',
                    hash="fc09210c5a507b91086f8f61555aa276f5cda7b5",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_note_delete_74db9",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_recommendationtheme",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendationtheme",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_recommendationthemeevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation_id", "theme_id") SELECT new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."recommendation_id", new_values."theme_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="46d406649a609347a6c16827567662b0f79273d7",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a647d",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_recommendationtheme",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendationtheme",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_recommendationthemeevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation_id", "theme_id") SELECT new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."recommendation_id", new_values."theme_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="355526cde5eed726ed61cc36aeea8d2bd5d5b9d7",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_18d02",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_recommendationtheme",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendationtheme",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_recommendationthemeevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation_id", "theme_id") SELECT old_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."recommendation_id", old_values."theme_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="b4eae6ca032614c179d71c3be081fe019adf23f6",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7fe71",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_recommendationtheme",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendationgroup",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="d881a3eaabfe4163db34921df662186f6e569fcb",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_d4a74",
                    table="tracker_recommendationgroup",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendationgroup",
            trigger=pgtrigger.compiler.Trigger(
                name="note_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM new_values) THEN \n                IF (SELECT count(*) FROM new_values) > 5000 THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, TRUE, (EXISTS (SELECT 1 FROM new_values WHERE EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = new_values."recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')))));\n                ELSE INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) SELECT id, TRUE, bool_or(is_public) FROM (SELECT new_values."recommendation_id" AS id, EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = new_values."recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')) AS is_public FROM new_values) AS touched GROUP BY id; END IF;\n             END IF; RETURN NULL;',
                    hash="beecbf9d63dd150d0123ce27fdac9b4feb18989b",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_note_insert_6905f",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_recommendationgroup",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendationgroup",
            trigger=pgtrigger.compiler.Trigger(
                name="note_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM new_values) THEN \n                IF (SELECT count(*) FROM new_values) > 5000 THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, TRUE, (EXISTS (SELECT 1 FROM old_values WHERE EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = old_values."recommendation_id" AND other."state" IN (\'published\', \'withdrawn\'))) OR EXISTS (SELECT 1 FROM new_values WHERE EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = new_values."recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')))));\n                ELSE INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) SELECT id, TRUE, bool_or(is_public) FROM (SELECT old_values."recommendation_id" AS id, EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = old_values."recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')) AS is_public FROM old_values UNION ALL SELECT new_values."recommendation_id" AS id, EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = new_values."recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')) AS is_public FROM new_values) AS touched GROUP BY id; END IF;\n             END IF; RETURN NULL;',
                    hash="5caeb44ea4f87edd8f619b5ed234f4c632ff030c",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_note_update_c6f83",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_recommendationgroup",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendationgroup",
            trigger=pgtrigger.compiler.Trigger(
                name="note_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM old_values) THEN \n                IF (SELECT count(*) FROM old_values) > 5000 THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, TRUE, (EXISTS (SELECT 1 FROM old_values WHERE EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = old_values."recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')))));\n                ELSE INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) SELECT id, TRUE, bool_or(is_public) FROM (SELECT old_values."recommendation_id" AS id, EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = old_values."recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')) AS is_public FROM old_values) AS touched GROUP BY id; END IF;\n             END IF; RETURN NULL;',
                    hash="47b528e3fed3f8efa98771922f6a2c5ae07a4502",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_note_delete_fa31e",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_recommendationgroup",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendationgroup",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_recommendationgroupevent" ("group_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation_id") SELECT new_values."group_id", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."recommendation_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="99a0e0db7aaef6fb3d58394bf9cce954dbe3ba56",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3b96c",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_recommendationgroup",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendationgroup",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_recommendationgroupevent" ("group_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation_id") SELECT new_values."group_id", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."recommendation_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a7d1482a8c95a5f96fa0e647a883f7fa8abf742c",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c551c",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_recommendationgroup",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendationgroup",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_recommendationgroupevent" ("group_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation_id") SELECT old_values."group_id", old_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."recommendation_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="09e2dfd6f20cfaa09f0370e29f0c478dfff7d5bf",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e35fb",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_recommendationgroup",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="developmentrecommendation",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="a21be78dc8769188c2927dcaa4bc72fb52c49f7e",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_a811f",
                    table="tracker_developmentrecommendation",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="developmentrecommendation",
            trigger=pgtrigger.compiler.Trigger(
                name="note_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM new_values WHERE EXISTS (SELECT 1 FROM tracker_development other WHERE other.id = new_values.\"development_id\" AND other.\"state\" IN ('published', 'withdrawn')) AND EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = new_values.\"recommendation_id\" AND other.\"state\" IN ('published', 'withdrawn'))))); END IF; RETURN NULL;",
                    hash="29713fff7a46ff49543b76514358b71a8fc98441",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_note_insert_826de",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_developmentrecommendation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="developmentrecommendation",
            trigger=pgtrigger.compiler.Trigger(
                name="note_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM old_values WHERE EXISTS (SELECT 1 FROM tracker_development other WHERE other.id = old_values.\"development_id\" AND other.\"state\" IN ('published', 'withdrawn')) AND EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = old_values.\"recommendation_id\" AND other.\"state\" IN ('published', 'withdrawn'))) OR EXISTS (SELECT 1 FROM new_values WHERE EXISTS (SELECT 1 FROM tracker_development other WHERE other.id = new_values.\"development_id\" AND other.\"state\" IN ('published', 'withdrawn')) AND EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = new_values.\"recommendation_id\" AND other.\"state\" IN ('published', 'withdrawn'))))); END IF; RETURN NULL;",
                    hash="c27b51448f43797b90f080565b4cbc46eaa662a9",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_note_update_a09d1",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_developmentrecommendation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="developmentrecommendation",
            trigger=pgtrigger.compiler.Trigger(
                name="note_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM old_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM old_values WHERE EXISTS (SELECT 1 FROM tracker_development other WHERE other.id = old_values.\"development_id\" AND other.\"state\" IN ('published', 'withdrawn')) AND EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = old_values.\"recommendation_id\" AND other.\"state\" IN ('published', 'withdrawn'))))); END IF; RETURN NULL;",
                    hash="0f9cc827590e10ada5b26915df651c37c0ff39d2",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_note_delete_16a46",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_developmentrecommendation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="developmentrecommendation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_developmentrecommendationevent" ("development_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation_id") SELECT new_values."development_id", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."recommendation_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="fc2f1d1c00b3d0b8db078693efcf18e99ddb8e7c",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b5339",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_developmentrecommendation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="developmentrecommendation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_developmentrecommendationevent" ("development_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation_id") SELECT new_values."development_id", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."recommendation_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a92acd200bb8ae6f5b3ff224cfd4253344039bb8",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_49afb",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_developmentrecommendation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="developmentrecommendation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_developmentrecommendationevent" ("development_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation_id") SELECT old_values."development_id", old_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."recommendation_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="ef8557c429cf67dc2c81122976169ee2d2febed7",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_38793",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_developmentrecommendation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="amendment",
            trigger=pgtrigger.compiler.Trigger(
                name="state_changes",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE _is_valid_transition BOOLEAN;",
                    func='SELECT CONCAT(OLD."state", \':\', NEW."state") = ANY(\'{draft:in-review,in-review:draft,in-review:published,draft:withdrawn,in-review:withdrawn,published:withdrawn}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."state" IS DISTINCT FROM NEW."state") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "state" from "%" to "%" on table %\', OLD."state", NEW."state", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                    hash="84445c697aec500726b1ec5f6b3d4198378d7880",
                    operation="UPDATE",
                    pgid="pgtrigger_state_changes_12810",
                    table="tracker_amendment",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="amendment",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="421da9484d8f55369c5e07e2b135cd3d30ff6429",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_8c885",
                    table="tracker_amendment",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="amendment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_amendmentevent" ("approved_at", "approved_by_id", "base_version", "changes", "id", "key", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recommendation_id", "recorded_at", "recorded_by_id", "returned_reason", "state", "submitted_at", "submitted_by_id", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") SELECT new_values."approved_at", new_values."approved_by_id", new_values."base_version", new_values."changes", new_values."id", new_values."key", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."reason", new_values."recommendation_id", new_values."recorded_at", new_values."recorded_by_id", new_values."returned_reason", new_values."state", new_values."submitted_at", new_values."submitted_by_id", new_values."withdrawn_at", new_values."withdrawn_by_id", new_values."withdrawn_reason" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="d77c0e249f5dcc726863d147fe88e82fbd006dce",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1f3a0",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_amendment",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="amendment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_amendmentevent" ("approved_at", "approved_by_id", "base_version", "changes", "id", "key", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recommendation_id", "recorded_at", "recorded_by_id", "returned_reason", "state", "submitted_at", "submitted_by_id", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") SELECT new_values."approved_at", new_values."approved_by_id", new_values."base_version", new_values."changes", new_values."id", new_values."key", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."reason", new_values."recommendation_id", new_values."recorded_at", new_values."recorded_by_id", new_values."returned_reason", new_values."state", new_values."submitted_at", new_values."submitted_by_id", new_values."withdrawn_at", new_values."withdrawn_by_id", new_values."withdrawn_reason" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a5def8d450c8d5c4551205d941ecbe3b8140a5b5",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6f21c",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_amendment",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="amendment",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_amendmentevent" ("approved_at", "approved_by_id", "base_version", "changes", "id", "key", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recommendation_id", "recorded_at", "recorded_by_id", "returned_reason", "state", "submitted_at", "submitted_by_id", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") SELECT old_values."approved_at", old_values."approved_by_id", old_values."base_version", old_values."changes", old_values."id", old_values."key", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."reason", old_values."recommendation_id", old_values."recorded_at", old_values."recorded_by_id", old_values."returned_reason", old_values."state", old_values."submitted_at", old_values."submitted_by_id", old_values."withdrawn_at", old_values."withdrawn_by_id", old_values."withdrawn_reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="d8e38e3eb8efa0a63280812d30d8365ba2528001",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_defb9",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_amendment",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="invocation",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="561f0a6975b974bf8d673f9b416e0b7572ad516d",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_9cc43",
                    table="tracker_invocation",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="invocation",
            trigger=pgtrigger.compiler.Trigger(
                name="note_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM new_values) THEN \n                IF (SELECT count(*) FROM new_values) > 5000 THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, TRUE, (EXISTS (SELECT 1 FROM new_values WHERE EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = new_values."recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')))));\n                ELSE INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) SELECT id, TRUE, bool_or(is_public) FROM (SELECT new_values."recommendation_id" AS id, EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = new_values."recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')) AS is_public FROM new_values) AS touched GROUP BY id; END IF;\n             END IF; RETURN NULL;',
                    hash="7c66e96736206ad6f303f36460e74902eace9b73",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_note_insert_401c9",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_invocation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="invocation",
            trigger=pgtrigger.compiler.Trigger(
                name="note_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM new_values) THEN \n                IF (SELECT count(*) FROM new_values) > 5000 THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, TRUE, (EXISTS (SELECT 1 FROM old_values WHERE EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = old_values."recommendation_id" AND other."state" IN (\'published\', \'withdrawn\'))) OR EXISTS (SELECT 1 FROM new_values WHERE EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = new_values."recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')))));\n                ELSE INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) SELECT id, TRUE, bool_or(is_public) FROM (SELECT old_values."recommendation_id" AS id, EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = old_values."recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')) AS is_public FROM old_values UNION ALL SELECT new_values."recommendation_id" AS id, EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = new_values."recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')) AS is_public FROM new_values) AS touched GROUP BY id; END IF;\n             END IF; RETURN NULL;',
                    hash="664615cd22332b750df0724fab238338dcbc325c",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_note_update_b2d00",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_invocation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="invocation",
            trigger=pgtrigger.compiler.Trigger(
                name="note_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM old_values) THEN \n                IF (SELECT count(*) FROM old_values) > 5000 THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, TRUE, (EXISTS (SELECT 1 FROM old_values WHERE EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = old_values."recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')))));\n                ELSE INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) SELECT id, TRUE, bool_or(is_public) FROM (SELECT old_values."recommendation_id" AS id, EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = old_values."recommendation_id" AND other."state" IN (\'published\', \'withdrawn\')) AS is_public FROM old_values) AS touched GROUP BY id; END IF;\n             END IF; RETURN NULL;',
                    hash="5b7da486e4722ba5a27c0560b7698779ed48fa93",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_note_delete_ea191",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_invocation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="invocation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_invocationevent" ("article_id", "basis", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation_id") SELECT new_values."article_id", new_values."basis", new_values."id", new_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."recommendation_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="4e0482725e5cce6215b5f879d38584580ea3fb52",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_34a6a",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_invocation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="invocation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_invocationevent" ("article_id", "basis", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation_id") SELECT new_values."article_id", new_values."basis", new_values."id", new_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."recommendation_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="d07d71df91e04f926111c56897be48a6b063aa71",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ae1ed",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_invocation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="invocation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_invocationevent" ("article_id", "basis", "id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation_id") SELECT old_values."article_id", old_values."basis", old_values."id", old_values."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."recommendation_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="9d945b7226b841df40e706b99bbb909f0cf43b84",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0e942",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_invocation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="norm",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="390ab699b1c0fac644a371c7e5783f0ee48b28b8",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_0dd9d",
                    table="tracker_norm",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="norm",
            trigger=pgtrigger.compiler.Trigger(
                name="note_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM new_values WHERE TRUE))); END IF; RETURN NULL;",
                    hash="eb287e9fc8566797f807040a45407879e926291d",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_note_insert_22504",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_norm",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="norm",
            trigger=pgtrigger.compiler.Trigger(
                name="note_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, EXISTS (SELECT 1 FROM old_values JOIN new_values USING (id) WHERE old_values."slug" IS DISTINCT FROM new_values."slug"), (EXISTS (SELECT 1 FROM old_values WHERE TRUE) OR EXISTS (SELECT 1 FROM new_values WHERE TRUE))); END IF; RETURN NULL;',
                    hash="512a7ffc2a8b7d26247c3678b573b6769b36182e",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_note_update_07948",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_norm",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="norm",
            trigger=pgtrigger.compiler.Trigger(
                name="note_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM old_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM old_values WHERE TRUE))); END IF; RETURN NULL;",
                    hash="62b493b8ad42db47a9f7abb5a2a92062164f44d0",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_note_delete_fa78c",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_norm",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="norm",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_normevent" ("description", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") SELECT new_values."description", new_values."id", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."slug" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="624dc25f1f47e769c3b3cc87cfa20d45644b1b31",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1c902",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_norm",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="norm",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_normevent" ("description", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") SELECT new_values."description", new_values."id", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."slug" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="248be952a09862a70ee25338c49d46b0b977fe01",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e697e",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_norm",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="norm",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_normevent" ("description", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") SELECT old_values."description", old_values."id", old_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."slug" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="d20c5a5109df70921a4f49435a547b6d6c211c9d",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9bd0c",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_norm",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="normarticle",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="ee41bef63554fa723f4e64215059957d32250d23",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_eed8e",
                    table="tracker_normarticle",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="normarticle",
            trigger=pgtrigger.compiler.Trigger(
                name="note_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, TRUE, (EXISTS (SELECT 1 FROM new_values WHERE TRUE))); END IF; RETURN NULL;",
                    hash="255dba715e2222bc537cee97427886c0bdda9a9c",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_note_insert_ec135",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_normarticle",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="normarticle",
            trigger=pgtrigger.compiler.Trigger(
                name="note_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, TRUE, (EXISTS (SELECT 1 FROM old_values WHERE TRUE) OR EXISTS (SELECT 1 FROM new_values WHERE TRUE))); END IF; RETURN NULL;",
                    hash="d89a2852bb6c676803e53cc49579d3f1d9e6465d",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_note_update_af466",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_normarticle",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="normarticle",
            trigger=pgtrigger.compiler.Trigger(
                name="note_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM old_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, TRUE, (EXISTS (SELECT 1 FROM old_values WHERE TRUE))); END IF; RETURN NULL;",
                    hash="9e2c72dd35393999cf94d9a13c009c2c0161d3f9",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_note_delete_545f4",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_normarticle",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="normarticle",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_normarticleevent" ("article_id", "id", "norm_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."article_id", new_values."id", new_values."norm_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="18061e32f93627c8eb7d4da20f70d39098a2055f",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_84d83",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_normarticle",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="normarticle",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_normarticleevent" ("article_id", "id", "norm_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."article_id", new_values."id", new_values."norm_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="d22e17c6da945eae6bf0911872f252b17b3db005",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3aa7b",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_normarticle",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="normarticle",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_normarticleevent" ("article_id", "id", "norm_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."article_id", old_values."id", old_values."norm_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="ba83eeeb2b7eb359b9c02fedfb6bbaf5b5bf6d70",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b34cd",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_normarticle",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="note",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="d00ea8ee3bb8d446458d708eb3e0dd925aa3c212",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_9ae03",
                    table="tracker_note",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="note",
            trigger=pgtrigger.compiler.Trigger(
                name="note_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM new_values WHERE new_values.\"audience\" = 'public'))); END IF; RETURN NULL;",
                    hash="a06667383fcdd79f82ebb104491bc3c42b2ea2ec",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_note_insert_6605b",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_note",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="note",
            trigger=pgtrigger.compiler.Trigger(
                name="note_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM old_values WHERE old_values.\"audience\" = 'public') OR EXISTS (SELECT 1 FROM new_values WHERE new_values.\"audience\" = 'public'))); END IF; RETURN NULL;",
                    hash="8c570ce84903f8f3157d88c24dfb9d9991288b84",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_note_update_8a2bc",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_note",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="note",
            trigger=pgtrigger.compiler.Trigger(
                name="note_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM old_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM old_values WHERE old_values.\"audience\" = 'public'))); END IF; RETURN NULL;",
                    hash="8e15b01c6b6cc66eee031daa963e47b1a12ac709",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_note_delete_0f1cb",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_note",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="note",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_noteevent" ("audience", "id", "key", "kind", "locator", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") SELECT new_values."audience", new_values."id", new_values."key", new_values."kind", new_values."locator", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."text" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="3bf5d28d5b57f8d8bab22207fe334bc6567bfb1c",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f2f0a",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_note",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="note",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_noteevent" ("audience", "id", "key", "kind", "locator", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") SELECT new_values."audience", new_values."id", new_values."key", new_values."kind", new_values."locator", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."text" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="b943f05f2f524086681a74a3fbbff0de671d9b29",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_db7b4",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_note",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="note",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_noteevent" ("audience", "id", "key", "kind", "locator", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") SELECT old_values."audience", old_values."id", old_values."key", old_values."kind", old_values."locator", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."text" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="0b4b90d0f9e5659bcf04968943d08a9e98e5f7e3",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e873c",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_note",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="notesubject",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="8bec8b38ff978af677a68c06cf7d42a1c89e53c9",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_c10dd",
                    table="tracker_notesubject",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="notesubject",
            trigger=pgtrigger.compiler.Trigger(
                name="note_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM new_values WHERE EXISTS (SELECT 1 FROM tracker_note other WHERE other.id = new_values."note_id" AND other."audience" = \'public\') AND (new_values."recommendation_id" IS NULL OR EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = new_values."recommendation_id" AND other."state" IN (\'published\', \'withdrawn\'))) AND (new_values."document_id" IS NULL OR EXISTS (SELECT 1 FROM tracker_document other WHERE other.id = new_values."document_id" AND other."is_public")) AND (new_values."development_id" IS NULL OR EXISTS (SELECT 1 FROM tracker_development other WHERE other.id = new_values."development_id" AND other."state" IN (\'published\', \'withdrawn\'))) AND (new_values."cycle_id" IS NULL OR EXISTS (SELECT 1 FROM tracker_reviewcycle other WHERE other.id = new_values."cycle_id" AND other."is_public"))))); END IF; RETURN NULL;',
                    hash="8d563c002fc2189a4c7b10fdf869027f7883a741",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_note_insert_882f6",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_notesubject",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="notesubject",
            trigger=pgtrigger.compiler.Trigger(
                name="note_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM old_values WHERE EXISTS (SELECT 1 FROM tracker_note other WHERE other.id = old_values."note_id" AND other."audience" = \'public\') AND (old_values."recommendation_id" IS NULL OR EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = old_values."recommendation_id" AND other."state" IN (\'published\', \'withdrawn\'))) AND (old_values."document_id" IS NULL OR EXISTS (SELECT 1 FROM tracker_document other WHERE other.id = old_values."document_id" AND other."is_public")) AND (old_values."development_id" IS NULL OR EXISTS (SELECT 1 FROM tracker_development other WHERE other.id = old_values."development_id" AND other."state" IN (\'published\', \'withdrawn\'))) AND (old_values."cycle_id" IS NULL OR EXISTS (SELECT 1 FROM tracker_reviewcycle other WHERE other.id = old_values."cycle_id" AND other."is_public"))) OR EXISTS (SELECT 1 FROM new_values WHERE EXISTS (SELECT 1 FROM tracker_note other WHERE other.id = new_values."note_id" AND other."audience" = \'public\') AND (new_values."recommendation_id" IS NULL OR EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = new_values."recommendation_id" AND other."state" IN (\'published\', \'withdrawn\'))) AND (new_values."document_id" IS NULL OR EXISTS (SELECT 1 FROM tracker_document other WHERE other.id = new_values."document_id" AND other."is_public")) AND (new_values."development_id" IS NULL OR EXISTS (SELECT 1 FROM tracker_development other WHERE other.id = new_values."development_id" AND other."state" IN (\'published\', \'withdrawn\'))) AND (new_values."cycle_id" IS NULL OR EXISTS (SELECT 1 FROM tracker_reviewcycle other WHERE other.id = new_values."cycle_id" AND other."is_public"))))); END IF; RETURN NULL;',
                    hash="3c92170b2798fdd38a0be40b770b14bd64339f55",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_note_update_2da86",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_notesubject",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="notesubject",
            trigger=pgtrigger.compiler.Trigger(
                name="note_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM old_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM old_values WHERE EXISTS (SELECT 1 FROM tracker_note other WHERE other.id = old_values."note_id" AND other."audience" = \'public\') AND (old_values."recommendation_id" IS NULL OR EXISTS (SELECT 1 FROM tracker_recommendation other WHERE other.id = old_values."recommendation_id" AND other."state" IN (\'published\', \'withdrawn\'))) AND (old_values."document_id" IS NULL OR EXISTS (SELECT 1 FROM tracker_document other WHERE other.id = old_values."document_id" AND other."is_public")) AND (old_values."development_id" IS NULL OR EXISTS (SELECT 1 FROM tracker_development other WHERE other.id = old_values."development_id" AND other."state" IN (\'published\', \'withdrawn\'))) AND (old_values."cycle_id" IS NULL OR EXISTS (SELECT 1 FROM tracker_reviewcycle other WHERE other.id = old_values."cycle_id" AND other."is_public"))))); END IF; RETURN NULL;',
                    hash="b8776d29bbca013ccea68c26ed8499f24ccf7620",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_note_delete_1c76d",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_notesubject",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="notesubject",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_notesubjectevent" ("article_id", "cycle_id", "development_id", "document_id", "id", "note_id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation_id", "treaty_action_id", "treaty_id") SELECT new_values."article_id", new_values."cycle_id", new_values."development_id", new_values."document_id", new_values."id", new_values."note_id", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."recommendation_id", new_values."treaty_action_id", new_values."treaty_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="4e709b61f19f5b38fbc5d4f57f618e5eec583c06",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_08734",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_notesubject",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="notesubject",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_notesubjectevent" ("article_id", "cycle_id", "development_id", "document_id", "id", "note_id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation_id", "treaty_action_id", "treaty_id") SELECT new_values."article_id", new_values."cycle_id", new_values."development_id", new_values."document_id", new_values."id", new_values."note_id", new_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."recommendation_id", new_values."treaty_action_id", new_values."treaty_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="0ed7be845f20e4dfc4121f50fab25b9d00b6b5b6",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_28a71",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_notesubject",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="notesubject",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_notesubjectevent" ("article_id", "cycle_id", "development_id", "document_id", "id", "note_id", "organisation_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation_id", "treaty_action_id", "treaty_id") SELECT old_values."article_id", old_values."cycle_id", old_values."development_id", old_values."document_id", old_values."id", old_values."note_id", old_values."organisation_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."recommendation_id", old_values."treaty_action_id", old_values."treaty_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="9d88dee868980c9ad4d4e4c13e305e6f608957f1",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c0ea8",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_notesubject",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="notesource",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="ca3e2b5d4a0447cffe214596f208dad12553e66b",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_204ef",
                    table="tracker_notesource",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="notesource",
            trigger=pgtrigger.compiler.Trigger(
                name="note_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM new_values WHERE EXISTS (SELECT 1 FROM tracker_note other WHERE other.id = new_values."note_id" AND other."audience" = \'public\') AND EXISTS (SELECT 1 FROM tracker_document other WHERE other.id = new_values."document_id" AND other."is_public")))); END IF; RETURN NULL;',
                    hash="324c296d5b3e3a1c1ca17fc9d50e82b4acb2eb78",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_note_insert_e17a6",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_notesource",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="notesource",
            trigger=pgtrigger.compiler.Trigger(
                name="note_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM old_values WHERE EXISTS (SELECT 1 FROM tracker_note other WHERE other.id = old_values."note_id" AND other."audience" = \'public\') AND EXISTS (SELECT 1 FROM tracker_document other WHERE other.id = old_values."document_id" AND other."is_public")) OR EXISTS (SELECT 1 FROM new_values WHERE EXISTS (SELECT 1 FROM tracker_note other WHERE other.id = new_values."note_id" AND other."audience" = \'public\') AND EXISTS (SELECT 1 FROM tracker_document other WHERE other.id = new_values."document_id" AND other."is_public")))); END IF; RETURN NULL;',
                    hash="4c3df5f3da3b8620c8a798331c061262c3c4b296",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_note_update_8b27d",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_notesource",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="notesource",
            trigger=pgtrigger.compiler.Trigger(
                name="note_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='IF EXISTS (SELECT 1 FROM old_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM old_values WHERE EXISTS (SELECT 1 FROM tracker_note other WHERE other.id = old_values."note_id" AND other."audience" = \'public\') AND EXISTS (SELECT 1 FROM tracker_document other WHERE other.id = old_values."document_id" AND other."is_public")))); END IF; RETURN NULL;',
                    hash="38a6876b752c054eb44fa316e9b6d6b288ea6c13",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_note_delete_e7ad5",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_notesource",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="notesource",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_notesourceevent" ("document_id", "id", "note_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."document_id", new_values."id", new_values."note_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="ca8d77374a61d62c5282cc225a83a3bbcaa14dca",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_71d75",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_notesource",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="notesource",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_notesourceevent" ("document_id", "id", "note_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."document_id", new_values."id", new_values."note_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="9ca968ee25e7abae883f6d58fae49239f7d9c059",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1dea0",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_notesource",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="notesource",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_notesourceevent" ("document_id", "id", "note_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."document_id", old_values."id", old_values."note_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="fe06b7e586c2258ca9156dfe89272403b46422c8",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b4016",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_notesource",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="synonym",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="59596a9338efffaf165da84957d3727988f381b4",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_a9a57",
                    table="tracker_synonym",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="synonym",
            trigger=pgtrigger.compiler.Trigger(
                name="note_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM new_values WHERE TRUE))); END IF; RETURN NULL;",
                    hash="e30b4993310b124dc9d43e71a7e80a938fada9c7",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_note_insert_c634f",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_synonym",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="synonym",
            trigger=pgtrigger.compiler.Trigger(
                name="note_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM new_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM old_values WHERE TRUE) OR EXISTS (SELECT 1 FROM new_values WHERE TRUE))); END IF; RETURN NULL;",
                    hash="6af54562b1f0422ca723444828c583a0fa1c84ca",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_note_update_a2a61",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_synonym",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="synonym",
            trigger=pgtrigger.compiler.Trigger(
                name="note_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF EXISTS (SELECT 1 FROM old_values) THEN INSERT INTO tracker_change (recommendation_id, is_indexed, is_public) VALUES (NULL, FALSE, (EXISTS (SELECT 1 FROM old_values WHERE TRUE))); END IF; RETURN NULL;",
                    hash="139acc404412e36f7f57cf70b63cd90d31dbea80",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_note_delete_fe16b",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_synonym",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="synonym",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_synonymevent" ("en", "id", "key", "ko", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "zh") SELECT new_values."en", new_values."id", new_values."key", new_values."ko", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."zh" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="f1b11e6bc76c1ecaaeb225656213f95c727c151b",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_980b3",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_synonym",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="synonym",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_synonymevent" ("en", "id", "key", "ko", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "zh") SELECT new_values."en", new_values."id", new_values."key", new_values."ko", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."zh" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="1d24c41975adff96f68d9a66be834239218436f1",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_872e5",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_synonym",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="synonym",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_synonymevent" ("en", "id", "key", "ko", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "zh") SELECT old_values."en", old_values."id", old_values."key", old_values."ko", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."zh" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="8857f4040f01e0c77820a0db2ad65a5e5ee46191",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_53180",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_synonym",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="treatyevent",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="0926aa0917f26c51c34ecc9fb377dfba58569182",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_102ab",
                    table="tracker_treatyevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="treatyevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="6394ddd1f69126c1a7b462045f2e4742898c8779",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_8a3f0",
                    table="tracker_treatyevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="treatyactionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="7d421ff8039f63318c8e6e157da79dc98e8a162d",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_cf5bb",
                    table="tracker_treatyactionevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="treatyactionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="331c2e15a0f45712301f350450b966c363f53309",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_33230",
                    table="tracker_treatyactionevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="articleevent",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="19c8fceca21372b3eb582bc73c6aa4b814b59fea",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_9621c",
                    table="tracker_articleevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="articleevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="2a982776af74aa2be440d00a79967d4e60a83c8f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c8e4e",
                    table="tracker_articleevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="organisationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="b093f46285cc72a332f3aa0f675c6f4aea7a936f",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_5f9c6",
                    table="tracker_organisationevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="organisationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="735313c8f973dd6c5e83eae031a615839c3b6aab",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_4218e",
                    table="tracker_organisationevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="organisationmemberevent",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="e18dbc90c5c8645a7c66cf07d648a6c2df4500f8",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_e5291",
                    table="tracker_organisationmemberevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="organisationmemberevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="af3d7b6ca503f42cd8f177de66055b206e455190",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a8306",
                    table="tracker_organisationmemberevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="mechanismevent",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="602f115244f6693f318bc03b6e643cdd79866514",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_0959c",
                    table="tracker_mechanismevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="mechanismevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="44796e7eb709ba3295b2e52fcb7f5f14b3543da5",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_75681",
                    table="tracker_mechanismevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="reviewcycleevent",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="b37a70939a769facc48b5f0fb1d14665caa4bfa4",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_b8c83",
                    table="tracker_reviewcycleevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="reviewcycleevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="af5b4435aeb2f318f9103107a826800064626b1d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_28752",
                    table="tracker_reviewcycleevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="officialtotalevent",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="8b97e09b10b706f897b225274013ad3db816cceb",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_3ffe6",
                    table="tracker_officialtotalevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="officialtotalevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c6ad3ee999465f5798b2ebdc8a99334d183f5f2d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_1b558",
                    table="tracker_officialtotalevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="milestoneevent",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="c1a1cd86e195fb9a0bb522e8dd3789f763bba71a",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_11db8",
                    table="tracker_milestoneevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="milestoneevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c483b488435e18564fdd582497cd16aaf7803883",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_4f42b",
                    table="tracker_milestoneevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="documentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="52309d7d6ad01c3830a9cb6dd81df4c72b6ba777",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_82fa9",
                    table="tracker_documentevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="documentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c61358e828362a20ffe2d8683406133777cae58b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_12cfe",
                    table="tracker_documentevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="citationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="6925ee9e28aa4ee88d78508eca380922ff6f4933",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_71619",
                    table="tracker_citationevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="citationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="8885e8eb126873d1bd9ce7e3d0986399c33f867d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6a305",
                    table="tracker_citationevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="documentauthorevent",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="a15913d81e9bb6c7c341b410db9e154de456c402",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_4cbf9",
                    table="tracker_documentauthorevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="documentauthorevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="620c138237da66400b1da8af11468ba5ccb75e15",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_0a23d",
                    table="tracker_documentauthorevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="treatyactionsourceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="10286e940391d1a86c1d8fbd154268b4b1e0ca54",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_6343c",
                    table="tracker_treatyactionsourceevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="treatyactionsourceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c197e8afea6817e08010a9d4106d30facd6c1699",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ffb80",
                    table="tracker_treatyactionsourceevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="milestonesourceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="a8b0a491010267439ec1a93e6fbc1fa8872f570b",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_a5f21",
                    table="tracker_milestonesourceevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="milestonesourceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="754664e1318d51fdf92df7eedfec0c713bf55c5e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_e562b",
                    table="tracker_milestonesourceevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="developmentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="197d55e2f68f2863aebc352990c827f7439c7d19",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_fbd68",
                    table="tracker_developmentevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="developmentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="1ab10ac4b8004a0f8b66d6ef2542f400093c617f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c6e9b",
                    table="tracker_developmentevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="developmentsourceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="f1aaf3f6db805b706d92063842c2310411ce3cdc",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_90f04",
                    table="tracker_developmentsourceevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="developmentsourceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="7d4f9d756d5ebf14729b15bf29d75397f4c26131",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_eccfd",
                    table="tracker_developmentsourceevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="responseevent",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="4dd883a57d3710fb24df31d1b0adb1e5ef2dd5fc",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_f14f4",
                    table="tracker_responseevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="responseevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="5d91f545bf7748ab41c5a34462b7bc1b5dac8fd4",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_11c7d",
                    table="tracker_responseevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="assessmentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="23ab2f7f4a4251305a4d3cbce47bad06dc8283f6",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_4e9d6",
                    table="tracker_assessmentevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="assessmentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="7ffa1e2357d40e428bcd689c0b38bedb61bd526e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_bbb7c",
                    table="tracker_assessmentevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="evidenceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="39dfbf94c0899e65e6bbca3fabfe6062448e5124",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_3cb20",
                    table="tracker_evidenceevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="evidenceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c7c208e8a6ef9cb8b03d30502018858075779369",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_1a98e",
                    table="tracker_evidenceevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="relationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="d3196abb3488a809d8388975e3ee520a48e8bcf8",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_a0449",
                    table="tracker_relationevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="relationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="1d045272bf23f5dea6781d88c118ca08936313b1",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_63601",
                    table="tracker_relationevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="themeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="5e94beabd957c1ef128f9f3832f19c565a998f49",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_a25d5",
                    table="tracker_themeevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="themeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="5000cf536c9cf61985fb7c3337008b1054326971",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_29016",
                    table="tracker_themeevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="affectedgroupevent",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="ea18430160f736de4b8406fbff6581e2db43aaf0",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_220b7",
                    table="tracker_affectedgroupevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="affectedgroupevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="be908e83867e05e45f939d36a193c5cd81dcbf57",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a25d4",
                    table="tracker_affectedgroupevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="bc86776fc8ea69e9a07637220c1f65760816275d",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_23d13",
                    table="tracker_recommendationevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="cd9b5b966f7040be835eb7530822499121696ad8",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_5bc19",
                    table="tracker_recommendationevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendationmakerevent",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="3fe184595f5a60e4f7a54e6a3f7f987bd26e4982",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_13109",
                    table="tracker_recommendationmakerevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendationmakerevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3f355cc4574a066ddbc5d620404276b34cc4e56d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_b4f4a",
                    table="tracker_recommendationmakerevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendationthemeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="f24e277ef11149dc9343fe4baaecc7da28cb1704",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_95a03",
                    table="tracker_recommendationthemeevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendationthemeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="5f4c7ea76c32f97043c63dfaf52764141e3441c1",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_b7508",
                    table="tracker_recommendationthemeevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendationgroupevent",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="8a98d1caaf3f742e4433ef57e933cd28535261fe",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_d3bda",
                    table="tracker_recommendationgroupevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="recommendationgroupevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="679424d12a84a1e5b31920c90f84fbd16bb0eec0",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_994b0",
                    table="tracker_recommendationgroupevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="developmentrecommendationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="a1271be8683c7a4f5aea2e84125c6e9e2cdd6b47",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_bbf2a",
                    table="tracker_developmentrecommendationevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="developmentrecommendationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c3a2a25c83b99d2913c5f76109eeca0955544444",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_de06e",
                    table="tracker_developmentrecommendationevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="amendmentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="2c1966238af7d138c9a6c188fb2da666577cab3b",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_96dd5",
                    table="tracker_amendmentevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="amendmentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e3feac4bc56222adb3d26fdf60730e471d4394bf",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_74d96",
                    table="tracker_amendmentevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="invocationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="0a3470c8162ba38f09233ff9fb23037105995182",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_7bc17",
                    table="tracker_invocationevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="invocationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="44eb330b7da17337a6d6b2428fe60c987c7c40a3",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_71c69",
                    table="tracker_invocationevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="normevent",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="510989f9cbcc358d19841302ac35e3ca278f3ad5",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_c99fa",
                    table="tracker_normevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="normevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4543e50b59ef4233b244ed027fbfb0a3df8b9663",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_203c6",
                    table="tracker_normevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="normarticleevent",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="e5c28b6ac80e042826a666421da6d4421c4990b4",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_67d2f",
                    table="tracker_normarticleevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="normarticleevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4e0c585cf1fac29dafae68246b1968a84b0d8520",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_d8ee2",
                    table="tracker_normarticleevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="noteevent",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="ff7047c6eb34435299b02f51979af4cc88b98be3",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_4a1fc",
                    table="tracker_noteevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="noteevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ade60a3a7e84dcf615edff3171c267720b0360d7",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_deb0c",
                    table="tracker_noteevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="notesubjectevent",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="d617848355028c08a6915931409eb46bdc31157c",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_1b6ad",
                    table="tracker_notesubjectevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="notesubjectevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="dd06adba5024d3d8a4d413a5c402cae11118a85e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_590b9",
                    table="tracker_notesubjectevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="notesourceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="866e599e45b8ee29447b98139d7bc0b3f5fd4830",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_12687",
                    table="tracker_notesourceevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="notesourceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ae3be1d2bbf42c5d1798d5f029834995533c17cb",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_cfe2b",
                    table="tracker_notesourceevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="synonymevent",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="71cef7f6fc36b1b2f14a059aa722dff551de491b",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_02244",
                    table="tracker_synonymevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="synonymevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="8ca0066049b86ca6bd464bec8fb121a48e0e3443",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_1ac3a",
                    table="tracker_synonymevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="userevent",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'TRUNCATE would leave no history: delete rows instead.';",
                    hash="24d2ec6c1f0e9c3001428a58b07e6a49dca19969",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_d1dd1",
                    table="tracker_userevent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="userevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="7545575bc92cb6f7a67350ba8def2b15d6756941",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_94ab2",
                    table="tracker_userevent",
                    when="BEFORE",
                ),
            ),
        ),
        SEARCH_STATISTICS,
    ]
