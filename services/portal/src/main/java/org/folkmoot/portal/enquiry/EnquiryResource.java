package org.folkmoot.portal.enquiry;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.Exports;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.Forms;
import org.folkmoot.portal.frame.Found;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.OrganisationNames;
import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.frame.Request;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Actions;
import org.folkmoot.portal.service.Actions.Action;
import org.folkmoot.portal.service.Enquiries;
import org.folkmoot.portal.service.Enquiries.Ask;
import org.folkmoot.portal.service.Enquiries.Enquiry;
import org.folkmoot.portal.service.Enquiries.NewEnquiry;
import org.folkmoot.portal.service.Groups;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Enquiries: the list, one of them, and asking something. Everybody of an ICS may ask. */
@Path("/{ics}/enquiries/")
@RolesAllowed(Roles.ANYBODY_OF_AN_ICS)
@RunOnVirtualThread
class EnquiryResource {

    private static final String ALL = "all";
    private static final String NEWEST = "newest";

    private static final Map<String, Field> SOUGHT = Map.of("organisation", new Field("organisation", "The code"));

    private static final Map<String, Field> FIELDS = Map.of(
            "organisation", new Field("organisation", "The organisation"),
            "group", new Field("group", "The group"),
            "reference", new Field("reference", "The reference"),
            "subject", new Field("subject", "The subject"),
            "words", new Field("words", "The question"),
            "contact", new Field("contact", "The contact"),
            "receivedOn", new Field("receivedOn-day", "The day"));

    @CheckedTemplate(basePath = "enquiry")
    static class Templates {
        static native TemplateInstance enquiries(Frame frame, EnquiriesView view);

        static native TemplateInstance enquiry(Frame frame, EnquiryView view);

