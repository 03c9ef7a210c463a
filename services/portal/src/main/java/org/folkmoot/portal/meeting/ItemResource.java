package org.folkmoot.portal.meeting;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.http.Table;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.EveryGroup;
import org.folkmoot.portal.frame.Exports;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.Forms;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.OneText;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.frame.Request;
import org.folkmoot.portal.service.Groups;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Meetings;
import org.folkmoot.portal.service.Meetings.Item;
import org.folkmoot.portal.service.Meetings.Meeting;
import org.folkmoot.portal.service.Meetings.NewItem;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What waits for an agenda or stands on one. */
@Path("/{ics}/agenda-items/")
@RolesAllowed({
    Roles.PCN_CLINICAL_DIRECTOR,
    Roles.PRACTICE_VOTER,
    Roles.LMC_EXECUTIVE,
    Roles.GROUP_SECRETARY,
    Roles.EXECUTIVE_MANAGER,
    Roles.ICS_ADMIN
})
@RunOnVirtualThread
class ItemResource {

    /** The choice of those who propose something in nobody's name. */
    private static final String OFFICE = "office";

    private static final Map<String, Field> FIELDS = Map.of(
            "title", new Field("title", "The title"),
            "words", new Field("words", "What it is about"),
            "proposedFor", new Field("proposedFor", "The organisation"));

    private static final Map<String, Field> REASON = Map.of("reason", new Field(OneText.FIELD, "The reason"));

    private static final Table.Columns<ItemsView.Row> COLUMNS = Table.<ItemsView.Row>columns()
            .text("Item", row -> row.item().title())
            .text("What it is", ItemsView.Row::kind)
            .text("Whose agenda", ItemsView.Row::body)
            .text("Group", ItemsView.Row::group)
            .text("Proposed for", row -> row.item().proposedFor())
            .date("Since", row -> LondonTime.dateOf(row.item().proposedAt()));

    @CheckedTemplate(basePath = "meeting")
    static class Templates {
        static native TemplateInstance items(Frame frame, ItemsView view);

        static native TemplateInstance item(Frame frame, ItemView view);

