package org.folkmoot.portal.model;

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
import org.folkmoot.portal.frame.AsAtChoice;
import org.folkmoot.portal.frame.Exports;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.service.Registry;
import org.folkmoot.portal.service.Registry.Organisation;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What a trust, or another organisation of the directory, holds on a day. */
@Path("/{ics}/organisations/{code}/links/")
@RolesAllowed(Roles.ANYBODY_OF_AN_ICS)
@RunOnVirtualThread
class OrganisationLinksResource {

    private final Visitor visitor;
    private final Panels panels;
    private final Registry registry;
    private final LinksPage page;

    OrganisationLinksResource(Visitor visitor, Panels panels, Registry registry, LinksPage page) {
        this.visitor = visitor;
        this.panels = panels;
        this.registry = registry;
        this.page = page;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance links(
            @RestPath String code,
            @RestQuery(LinksView.HELD) @DefaultValue("1") int held,
            @RestQuery(LinksView.OTHERS) @DefaultValue("1") int others,
            @RestQuery @Nullable String asAt,
            @RestQuery("asAt-day") @Nullable String day,
            @RestQuery("asAt-month") @Nullable String month,
            @RestQuery("asAt-year") @Nullable String year) {
        Visit visit = visitor.now();
        AsAtChoice choice = AsAtChoice.of(asAt, day, month, year);
        // As it is called today: what it held is asked for as at the day, and it need not have been known then.
        Loading<Organisation> organisation = panels.load(() -> registry.organisation(visit, code, null));
        return page.of(
                visit,
                PortalPage.ORGANISATION_LINKS,
                new LinksPage.Wanted(code, visit.base() + "/organisations/" + code + "/links/", choice, held, others),
                () -> LinksView.Subject.of(organisation.reply().orPage()),
                null);
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Response export(
            @RestPath String code,
            @RestQuery @Nullable String asAt,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        return page.table(visitor.now(), code, AsAtChoice.of(asAt, null, null, null), accept);
    }
}
