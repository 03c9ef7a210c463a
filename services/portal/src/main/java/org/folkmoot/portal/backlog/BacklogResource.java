package org.folkmoot.portal.backlog;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.portal.frame.Exports;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.Found;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.service.Backlogs;
import org.folkmoot.portal.service.Backlogs.Wanted;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What practices reported; somebody of a practice sees what it reported itself. */
@Path("/{ics}/backlogs/")
@RolesAllowed({
    Roles.PCN_CLINICAL_DIRECTOR,
    Roles.PRACTICE_VOTER,
    Roles.LMC_EXECUTIVE,
    Roles.EXECUTIVE_MANAGER,
    Roles.ICS_ADMIN
})
@RunOnVirtualThread
class BacklogResource {

    private static final Set<String> WEEKS = Set.of("4", "13", "52");
    private static final Set<String> ORDERS = Set.of("practice", "waiting");

    private static final Map<String, Field> FIELDS = Map.of("practice", new Field("practice", "The practice"));

    @CheckedTemplate(basePath = "backlog")
    static class Templates {
        static native TemplateInstance backlogs(Frame frame, BacklogsView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Backlogs backlogs;
    private final Clock clock;

    BacklogResource(Visitor visitor, Frames frames, Backlogs backlogs, Clock clock) {
        this.visitor = visitor;
        this.frames = frames;
        this.backlogs = backlogs;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance backlogs(
            @RestQuery @DefaultValue("") String practice,
            @RestQuery @DefaultValue("") String weeks,
            @RestQuery @DefaultValue("") String sort,
            @RestQuery @Nullable String cursor) {
        Visit visit = visitor.now();
        Wanted wanted = wanted(practice, weeks, sort);
        Query asked = Query.of(visit.base() + PortalPage.BACKLOGS.example())
                .with("practice", practice)
                .with("weeks", weeks)
                .with("sort", wanted.sort());
        return Templates.backlogs(
                frames.of(visit, PortalPage.BACKLOGS, "Who waits for an appointment"),
                new BacklogsView(
                        practice,
                        weeks,
                        wanted.sort(),
                        visit.is(Roles.PRACTICE_VOTER) ? visit.codes() : List.of(),
                        Found.of(
                                backlogs.list(visit, wanted, cursor, Listing.ROWS),
                                FIELDS,
                                cursor,
                                asked,
                                reported -> reported)));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Response export(
            @RestQuery @DefaultValue("") String practice,
            @RestQuery @DefaultValue("") String weeks,
            @RestQuery @DefaultValue("") String sort,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        return Exports.answer(backlogs.table(visitor.now(), wanted(practice, weeks, sort), Exports.type(accept)));
    }

    private Wanted wanted(String practice, String weeks, String sort) {
        return new Wanted(
                practice,
                WEEKS.contains(weeks) ? LondonTime.today(clock).minusWeeks(Long.parseLong(weeks)) : null,
                ORDERS.contains(sort) ? sort : null);
    }
}