        static native TemplateInstance addItem(Frame frame, AddItemView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final EveryGroup every;
    private final Meetings meetings;
    private final Groups groups;

    ItemResource(
            Visitor visitor,
            Frames frames,
            Forms forms,
            Panels panels,
            EveryGroup every,
            Meetings meetings,
            Groups groups) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.every = every;
        this.meetings = meetings;
        this.groups = groups;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance items(@RestQuery @DefaultValue("1") int page) {
        Visit visit = visitor.now();
        return Templates.items(
                frames.of(visit, PortalPage.AGENDA_ITEMS, "What waits for an agenda"),
                new ItemsView(
                        PortalPage.ADD_AGENDA_ITEM.isFor(visit.roles()),
                        Listing.of(rows(visit), page, Query.of(path(visit)))));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Table<ItemsView.Row> export() {
        return COLUMNS.table("agenda-items", rows(visitor.now()).stream());
    }

    private List<ItemsView.Row> rows(Visit visit) {
        return every.ask(visit, meetings::waiting).orPage().stream()
                .sorted(Comparator.comparing(each -> each.what().proposedAt()))
                .map(each -> ItemsView.Row.of(visit.base(), each))
                .toList();
    }

    @GET
    @Path("{id}/")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance item(@RestPath UUID id, @RestQuery @Nullable String done) {
        Visit visit = visitor.now();
        Item item = meetings.item(visit, id).orPage();
        Loading<Group> group = panels.load(() -> groups.group(visit, item.group()));
        UUID on = item.meeting();
        Optional<Loading<Meeting>> meeting =
                Optional.ofNullable(on).map(known -> panels.load(() -> meetings.meeting(visit, known)));
        return Templates.item(
                frames.of(visit, PortalPage.AGENDA_ITEM, item.title()),
                new ItemView(
                        MeetingView.Line.of(visit.base(), item),
                        MeetingWords.body(item.body()),
                        group.panel(),
                        meeting.map(Loading::panel).orElse(null),
                        item.mayBeWithdrawn() && PortalPage.WITHDRAW_AGENDA_ITEM.isFor(visit.roles()),
                        switch (done) {
                            case "proposed" -> "It is proposed. It waits for an agenda.";
                            case "withdrawn" -> "It is withdrawn.";
                            case null, default -> null;
                        }));
    }

    @GET
    @Path("add/")
    @RolesAllowed({
        Roles.PCN_CLINICAL_DIRECTOR,
        Roles.PRACTICE_VOTER,
        Roles.LMC_EXECUTIVE,
        Roles.GROUP_SECRETARY,
        Roles.EXECUTIVE_MANAGER
    })
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance add(@RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return addPage(
                visit,
                forms.shown(
                        visit,
                        visit.base() + PortalPage.ADD_AGENDA_ITEM.example(),
                        draft,
                        Entered.NOTHING
                                .with("body", "leadership-group")
                                .with("proposedFor", isOfTheOffice(visit) ? OFFICE : null)));
    }

    @POST
    @Path("add/")
    @RolesAllowed({
        Roles.PCN_CLINICAL_DIRECTOR,
        Roles.PRACTICE_VOTER,
        Roles.LMC_EXECUTIVE,
        Roles.GROUP_SECRETARY,
        Roles.EXECUTIVE_MANAGER
    })
    @Produces(MediaType.TEXT_HTML)
    public Response propose() {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        FormErrors errors = FormErrors.NONE;
        errors = entered.id("group").isEmpty() ? errors.and("group", "Choose the group") : errors;
        errors = entered.text("body").isEmpty() ? errors.and("body", "Choose whose agenda it is for") : errors;
        errors = entered.text("title").isEmpty() ? errors.and("title", "Enter what it is called") : errors;
        errors = entered.text("words").isEmpty() ? errors.and("words", "Enter what it is about") : errors;
        errors = entered.text("proposedFor").isEmpty()
                ? errors.and("proposedFor", "Choose in whose name you propose it")
                : errors;
        if (errors.any()) {
            return FormAnswer.again(addPage(visit, Form.again(entered, errors)));
        }
        String inTheNameOf = entered.text("proposedFor");
        return FormAnswer.of(
                meetings.propose(
                        visit,
                        entered.id("group").orElseThrow(),
                        new NewItem(
                                entered.text("body"),
                                entered.text("title"),
                                entered.text("words"),
                                inTheNameOf.equals(OFFICE) ? null : inTheNameOf),
                        Request.of(entered.text(Request.FIELD))),
                FIELDS,
                item -> path(visit) + item.id() + "/?done=proposed",
                mistakes -> addPage(visit, Form.again(entered, mistakes)));
    }

    @GET
    @Path("{id}/withdraw/")
    @RolesAllowed({
        Roles.PCN_CLINICAL_DIRECTOR,
        Roles.PRACTICE_VOTER,
        Roles.LMC_EXECUTIVE,
        Roles.GROUP_SECRETARY,
        Roles.EXECUTIVE_MANAGER
    })
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance askWhy(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return withdrawPage(visit, id, forms.shown(visit, path(visit) + id + "/withdraw/", draft, Entered.NOTHING));
    }

    @POST
    @Path("{id}/withdraw/")
    @RolesAllowed({
        Roles.PCN_CLINICAL_DIRECTOR,
        Roles.PRACTICE_VOTER,
        Roles.LMC_EXECUTIVE,
        Roles.GROUP_SECRETARY,
        Roles.EXECUTIVE_MANAGER
    })
    @Produces(MediaType.TEXT_HTML)
    public Response withdraw(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        if (entered.text(OneText.FIELD).isEmpty()) {
            return FormAnswer.again(withdrawPage(
                    visit, id, Form.again(entered, FormErrors.of(OneText.FIELD, "Enter why it is withdrawn"))));
        }
        return FormAnswer.of(
                meetings.withdraw(visit, id, entered.text(OneText.FIELD), entered.text("tag")),
                REASON,
                item -> path(visit) + id + "/?done=withdrawn",
                mistakes -> withdrawPage(visit, id, Form.again(entered, mistakes)));
    }

    private TemplateInstance addPage(Visit visit, Form form) {
        return Templates.addItem(
                frames.of(visit, PortalPage.ADD_AGENDA_ITEM, "Propose something for an agenda"),
                new AddItemView(groups.all(visit).orPage(), visit.codes(), isOfTheOffice(visit), form));
    }

    private TemplateInstance withdrawPage(Visit visit, UUID id, Form form) {
        Reply.Given<Item> given = meetings.item(visit, id).given();
        String back = path(visit) + id + "/";
        return new OneText(
                        given.value().title(),
                        "Withdraw it?",
                        "It comes onto no agenda.",
                        "Why?",
                        null,
                        "Withdraw it",
                        true,
                        back,
                        back + "withdraw/",
                        given.tag().orElse(""),
                        form)
                .page(frames.of(visit, PortalPage.WITHDRAW_AGENDA_ITEM, "Withdraw something"));
    }

    /** Whether the person keeps agendas for the others, and so may propose something in nobody's name. */
    private static boolean isOfTheOffice(Visit visit) {
        return PortalPage.ARRANGE_AGENDA.isFor(visit.roles());
    }

    private static String path(Visit visit) {
        return visit.base() + PortalPage.AGENDA_ITEMS.example();
    }
}
