package org.folkmoot.portal.capability;

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
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.portal.frame.Exports;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.Found;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.OrganisationNames;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.service.Capabilities;
import org.folkmoot.portal.service.Capabilities.Capability;
import org.folkmoot.portal.service.Capabilities.Wanted;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What practices share. */
@Path("/{ics}/capabilities/")
@RolesAllowed({
    Roles.PCN_CLINICAL_DIRECTOR,
    Roles.PRACTICE_VOTER,
    Roles.LMC_EXECUTIVE,
    Roles.GROUP_SECRETARY,
    Roles.EXECUTIVE_MANAGER,
    Roles.ICS_OBSERVER,
    Roles.ICS_ADMIN
})
@RunOnVirtualThread
class CapabilityResource {

    private static final String NOW = "now";
    private static final Set<String> ORDERS = Set.of("title", "kind");

    private static final Map<String, Field> FIELDS =
            Map.of("practice", new Field("practice", "The practice"), "kind", new Field("kind", "The kind"));

    @CheckedTemplate(basePath = "capability")
    static class Templates {
        static native TemplateInstance capabilities(Frame frame, CapabilitiesView view);

        static native TemplateInstance capability(Frame frame, CapabilityView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Capabilities capabilities;
    private final OrganisationNames names;
    private final Clock clock;

    CapabilityResource(
            Visitor visitor, Frames frames, Capabilities capabilities, OrganisationNames names, Clock clock) {
        this.visitor = visitor;
        this.frames = frames;
        this.capabilities = capabilities;
        this.names = names;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance capabilities(
            @RestQuery @DefaultValue("") String kind,
            @RestQuery @DefaultValue("") String practice,
            @RestQuery @DefaultValue("") String when,
            @RestQuery @DefaultValue("") String sort,
            @RestQuery @Nullable String cursor) {
        Visit visit = visitor.now();
        Wanted wanted = wanted(kind, practice, when, sort);
        Query asked = Query.of(visit.base() + PortalPage.CAPABILITIES.example())
                .with("kind", kind)
                .with("practice", practice)
                .with("when", when)
                .with("sort", wanted.sort());
        return Templates.capabilities(
                frames.of(visit, PortalPage.CAPABILITIES, "What practices share"),
                new CapabilitiesView(
                        kind,
                        practice,
                        when,
                        wanted.sort(),
                        CapabilityKind.all(),
                        PortalPage.ADD_CAPABILITY.isFor(visit.roles()),
                        Found.of(
                                capabilities.list(visit, wanted, cursor, Listing.ROWS),
                                FIELDS,
                                cursor,
                                asked,
                                CapabilitiesView.Row::new)));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Response export(
            @RestQuery @DefaultValue("") String kind,
            @RestQuery @DefaultValue("") String practice,
            @RestQuery @DefaultValue("") String when,
            @RestQuery @DefaultValue("") String sort,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        return Exports.answer(
                capabilities.table(visitor.now(), wanted(kind, practice, when, sort), Exports.type(accept)));
    }

    @GET
    @Path("{id}/")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance capability(@RestPath UUID id, @RestQuery @Nullable String done) {
        Visit visit = visitor.now();
        Capability capability = capabilities.find(visit, id).orPage();
        return Templates.capability(
                frames.of(visit, PortalPage.CAPABILITY, capability.title()),
                new CapabilityView(
                        capability,
                        names.withCodes(visit, CapabilityView.named(capability)),
                        PortalPage.END_CAPABILITY.isFor(visit.roles()),
                        switch (done) {
                            case "shared" -> "It is recorded as shared.";
                            case "ended" -> "It is recorded when it ends.";
                            case null, default -> null;
                        }));
    }

    private Wanted wanted(String kind, String practice, String when, String sort) {
        return new Wanted(
                kind, practice, when.equals(NOW) ? LondonTime.today(clock) : null, ORDERS.contains(sort) ? sort : null);
    }

    /** The address of the page of something shared. */
    static String path(Visit visit, UUID id) {
        return visit.base() + "/capabilities/" + id + "/";
    }
}
