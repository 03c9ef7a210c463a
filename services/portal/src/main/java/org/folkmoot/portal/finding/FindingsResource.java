package org.folkmoot.portal.finding;

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
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.folkmoot.portal.frame.Exports;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.service.Registry;
import org.folkmoot.portal.service.Registry.Finding;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.service.Registry.Sought;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Drafts;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Looking through findings, and settling one. */
@Path("/{ics}/findings/")
@RolesAllowed({Roles.ICS_ADMIN, Roles.PLATFORM_OPERATOR})
@RunOnVirtualThread
class FindingsResource {

    private static final String ALL = "all";

    /** The orders of a list other than that in which they were noted. */
    private static final Set<String> ORDERS = Set.of("newest", "code", "kind");

    @CheckedTemplate(basePath = "finding")
    static class Templates {
        static native TemplateInstance findings(Frame frame, FindingsView view);

        static native TemplateInstance finding(Frame frame, FindingView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Registry registry;
    private final Drafts drafts;

    FindingsResource(Visitor visitor, Frames frames, Registry registry, Drafts drafts) {
        this.visitor = visitor;
        this.frames = frames;
        this.registry = registry;
        this.drafts = drafts;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance findings(
            @RestQuery @DefaultValue("open") String state,
            @RestQuery @Nullable String kind,
            @RestQuery @DefaultValue("") String sort,
            @RestQuery @Nullable String cursor) {
        Visit visit = visitor.now();
        Sought sought = sought(kind, state, sort);
        Page<Finding> page =
                registry.findings(visit, sought, cursor, Listing.ROWS).orPage();
        Query asked = Query.of(visit.base() + PortalPage.FINDINGS.example())
                .with("state", state)
                .with("kind", kind)
                .with("sort", sought.sort());
        return Templates.findings(
                frames.of(visit, PortalPage.FINDINGS, "Findings"),
                new FindingsView(
                        state,
                        kind == null ? "" : kind,
                        sought.sort(),
                        FindingKind.all(),
                        Listing.of(page, cursor, asked, finding -> FindingsView.Row.of(visit.base(), finding))));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Response export(
            @RestQuery @DefaultValue("open") String state,
            @RestQuery @Nullable String kind,
            @RestQuery @DefaultValue("") String sort,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        return Exports.answer(registry.findingsTable(visitor.now(), sought(kind, state, sort), Exports.type(accept)));
    }

    @GET
    @Path("{id}/")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance finding(
            @RestPath UUID id, @RestQuery @Nullable String draft, @RestQuery @Nullable String done) {
        Visit visit = visitor.now();
        Optional<String> kept = Optional.ofNullable(draft)
                .flatMap(name -> drafts.of(visit, path(visit, id), name))
                .map(fields -> fields.getOrDefault("note", List.of("")).getFirst());
        return page(visit, id, kept.orElse(""), FormErrors.NONE, kept.isPresent(), done != null);
    }

    @POST
    @Path("{id}/")
    @Produces(MediaType.TEXT_HTML)
    public Response resolve(
            @RestPath UUID id, @RestForm @DefaultValue("") String note, @RestForm @DefaultValue("") String tag) {
        Visit visit = visitor.now();
        if (note.isBlank()) {
            return again(visit, id, note, FormErrors.of("note", "Enter why this is settled"));
        }
        return switch (registry.resolve(visit, id, tag, note)) {
            case Reply.Given<Finding> given ->
                Response.seeOther(URI.create(path(visit, id) + "?done=yes")).build();
            case Reply.Refused<Finding>(Problem problem)
            when problem.status() == 412 ->
                again(
                        visit,
                        id,
                        note,
                        FormErrors.of(
                                null,
                                "It has changed since you looked. Read it again, and settle it if you still want to"));
            case Reply.Refused<Finding>(Problem problem)
            when problem.status() == 409 || problem.status() == 400 ->
                again(
                        visit,
                        id,
                        note,
                        FormErrors.of(problem, Map.of("note", new FormErrors.Field("note", "The reason"))));
            case Reply<Finding> other -> {
                other.orPage();
                yield Response.serverError().build();
            }
        };
    }

    private Response again(Visit visit, UUID id, String note, FormErrors errors) {
        return FormAnswer.again(page(visit, id, note, errors, false, false));
    }

    private TemplateInstance page(
            Visit visit, UUID id, String note, FormErrors errors, boolean restored, boolean done) {
        Reply.Given<Finding> given = registry.finding(visit, id).given();
        FindingView view = new FindingView(given.value(), given.tag().orElse(""), note, errors, restored, done);
        return Templates.finding(frames.of(visit, PortalPage.FINDING, view.kind()), view);
    }

    private static String path(Visit visit, UUID id) {
        return visit.base() + "/findings/" + id + "/";
    }

    private static Sought sought(@Nullable String kind, String state, String sort) {
        return new Sought(kind, state.equals(ALL) ? null : state, ORDERS.contains(sort) ? sort : null);
    }
}
