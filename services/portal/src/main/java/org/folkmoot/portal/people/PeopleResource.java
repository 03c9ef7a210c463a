package org.folkmoot.portal.people;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.frame.Request;
import org.folkmoot.portal.frame.RoleName;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.service.Tenants;
import org.folkmoot.portal.service.Tenants.Person;
import org.folkmoot.portal.service.Tenants.Reset;
import org.folkmoot.portal.service.Tenants.Sought;
import org.folkmoot.portal.session.Drafts;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Looking after the people of an ICS. */
@Path("/{ics}/people/")
@RolesAllowed(Roles.ICS_ADMIN)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class PeopleResource {

    /** The orders of a list other than that of user names. */
    private static final Set<String> ORDERS = Set.of("name", "newest");

    private static final Map<String, Field> REASON = Map.of("reason", new Field("reason", "The reason"));

    @CheckedTemplate(basePath = "people")
    static class Templates {
        static native TemplateInstance people(Frame frame, PeopleView view);

        static native TemplateInstance addPerson(Frame frame, AddPersonView view);

        static native TemplateInstance person(Frame frame, PersonView view);

        static native TemplateInstance disable(Frame frame, PersonView view);

        static native TemplateInstance reset(Frame frame, PersonView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Tenants tenants;
    private final Drafts drafts;

    PeopleResource(Visitor visitor, Frames frames, Tenants tenants, Drafts drafts) {
        this.visitor = visitor;
        this.frames = frames;
        this.tenants = tenants;
        this.drafts = drafts;
    }

    @GET
    public TemplateInstance people(
            @RestQuery @Nullable String q,
            @RestQuery @Nullable String role,
            @RestQuery @DefaultValue("") String sort,
            @RestQuery @Nullable String cursor) {
        Visit visit = visitor.now();
        Sought sought = sought(q, role, sort);
        Query asked = Query.of(visit.base() + PortalPage.PEOPLE.example())
                .with("q", q)
                .with("role", role)
                .with("sort", sought.sort());
        Page<Person> page = tenants.people(visit, sought, cursor, Listing.ROWS).orPage();
        return Templates.people(
                frames.of(visit, PortalPage.PEOPLE, "People"),
                new PeopleView(
                        q == null ? "" : q,
                        role == null ? "" : role,
                        sought.sort(),
                        RoleName.ofAnIcs(),
                        Listing.of(page, cursor, asked, person -> PeopleView.Row.of(visit.base(), person))));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Response export(
            @RestQuery @Nullable String q,
            @RestQuery @Nullable String role,
            @RestQuery @DefaultValue("") String sort,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        return Exports.answer(tenants.peopleTable(visitor.now(), sought(q, role, sort), Exports.type(accept)));
    }

    private static Sought sought(@Nullable String q, @Nullable String role, String sort) {
        return new Sought(q, role, ORDERS.contains(sort) ? sort : null);
    }

    @GET
    @Path("add/")
    public TemplateInstance add(@RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        Optional<PersonForm> kept = kept(visit, "add/", draft).map(PersonForm::of);
        return addForm(visit, kept.orElse(PersonForm.EMPTY), FormErrors.NONE, kept.isPresent());
    }

    @POST
    @Path("add/")
    public Response add(
            @RestForm @DefaultValue("") String firstName,
            @RestForm @DefaultValue("") String lastName,
            @RestForm @DefaultValue("") String mail,
            @RestForm @Nullable List<String> roles,
            @RestForm @DefaultValue("") String organisations,
            @RestForm @DefaultValue("") String request) {
        Visit visit = visitor.now();
        var form = new PersonForm(firstName, lastName, mail, roles == null ? List.of() : roles, organisations);
        FormErrors mistakes = form.mistakes();
        if (mistakes.any()) {
            return FormAnswer.again(addForm(visit, form, mistakes, false));
        }
        return switch (tenants.add(visit, form.details(), Request.of(request))) {
            case Reply.Given<JsonNode> given ->
                see(visit, given.location().map(PeopleResource::lastSegment).orElse("") + "/?done=added");
            case Reply.Refused<JsonNode>(Problem problem)
            when isAboutTheForm(problem) -> FormAnswer.again(addForm(visit, form, PersonForm.mistakes(problem), false));
            case Reply<JsonNode> other -> {
                other.orPage();
                yield Response.serverError().build();
            }
        };
    }

    @GET
    @Path("{id}/")
    public TemplateInstance person(
            @RestPath UUID id, @RestQuery @Nullable String draft, @RestQuery @Nullable String done) {
        Visit visit = visitor.now();
        Reply.Given<Person> given = tenants.person(visit, id).given();
        Optional<PersonForm> kept = kept(visit, id + "/", draft).map(PersonForm::of);
        return personPage(visit, given, kept, FormErrors.NONE, done(done));
    }

    @POST
    @Path("{id}/")
    public Response change(
            @RestPath UUID id,
            @RestForm @DefaultValue("") String firstName,
            @RestForm @DefaultValue("") String lastName,
            @RestForm @DefaultValue("") String mail,
            @RestForm @Nullable List<String> roles,
            @RestForm @DefaultValue("") String organisations,
            @RestForm @DefaultValue("") String tag) {
        Visit visit = visitor.now();
        var form = new PersonForm(firstName, lastName, mail, roles == null ? List.of() : roles, organisations);
        FormErrors mistakes = form.mistakes();
        if (mistakes.any()) {
            return FormAnswer.again(
                    personPage(visit, tenants.person(visit, id).given(), Optional.of(form), mistakes, null));
        }
        return switch (tenants.change(visit, id, form.details(), tag)) {
            case Reply.Given<Person> given -> see(visit, id + "/?done=changed");
            case Reply.Refused<Person>(Problem problem)
            when isAboutTheForm(problem) ->
                FormAnswer.again(personPage(
                        visit,
                        tenants.person(visit, id).given(),
                        Optional.of(form),
                        problem.status() == 412
                                ? FormErrors.of(
                                        null,
                                        "Somebody changed this person after you looked. Check what is entered, and save"
                                                + " it again if it is still right")
                                : PersonForm.mistakes(problem),
                        null));
            case Reply<Person> other -> {
                other.orPage();
                yield Response.serverError().build();
            }
        };
    }

    @GET
    @Path("{id}/disable/")
    public TemplateInstance confirmDisable(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return disablePage(visit, id, reason(visit, id, "disable", draft), FormErrors.NONE);
    }

    @POST
    @Path("{id}/disable/")
    public Response disable(
            @RestPath UUID id, @RestForm @DefaultValue("") String reason, @RestForm @DefaultValue("") String tag) {
        return enable(id, false, reason, tag);
    }

    @POST
    @Path("{id}/enable/")
    public Response enable(@RestPath UUID id, @RestForm @DefaultValue("") String tag) {
        return enable(id, true, "Enabled again in the portal", tag);
    }

    /** A form that came late leads here, where there is nothing but the way back. */
    @GET
    @Path("{id}/enable/")
    public Response back(@RestPath UUID id) {
        return see(visitor.now(), id + "/");
    }

    @GET
    @Path("{id}/reset/")
    public TemplateInstance confirmReset(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return resetPage(visit, id, reason(visit, id, "reset", draft), null, FormErrors.NONE);
    }

    /** Answers with the page itself: a temporary password must not stand in an address. */
    @POST
    @Path("{id}/reset/")
    public Response reset(
            @RestPath UUID id, @RestForm @DefaultValue("") String reason, @RestForm @Nullable String secondFactor) {
        Visit visit = visitor.now();
        if (reason.isBlank()) {
            return FormAnswer.again(resetPage(visit, id, reason, null, FormErrors.of("reason", "Enter the reason")));
        }
        return switch (tenants.reset(visit, id, reason.strip(), secondFactor != null)) {
            case Reply.Given<Reset>(Reset reset, var tag, var location) ->
                Response.ok(resetPage(visit, id, reason, reset, FormErrors.NONE))
                        .build();
            case Reply.Refused<Reset>(Problem problem)
            when isAboutTheForm(problem) ->
                FormAnswer.again(resetPage(visit, id, reason, null, FormErrors.of(problem, REASON)));
            case Reply<Reset> other -> {
                other.orPage();
                yield Response.serverError().build();
            }
        };
    }

    private Response enable(UUID id, boolean enabled, String reason, String tag) {
        Visit visit = visitor.now();
        if (reason.isBlank()) {
            return FormAnswer.again(disablePage(visit, id, reason, FormErrors.of("reason", "Enter the reason")));
        }
        return switch (tenants.enable(visit, id, enabled, reason.strip(), tag)) {
            case Reply.Given<Person> given -> see(visit, id + "/?done=" + (enabled ? "enabled" : "disabled"));
            case Reply.Refused<Person>(Problem problem)
            when isAboutTheForm(problem) ->
                enabled
                        ? FormAnswer.again(personPage(
                                visit,
                                tenants.person(visit, id).given(),
                                Optional.empty(),
                                FormErrors.of(problem, REASON),
                                null))
                        : FormAnswer.again(disablePage(visit, id, reason, FormErrors.of(problem, REASON)));
            case Reply<Person> other -> {
                other.orPage();
                yield Response.serverError().build();
            }
        };
    }

    private TemplateInstance addForm(Visit visit, PersonForm form, FormErrors errors, boolean restored) {
        return Templates.addPerson(
                frames.of(visit, PortalPage.ADD_PERSON, "Add a person"),
                new AddPersonView(form, Request.fresh(), errors, restored));
    }

    private TemplateInstance personPage(
            Visit visit,
            Reply.Given<Person> given,
            Optional<PersonForm> entered,
            FormErrors errors,
            @Nullable String done) {
        Person person = given.value();
        return Templates.person(
                frames.of(visit, PortalPage.PERSON, person.fullName()),
                new PersonView(
                        person,
                        given.tag().orElse(""),
                        entered.orElseGet(() -> PersonForm.of(person)),
                        "",
                        null,
                        done,
                        errors,
                        entered.isPresent() && !errors.any()));
    }

    private TemplateInstance disablePage(Visit visit, UUID id, String reason, FormErrors errors) {
        return Templates.disable(
                frames.of(visit, PortalPage.DISABLE_PERSON, "Disable an account"),
                view(visit, id, reason, null, errors));
    }

    private TemplateInstance resetPage(Visit visit, UUID id, String reason, @Nullable Reset reset, FormErrors errors) {
        return Templates.reset(
                frames.of(visit, PortalPage.RESET_PERSON, "A new way in"), view(visit, id, reason, reset, errors));
    }

    private PersonView view(Visit visit, UUID id, String reason, @Nullable Reset reset, FormErrors errors) {
        Reply.Given<Person> given = tenants.person(visit, id).given();
        return new PersonView(
                given.value(),
                given.tag().orElse(""),
                PersonForm.of(given.value()),
                reason,
                reset,
                null,
                errors,
                false);
    }

    private Optional<Map<String, List<String>>> kept(Visit visit, String path, @Nullable String draft) {
        return Optional.ofNullable(draft).flatMap(name -> drafts.of(visit, visit.base() + "/people/" + path, name));
    }

    private String reason(Visit visit, UUID id, String step, @Nullable String draft) {
        return kept(visit, id + "/" + step + "/", draft)
                .map(fields -> fields.getOrDefault("reason", List.of("")).getFirst())
                .orElse("");
    }

    /** What the administrator can do something about; the rest is a page of its own. */
    private static boolean isAboutTheForm(Problem problem) {
        return problem.status() == 400 || problem.status() == 409 || problem.status() == 412 || problem.status() == 422;
    }

    private static Response see(Visit visit, String path) {
        return Response.seeOther(URI.create(visit.base() + "/people/" + path)).build();
    }

    private static @Nullable String done(@Nullable String done) {
        return switch (done) {
            case "added" -> "The person is added. Give them a way in: they have no password yet.";
            case "changed" -> "The changes are saved. They take effect within five minutes.";
            case "disabled" -> "The account is disabled. The person is signed out everywhere.";
            case "enabled" -> "The account is enabled again.";
            case "calendar-revoked" -> "The address of their calendar leads nowhere any more.";
            case null, default -> null;
        };
    }

    private static String lastSegment(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
