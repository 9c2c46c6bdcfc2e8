"""A migration operation that pgtrigger has too, without its cost."""

from django.db.migrations.state import ProjectState
from pgtrigger import migrations


class AddTrigger(migrations.AddTrigger):
    """
    Install a trigger.

    pgtrigger's own renders the model and all its relations again for each trigger, which made our
    first migration take 25 s; a trigger changes nothing that Django would render.
    """

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        options = state.models[app_label, self.model_name.lower()].options
        options["triggers"] = [*options.get("triggers", []), self.trigger]
