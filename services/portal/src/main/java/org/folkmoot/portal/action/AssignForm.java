package org.folkmoot.portal.action;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.Forms;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Request;
import org.folkmoot.portal.service.Actions;
import org.folkmoot.portal.service.Actions.NewAction;
import org.folkmoot.portal.service.Tenants;
import org.folkmoot.portal.service.Tenants.PersonName;
import org.folkmoot.portal.session.Visit;
import org.jspecify.annotations.Nullable;

/** Assigning an action, whatever it comes from: who does it is found by name. */
@ApplicationScoped
class AssignForm {

    private static final Map<String, Field> FIELDS = Map.of(
            "title", new Field("title", "The title"),
            "words", new Field("words", "What is to be done"),
            "organisation", new Field("organisation", "The organisation"),
            "due", new Field("due-day", "The day"),
            "steps", new Field("steps", "A step"));

    @CheckedTemplate(basePath = "action")
    static class Templates {
        static native TemplateInstance assign(Frame frame, AssignView view);
    }

    /**
     * From what it comes.
     *
     * @param page the page of the form
     * @param decision the decision; null if it comes from a meeting
     * @param meeting the meeting; null if it comes from a decision
     * @param about what that is called
     * @param back its address
     */
    record Source(
            PortalPage page,
            @Nullable UUID decision,
            @Nullable UUID meeting,
            String about,
            String back) {

        String path() {
            return back + "actions/add/";
        }
    }

    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final Tenants tenants;
    private final Actions actions;

    AssignForm(Frames frames, Forms forms, Panels panels, Tenants tenants, Actions actions) {
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.tenants = tenants;
        this.actions = actions;
    }

    /** The form, after people of that name have been looked for. */
    TemplateInstance write(Visit visit, Source source, @Nullable String name, @Nullable String draft) {
        return page(visit, source, forms.shown(visit, source.path(), draft, Entered.NOTHING.with("q", name)));
    }

    Response assign(Visit visit, Source source) {
        Entered entered = forms.sent();
        Optional<PersonName> owner = found(visit, entered.text("q"))
                .filter(people -> people.trouble() == null)
                .flatMap(people -> people.value().stream()
                        .filter(person -> person.id().equals(entered.text("owner")))
                        .findFirst());
        Optional<LocalDate> due = entered.day("due");
        FormErrors errors = FormErrors.NONE;
        errors = owner.isEmpty() ? errors.and("owner", "Choose the person") : errors;
        errors = entered.text("title").isEmpty() ? errors.and("title", "Enter what it is called") : errors;
        errors = entered.text("words").isEmpty() ? errors.and("words", "Enter what is to be done") : errors;
        errors = due.isEmpty() ? errors.and("due-day", "The day must be a real date, such as 1 4 2027") : errors;
        if (errors.any()) {
            return FormAnswer.again(page(visit, source, Form.again(entered, errors)));
        }
        String organisation = entered.orNull("organisation");
        return FormAnswer.of(
                actions.assign(
                        visit,
                        new NewAction(
                                source.decision(),
                                source.meeting(),
                                entered.text("title"),
                                entered.text("words"),
                                owner.orElseThrow().id(),
                                owner.orElseThrow().name(),
                                organisation == null ? null : organisation.toUpperCase(Locale.ROOT),
                                due.orElseThrow(),
                                entered.lines("steps")),
                        Request.of(entered.text(Request.FIELD))),
                FIELDS,
                action -> source.back() + "?done=assigned",
                mistakes -> page(visit, source, Form.again(entered, mistakes)));
    }

    private TemplateInstance page(Visit visit, Source source, Form form) {
        return Templates.assign(
                frames.of(visit, source.page(), "Assign an action"),
                new AssignView(
                        source.about(),
                        source.back(),
                        source.path(),
                        found(visit, form.text("q")).orElse(null),
                        form));
    }

    /** People with these words in their names; empty where too little was entered to look for anybody. */
    private Optional<Panel<List<PersonName>>> found(Visit visit, String words) {
        return words.replaceAll("\\s", "").length() < 2
                ? Optional.empty()
                : Optional.of(panels.load(() -> tenants.names(visit, words)).panel());
    }
}