        static native TemplateInstance addEnquiry(Frame frame, AddEnquiryView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final Enquiries enquiries;
    private final Actions actions;
    private final Groups groups;
    private final OrganisationNames names;
    private final Clock clock;

    EnquiryResource(
            Visitor visitor,
            Frames frames,
            Forms forms,
            Panels panels,
            Enquiries enquiries,
            Actions actions,
            Groups groups,
            OrganisationNames names,
            Clock clock) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.enquiries = enquiries;
        this.actions = actions;
        this.groups = groups;
        this.names = names;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance enquiries(
            @RestQuery @DefaultValue("") String state,
            @RestQuery("clock") @DefaultValue("") String time,
            @RestQuery @DefaultValue("") String organisation,
            @RestQuery boolean mine,
            @RestQuery @DefaultValue("") String sort,
            @RestQuery @Nullable String cursor) {
        Visit visit = visitor.now();
        boolean newest = sort.equals(NEWEST);
        Query asked = Query.of(visit.base() + PortalPage.ENQUIRIES.example())
                .with("state", state)
                .with("clock", time)
                .with("organisation", organisation)
                .with("mine", mine ? true : null)
                .with("sort", newest ? NEWEST : null);
        Query wanted = wanted(state, time, organisation, mine).with("sort", newest ? NEWEST : null);
        Reply<Page<Enquiry>> reply = enquiries.list(visit, wanted.parameters(), cursor, Listing.ROWS);
        Map<String, String> called = reply instanceof Reply.Given<Page<Enquiry>>(Page<Enquiry> page, var tag, var at)
                ? names.of(visit, page.items().stream().map(Enquiry::organisation))
                : Map.of();
        LocalDate today = LondonTime.today(clock);
        return Templates.enquiries(
                frames.of(visit, PortalPage.ENQUIRIES, "Enquiries"),
                new EnquiriesView(
                        state,
                        time,
                        organisation,
                        mine,
                        newest ? NEWEST : "",
                        PortalPage.ASKS.isFor(visit.roles()),
                        Found.of(
                                reply,
                                SOUGHT,
                                cursor,
                                asked,
                                enquiry -> EnquiriesView.Row.of(visit.base(), enquiry, called, today))));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Response export(
            @RestQuery @DefaultValue("") String state,
            @RestQuery("clock") @DefaultValue("") String time,
            @RestQuery @DefaultValue("") String organisation,
            @RestQuery boolean mine,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        return Exports.answer(enquiries.table(
                visitor.now(), wanted(state, time, organisation, mine).parameters(), Exports.type(accept)));
    }

    /** The service's parameters. */
    private static Query wanted(String state, String time, String organisation, boolean mine) {
        return Query.of("")
                .with("open", state.isEmpty() ? true : null)
                .with("state", state.equals(ALL) ? null : state)
                .with("clock", time)
                .with("organisation", organisation.toUpperCase(Locale.ROOT))
                .with("mine", mine ? true : null);
    }

    @GET
    @Path("{id}/")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance enquiry(@RestPath UUID id, @RestQuery @Nullable String done) {
        Visit visit = visitor.now();
        Reply.Given<Enquiry> given = enquiries.enquiry(visit, id).given();
        Enquiry enquiry = given.value();
        Integer number = enquiry.asked();
        Optional<Loading<List<Ask>>> asks = number != null && number > 0 && PortalPage.ASKS.isFor(visit.roles())
                ? Optional.of(panels.load(() -> enquiries.allAsks(visit, Map.of("enquiry", id))))
                : Optional.empty();
        Optional<Loading<List<Action>>> work = enquiry.assignee() != null && PortalPage.ACTIONS.isFor(visit.roles())
                ? Optional.of(panels.load(() -> actions.all(visit, Map.of("enquiry", id))))
                : Optional.empty();
        UUID answering = enquiry.group();
        Optional<Loading<Group>> group = answering != null && PortalPage.GROUP.isFor(visit.roles())
                ? Optional.of(panels.load(() -> groups.group(visit, answering)))
                : Optional.empty();
        List<Ask> known = asks.map(Loading::reply)
                .map(reply ->
                        reply instanceof Reply.Given<List<Ask>>(List<Ask> all, var tag, var at) ? all : List.<Ask>of())
                .orElse(List.of());
        Map<String, String> called = names.of(
                visit,
                Stream.concat(Stream.of(enquiry.organisation()), known.stream().map(Ask::practice)));
        Panel<List<AsksView.Row>> shown = asks.map(Loading::panel)
                .map(panel -> panel.map(all -> all.stream()
                        .map(ask -> AsksView.Row.of(visit.base(), ask, called))
                        .toList()))
                .orElse(null);
        Panel<List<EnquiryView.Work>> worked = work.map(Loading::panel)
                .map(panel -> panel.map(all -> all.stream()
                        .map(action -> EnquiryView.Work.of(visit.base(), action))
                        .toList()))
                .orElse(null);
        LocalDate today = LondonTime.today(clock);
        return Templates.enquiry(
                frames.of(visit, PortalPage.ENQUIRY, enquiry.subject()),
                new EnquiryView(
                        enquiry,
                        given.tag().orElse(""),
                        called.getOrDefault(enquiry.organisation(), enquiry.organisation()),
                        EnquiryWords.of(enquiry),
                        EnquiryView.Clock.of(enquiry.acknowledgement(), today),
                        EnquiryView.Clock.of(enquiry.answering(), today),
                        group.map(Loading::panel).orElse(null),
                        shown,
                        worked,
                        HistoryLine.of(enquiry, known),
                        may(visit, enquiry),
                        switch (done) {
                            case "received" -> "The enquiry is received. It is acknowledged within one working day.";
                            case "acknowledged" -> "The enquirer knows that somebody has read it.";
                            case "assigned" -> "It is known who sees to it.";
                            case "action" -> "The action is assigned.";
                            case "asked" -> "The practices are asked. They see it on their first page.";
                            case "paused" -> "The clock stands still until the enquirer replies.";
                            case "replied" -> "The reply is kept, and the clock goes on.";
                            case "answered" -> "The enquirer has the answer.";
                            case "closed" -> "The enquiry is closed.";
                            case null, default -> null;
                        }));
    }

    /** What the service will let the person do, as far as that can be told beforehand. */
    private static EnquiryView.May may(Visit visit, Enquiry enquiry) {
        boolean triage = PortalPage.ACKNOWLEDGE_ENQUIRY.isFor(visit.roles());
        boolean sees = triage || visit.subject().equals(enquiry.assignee());
        return new EnquiryView.May(
                triage && enquiry.received(),
                triage && (enquiry.acknowledged() || enquiry.assigned()),
                sees && (enquiry.assigned() || enquiry.waits()),
                sees && enquiry.assigned(),
                enquiry.waits() && (sees || visit.codes().contains(enquiry.organisation())),
                sees && enquiry.assigned(),
                triage && !enquiry.closed(),
                enquiry.assignee() != null && !enquiry.closed() && PortalPage.ASSIGN_FROM_ENQUIRY.isFor(visit.roles()));
    }

    @GET
    @Path("add/")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance write(@RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return addPage(
                visit, forms.shown(visit, visit.base() + PortalPage.ADD_ENQUIRY.example(), draft, Entered.NOTHING));
    }

    @POST
    @Path("add/")
    @Produces(MediaType.TEXT_HTML)
    public Response enquire() {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        FormErrors errors = FormErrors.NONE
                .unless(!entered.text("organisation").isEmpty(), "organisation", "Say who asks")
                .unless(!entered.text("subject").isEmpty(), "subject", "Enter what it is about")
                .unless(!entered.text("words").isEmpty(), "words", "Enter the question")
                .unless(
                        !entered.hasDay("receivedOn")
                                || entered.day("receivedOn").isPresent(),
                        "receivedOn-day",
                        "The day must be a real date");
        return FormAnswer.of(
                errors,
                () -> enquiries.enquire(
                        visit,
                        new NewEnquiry(
                                entered.text("organisation").toUpperCase(Locale.ROOT),
                                entered.id("group").orElse(null),
                                entered.orNull("reference"),
                                entered.text("subject"),
                                entered.text("words"),
                                entered.orNull("contact"),
                                entered.day("receivedOn").orElse(null)),
                        Request.of(entered.text(Request.FIELD))),
                FIELDS,
                enquiry -> visit.base() + "/enquiries/" + enquiry.id() + "/?done=received",
                mistakes -> addPage(visit, Form.again(entered, mistakes)));
    }

    private TemplateInstance addPage(Visit visit, Form form) {
        boolean anybodys = PortalPage.ACKNOWLEDGE_ENQUIRY.isFor(visit.roles());
        Map<String, String> called = anybodys ? Map.of() : names.of(visit, visit.codes().stream());
        List<Group> known =
                PortalPage.GROUPS.isFor(visit.roles()) ? groups.all(visit).orPage() : List.of();
        return Templates.addEnquiry(
                frames.of(visit, PortalPage.ADD_ENQUIRY, "Ask general practice something"),
                new AddEnquiryView(
                        anybodys
                                ? List.of()
                                : visit.codes().stream()
                                        .map(code -> new Named(code, called.getOrDefault(code, code)))
                                        .toList(),
                        known.size() > 1 ? known : List.of(),
                        form));
    }
}
