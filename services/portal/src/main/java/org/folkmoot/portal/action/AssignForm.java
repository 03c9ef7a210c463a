package org.folkmoot.portal.action;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.Forms;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.PeopleByName;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Request;
import org.folkmoot.portal.service.Actions;
import org.folkmoot.portal.service.Actions.NewAction;
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

    /** From what an action can come. */
    enum Kind {
        DECISION("decisions", PortalPage.ASSIGN_FROM_DECISION),
        MEETING("meetings", PortalPage.ASSIGN_FROM_MEETING),
        ENQUIRY("enquiries", PortalPage.ASSIGN_FROM_ENQUIRY),
        PRIORITY("priorities", PortalPage.ASSIGN_FROM_PRIORITY);

        private final String list;
        private final PortalPage page;

        Kind(String list, PortalPage page) {
            this.list = list;
            this.page = page;
        }

        /**
         * The one whose pages are below this address.
         *
         * @throws java.util.NoSuchElementException when there is none
         */
        static Kind of(String list) {
            return Stream.of(values())
                    .filter(kind -> kind.list.equals(list))
                    .findFirst()
                    .orElseThrow();
        }

        /** Below which address its pages are. */
        String list() {
            return list;
        }
    }

    /**
     * From what it comes.
     *
     * @param about what that is called
     * @param back its address
     */
    record Source(Kind kind, UUID id, String about, String back) {

        /** As its page knows what was done; an enquiry is assigned itself. */
        String done() {
            return kind == Kind.ENQUIRY ? "action" : "assigned";
        }

        @Nullable
        UUID of(Kind wanted) {
            return kind == wanted ? id : null;
        }

        String path() {
            return back + "actions/add/";
        }
    }

    private final Frames frames;
    private final Forms forms;
    private final PeopleByName people;
    private final Actions actions;

    AssignForm(Frames frames, Forms forms, PeopleByName people, Actions actions) {
        this.frames = frames;
        this.forms = forms;
        this.people = people;
        this.actions = actions;
    }

    /** The form, after people of that name have been looked for. */
    TemplateInstance write(Visit visit, Source source, @Nullable String name, @Nullable String draft) {
        return page(visit, source, forms.shown(visit, source.path(), draft, Entered.NOTHING.with("q", name)));
    }

    Response assign(Visit visit, Source source) {
        Entered entered = forms.sent();
        Optional<PersonName> owner = people.chosen(visit, entered.text("q"), entered.text("owner"));
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
                                source.of(Kind.DECISION),
                                source.of(Kind.MEETING),
                                source.of(Kind.ENQUIRY),
                                source.of(Kind.PRIORITY),
                                entered.text("title"),
                                entered.text("words"),
                                owner.orElseThrow().id(),
                                owner.orElseThrow().name(),
                                organisation == null ? null : organisation.toUpperCase(Locale.ROOT),
                                due.orElseThrow(),
                                entered.lines("steps")),
                        Request.of(entered.text(Request.FIELD))),
                FIELDS,
                action -> source.back() + "?done=" + source.done(),
                mistakes -> page(visit, source, Form.again(entered, mistakes)));
    }

    private TemplateInstance page(Visit visit, Source source, Form form) {
        return Templates.assign(
                frames.of(visit, source.kind().page, "Assign an action"),
                new AssignView(
                        source.about(),
                        source.back(),
                        source.path(),
                        people.found(visit, form.text("q")).orElse(null),
                        form));
    }
}
