package org.folkmoot.portal.enquiry;

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
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.folkmoot.http.Table;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.Exports;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.Forms;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.OrganisationNames;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.service.Enquiries;
import org.folkmoot.portal.service.Enquiries.Ask;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What practices are asked because of enquiries: each sees its own, whoever deals with enquiries sees all. */
@Path("/{ics}/asks/")
@RolesAllowed({
    Roles.PCN_CLINICAL_DIRECTOR,
    Roles.PRACTICE_VOTER,
    Roles.LMC_EXECUTIVE,
    Roles.GROUP_SECRETARY,
    Roles.EXECUTIVE_MANAGER,
    Roles.ICS_ADMIN
})
@RunOnVirtualThread
class AskResource {

    private static final String ALL = "all";
    private static final String OPEN = "open";

    private static final Map<String, Field> FIELDS = Map.of("answer", new Field("answer", "The answer"));

    private static final Table.Columns<AsksView.Row> COLUMNS = Table.<AsksView.Row>columns()
            .text("About", row -> row.ask().subject())
            .text("Enquirer", AsksView.Row::from)
            .text("Practice", AsksView.Row::practice)
            .text("Code", row -> row.ask().practice())
            .text("Question", row -> row.ask().words())
            .date("Due", row -> row.ask().due())
            .bool("Overdue", row -> row.ask().overdue())
            .text("State", row -> row.state().words())
            .text("Answer", row -> row.ask().answer())
            .date("Answered", row -> {
                var answered = row.ask().answeredAt();
                return answered == null ? null : LondonTime.dateOf(answered);
            });

    @CheckedTemplate(basePath = "enquiry")
    static class Templates {
        static native TemplateInstance asks(Frame frame, AsksView view);

        static native TemplateInstance ask(Frame frame, AskView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Enquiries enquiries;
    private final OrganisationNames names;

    AskResource(Visitor visitor, Frames frames, Forms forms, Enquiries enquiries, OrganisationNames names) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.enquiries = enquiries;
        this.names = names;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance asks(@RestQuery @DefaultValue("") String state, @RestQuery @Nullable String cursor) {
        Visit visit = visitor.now();
        Page<Ask> page = enquiries
                .asks(visit, wanted(state).parameters(), cursor, Listing.ROWS)
                .orPage();
        Map<String, String> called = called(visit, page.items().stream());
        return Templates.asks(
                frames.of(visit, PortalPage.ASKS, "What practices are asked"),
                new AsksView(
                        state,
                        dealsWithEnquiries(visit),
                        Listing.of(
                                page,
                                cursor,
                                Query.of(visit.base() + PortalPage.ASKS.example())
                                        .with("state", state),
                                ask -> AsksView.Row.of(visit.base(), ask, called))));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Table<AsksView.Row> export(@RestQuery @DefaultValue("") String state) {
        Visit visit = visitor.now();
        var all = enquiries.allAsks(visit, wanted(state).parameters()).orPage();
        Map<String, String> called = called(visit, all.stream());
        return COLUMNS.table("asks", all.stream().map(ask -> AsksView.Row.of(visit.base(), ask, called)));
    }

    /** The service's parameters. */
    private static Query wanted(String state) {
        return Query.of("").with("state", state.isEmpty() ? OPEN : state.equals(ALL) ? null : state);
    }

    private Map<String, String> called(Visit visit, Stream<Ask> asks) {
        return names.of(visit, asks.flatMap(ask -> Stream.of(ask.practice(), ask.organisation())));
    }

    /** The roles that see all enquiries. */
    private static boolean dealsWithEnquiries(Visit visit) {
        return Stream.of(Roles.EXECUTIVE_MANAGER, Roles.LMC_EXECUTIVE, Roles.GROUP_SECRETARY, Roles.ICS_ADMIN)
                .anyMatch(visit::is);
    }

    @GET
    @Path("{id}/")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance ask(
            @RestPath UUID id, @RestQuery @Nullable String draft, @RestQuery @Nullable String done) {
        Visit visit = visitor.now();
        Reply.Given<Ask> given = enquiries.ask(visit, id).given();
        return page(
                visit,
                given,
                forms.shown(
                        visit,
                        path(visit, id),
                        draft,
                        Entered.NOTHING.with("answer", given.value().answer())),
                "answered".equals(done)
                        ? "The answer is kept. It can be replaced until the enquirer is answered."
                        : null);
    }

    @POST
    @Path("{id}/")
    @Produces(MediaType.TEXT_HTML)
    public Response answer(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        return FormAnswer.of(
                FormErrors.NONE.unless(!entered.text("answer").isEmpty(), "answer", "Enter the answer"),
                () -> enquiries.answerAsk(visit, id, entered.text("answer"), entered.text("tag")),
                FIELDS,
                ask -> path(visit, id) + "?done=answered",
                mistakes -> page(visit, enquiries.ask(visit, id).given(), Form.again(entered, mistakes), null));
    }

    private TemplateInstance page(Visit visit, Reply.Given<Ask> given, Form form, @Nullable String done) {
        Ask ask = given.value();
        return Templates.ask(
                frames.of(visit, PortalPage.ASK, ask.subject()),
                new AskView(
                        AsksView.Row.of(visit.base(), ask, called(visit, Stream.of(ask))),
                        given.tag().orElse(""),
                        !ask.needless() && visit.codes().contains(ask.practice()),
                        dealsWithEnquiries(visit),
                        done,
                        form));
    }

    private static String path(Visit visit, UUID id) {
        return visit.base() + "/asks/" + id + "/";
    }
}
