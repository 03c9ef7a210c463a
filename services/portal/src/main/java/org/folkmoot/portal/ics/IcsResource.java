package org.folkmoot.portal.ics;

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
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.http.Table;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.portal.frame.Exports;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.frame.Request;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.service.Tenants;
import org.folkmoot.portal.service.Tenants.Administrator;
import org.folkmoot.portal.service.Tenants.Change;
import org.folkmoot.portal.service.Tenants.Ics;
import org.folkmoot.portal.service.Tenants.Onboarding;
import org.folkmoot.portal.session.Drafts;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The ICSs of the platform, for its operators. */
@Path("/{platform}/icss/")
@RolesAllowed(Roles.PLATFORM_OPERATOR)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class IcsResource {

    private static final Map<String, Field> FIELDS = Map.of(
            "code", new Field("code", "The ODS code"),
            "administrator", new Field("username", "The first administrator"),
            "username", new Field("username", "The user name"),
            "email", new Field("email", "The mail address"),
            "firstName", new Field("firstName", "The first name"),
            "lastName", new Field("lastName", "The last name"));

    private static final Table.Columns<Ics> COLUMNS = Table.<Ics>columns()
            .text("ICS", Ics::name)
            .text("Code", Ics::code)
            .text("State", Ics::state)
            .date("Since", ics -> LondonTime.dateOf(ics.since()));

    @CheckedTemplate(basePath = "ics")
    static class Templates {
        static native TemplateInstance icss(Frame frame, IcssView view);

        static native TemplateInstance ics(Frame frame, IcsView view);

        static native TemplateInstance onboard(Frame frame, OnboardView view);

        static native TemplateInstance suspend(Frame frame, IcsView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Tenants tenants;
    private final Drafts drafts;

    IcsResource(Visitor visitor, Frames frames, Tenants tenants, Drafts drafts) {
        this.visitor = visitor;
        this.frames = frames;
        this.tenants = tenants;
        this.drafts = drafts;
    }

    @GET
    public TemplateInstance icss(@RestQuery @Nullable String sort) {
        Visit visit = visitor.now();
        boolean byName = !"state".equals(sort);
        Query here = Query.of(visit.base() + PortalPage.ICSS.example());
        return Templates.icss(
                frames.of(visit, PortalPage.ICSS, "ICSs"),
                new IcssView(
                        tenants.all(visit).orPage().stream()
                                .sorted(byName ? IcssView.BY_NAME : IcssView.BY_STATE)
                                .map(IcssView.Row::of)
                                .toList(),
                        byName,
                        here.href(),
                        here.with("sort", "state").href(),
                        here.with("format", "csv").href(),
                        here.with("format", "xlsx").href()));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Table<Ics> export() {
        return COLUMNS.table(
                "icss", tenants.all(visitor.now()).orPage().stream().sorted(IcssView.BY_NAME));
    }

    @GET
    @Path("add/")
    public TemplateInstance add(@RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        Optional<Map<String, List<String>>> kept =
                Optional.ofNullable(draft).flatMap(name -> drafts.of(visit, visit.base() + "/icss/add/", name));
        return form(
                visit,
                new OnboardView(
                        kept(kept, "code"),
                        kept(kept, "username"),
                        kept(kept, "email"),
                        kept(kept, "firstName"),
                        kept(kept, "lastName"),
                        Request.fresh(),
                        FormErrors.NONE,
                        kept.isPresent()));
    }

    @POST
    @Path("add/")
    public Response onboard(
            @RestForm @DefaultValue("") String code,
            @RestForm @DefaultValue("") String username,
            @RestForm @DefaultValue("") String email,
            @RestForm @DefaultValue("") String firstName,
            @RestForm @DefaultValue("") String lastName,
            @RestForm @DefaultValue("") String request) {
        Visit visit = visitor.now();
        boolean administered = !(username + email + firstName + lastName).isBlank();
        var onboarding = new Onboarding(
                code.strip(),
                administered
                        ? new Administrator(username.strip(), email.strip(), firstName.strip(), lastName.strip())
                        : null);
        return switch (tenants.onboard(visit, onboarding, Request.of(request))) {
            case Reply.Given<Ics>(Ics ics, var tag, var location) -> seeOther(visit, ics.tenant());
            case Reply.Refused<Ics>(Problem problem)
            when problem.status() != 403 && problem.status() != 401 ->
                FormAnswer.again(form(
                        visit,
                        new OnboardView(
                                code,
                                username,
                                email,
                                firstName,
                                lastName,
                                Request.fresh(),
                                mistakes(problem),
                                false)));
            case Reply<Ics> other -> {
                other.orPage();
                yield Response.serverError().build();
            }
        };
    }

    @GET
    @Path("{tenant}/")
    public TemplateInstance ics(@RestPath String tenant) {
        Visit visit = visitor.now();
        return page(visit, tenant, FormErrors.NONE);
    }

    @GET
    @Path("{tenant}/suspend/")
    public TemplateInstance confirm(@RestPath String tenant) {
        Visit visit = visitor.now();
        IcsView view = view(visit, tenant, FormErrors.NONE);
        return Templates.suspend(
                frames.of(visit, PortalPage.SUSPEND, "Suspend " + view.ics().name()), view);
    }

    @POST
    @Path("{tenant}/suspend/")
    public Response suspend(@RestPath String tenant, @RestForm @DefaultValue("") String tag) {
        return change(tenant, Change.SUSPEND, tag);
    }

    @POST
    @Path("{tenant}/resume/")
    public Response resume(@RestPath String tenant, @RestForm @DefaultValue("") String tag) {
        return change(tenant, Change.RESUME, tag);
    }

    @POST
    @Path("{tenant}/retry/")
    public Response retry(@RestPath String tenant, @RestForm @DefaultValue("") String tag) {
        return change(tenant, Change.RETRY, tag);
    }

    /** A form that came late leads here, where there is nothing but the way back. */
    @GET
    @Path("{tenant}/{step:resume|retry}/")
    public Response back(@RestPath String tenant, @RestPath String step) {
        return seeOther(visitor.now(), tenant);
    }

    private Response change(String tenant, Change change, String tag) {
        Visit visit = visitor.now();
        return switch (tenants.change(visit, tenant, change, tag)) {
            case Reply.Given<Ics> given -> seeOther(visit, tenant);
            case Reply.Refused<Ics>(Problem problem)
            when problem.status() == 409 || problem.status() == 412 ->
                FormAnswer.again(page(visit, tenant, FormErrors.of(problem, Map.of())));
            case Reply<Ics> other -> {
                other.orPage();
                yield Response.serverError().build();
            }
        };
    }

    private TemplateInstance page(Visit visit, String tenant, FormErrors errors) {
        IcsView view = view(visit, tenant, errors);
        return Templates.ics(frames.of(visit, PortalPage.ICS, view.ics().name()), view);
    }

    private IcsView view(Visit visit, String tenant, FormErrors errors) {
        Reply.Given<Ics> given = tenants.ics(visit, tenant).given();
        return new IcsView(given.value(), given.tag().orElse(""), errors);
    }

    private TemplateInstance form(Visit visit, OnboardView view) {
        return Templates.onboard(frames.of(visit, PortalPage.ONBOARD, "Onboard an ICS"), view);
    }

    private static FormErrors mistakes(Problem problem) {
        return switch (problem.type()) {
            case "/problems/unknown-icb" ->
                FormErrors.of("code", "No integrated care board has this ODS code. Check it and try again");
            case "/problems/ics-already-onboarded" -> FormErrors.of("code", "This ICS is on the platform already");
            default -> FormErrors.of(problem, FIELDS);
        };
    }

    private static Response seeOther(Visit visit, String tenant) {
        return Response.seeOther(URI.create(visit.base() + "/icss/" + tenant + "/"))
                .build();
    }

    private static String kept(Optional<Map<String, List<String>>> kept, String field) {
        return kept.map(fields -> fields.getOrDefault(field, List.of("")).getFirst())
                .orElse("");
    }
}
