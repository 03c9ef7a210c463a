package org.folkmoot.tenancy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.folkmoot.nhs.OdsCode;

/** A service in miniature. */
@Path("/notes")
@RunOnVirtualThread
class NoteResource {

    private final EntityManager entities;
    private final Caller caller;
    private final CurrentTenant tenant;
    private final SecurityIdentity identity;

    NoteResource(EntityManager entities, Caller caller, CurrentTenant tenant, SecurityIdentity identity) {
        this.entities = entities;
        this.caller = caller;
        this.tenant = tenant;
        this.identity = identity;
    }

    @PUT
    @Path("{id}")
    @RolesAllowed({Roles.ICS_ADMIN, Roles.PLATFORM_OPERATOR})
    public void put(UUID id, String words) {
        QuarkusTransaction.requiringNew().run(() -> entities.persist(new Note(id, words)));
    }

    @GET
    @Path("{id}")
    @Transactional
    @RolesAllowed({Roles.ICS_ADMIN, Roles.ICS_OBSERVER})
    public String get(UUID id) {
        Note note = entities.find(Note.class, id);
        if (note == null) {
            throw new NotFoundException();
        }
        return note.words();
    }

    /** Native SQL without any predicate, which Hibernate does not narrow. */
    @GET
    @Path("count")
    @Transactional
    @RolesAllowed(Roles.ICS_ADMIN)
    public long count() {
        return (Long) entities.createNativeQuery("select count(*) from note", Long.class)
                .getSingleResult();
    }

    @GET
    @Path("me")
    @RolesAllowed({Roles.ICS_ADMIN, Roles.PLATFORM_OPERATOR, Roles.PRACTICE_VOTER})
    public Map<String, Object> me() {
        return Map.of(
                "tenant",
                tenant.require().id(),
                "subject",
                caller.subject(),
                "roles",
                new TreeSet<>(caller.roles()),
                "organisations",
                caller.organisations().stream().map(OdsCode::code).sorted().toList(),
                "platform",
                caller.isPlatform());
    }

    /** What this very request asks, as the identity of whoever asks knows it. */
    @GET
    @Path("asked")
    @RolesAllowed(Roles.ICS_OBSERVER)
    public String asked() {
        RoutingContext request = identity.getAttribute(RoutingContext.class.getName());
        return request.request().getHeader("X-Asked");
    }

    @GET
    @Path("house")
    @RolesAllowed(Roles.ANYBODY_OF_AN_ICS)
    public String house() {
        return tenant.require().id();
    }

    @GET
    @Path("open")
    @PermitAll
    public String open() {
        return tenant.get().map(Tenant::id).orElse("none");
    }

    /** No annotation: refused to everybody. */
    @GET
    @Path("forgotten")
    public String forgotten() {
        return "secret";
    }
}
