package org.folkmoot.portal.capability;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.Forms;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Request;
import org.folkmoot.portal.service.Capabilities;
import org.folkmoot.portal.service.Capabilities.Capability;
import org.folkmoot.portal.service.Capabilities.Lease;
import org.folkmoot.portal.service.Capabilities.NewCapability;
import org.folkmoot.portal.service.Capabilities.Rotation;
import org.folkmoot.portal.service.Models;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Recording what practices share, and that it is shared no longer. */
@Path("/{ics}/capabilities/")
@RolesAllowed({Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER, Roles.ICS_ADMIN})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class CapabilityFormResource {

    private static final Map<String, Field> FIELDS = Map.ofEntries(
            Map.entry("kind", new Field("kind", "The kind")),
            Map.entry("title", new Field("title", "The name")),
            Map.entry("account", new Field("account", "How it works")),
            Map.entry("practices", new Field("practices", "A practice")),
            Map.entry("provider", new Field("provider", "Who provides it")),
            Map.entry("rotation/role", new Field("role", "The role")),
            Map.entry("rotation/wholeTimeEquivalents", new Field("posts", "How many posts")),
            Map.entry("rotation/between", new Field("between", "Where they work in turn")),
            Map.entry("lease/premises", new Field("premises", "The premises")),
            Map.entry("lease/holder", new Field("holder", "Who carries the lease")),
            Map.entry("lease/endsOn", new Field("leaseEnds-day", "The end of the lease")),
            Map.entry("from", new Field("from-day", "The first day")),
            Map.entry("until", new Field("until-day", "The last day")),
            Map.entry("reason", new Field("reason", "The reason")));

    @CheckedTemplate(basePath = "capability")
    static class Templates {
        static native TemplateInstance addCapability(Frame frame, AddCapabilityView view);

        static native TemplateInstance endCapability(Frame frame, EndCapabilityView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Capabilities capabilities;
    private final Models models;

    CapabilityFormResource(Visitor visitor, Frames frames, Forms forms, Capabilities capabilities, Models models) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.capabilities = capabilities;
        this.models = models;
    }

    @GET
    @Path("add/")
    public TemplateInstance write(@RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return addPage(
                visit, forms.shown(visit, visit.base() + PortalPage.ADD_CAPABILITY.example(), draft, Entered.NOTHING));
    }

    @POST
    @Path("add/")
    public Response share() {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        return FormAnswer.of(
                mistakes(entered),
                () -> capabilities.share(visit, capability(entered), Request.of(entered.text(Request.FIELD))),
                FIELDS,
                capability -> CapabilityResource.path(visit, capability.id()) + "?done=shared",
                mistakes -> addPage(visit, Form.again(entered, mistakes)));
    }

    @GET
    @Path("{id}/end/")
    public TemplateInstance writeEnd(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return endPage(
                visit, id, forms.shown(visit, CapabilityResource.path(visit, id) + "end/", draft, Entered.NOTHING));
    }

    @POST
    @Path("{id}/end/")
    public Response end(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        Optional<LocalDate> until = entered.day("until");
        return FormAnswer.of(
                FormErrors.NONE
                        .unless(until.isPresent(), "until-day", "The last day must be a real date, such as 31 3 2027")
                        .unless(entered.ticked("reason"), "reason", "Enter why it is shared no longer"),
                () -> capabilities.end(visit, id, until.orElseThrow(), entered.text("reason"), entered.text("tag")),
                FIELDS,
                capability -> CapabilityResource.path(visit, id) + "?done=ended",
                mistakes -> endPage(visit, id, Form.again(entered, mistakes)));
    }

    private static FormErrors mistakes(Entered entered) {
        FormErrors errors = FormErrors.NONE
                .unless(entered.ticked("kind"), "kind", "Choose what is shared")
                .unless(entered.ticked("title"), "title", "Enter what it is called")
                .unless(entered.ticked("account"), "account", "Enter how it works")
                .unless(!entered.codes("practices").isEmpty(), "practices", "Enter the ODS code of each practice")
                .unless(
                        !entered.ticked("provider") || !entered.ticked("body"),
                        "provider",
                        "Enter the ODS code of who provides it, or choose one, not both")
                .unless(
                        entered.day("from").isPresent(),
                        "from-day",
                        "The first day must be a real date, such as 1 4 2027");
        if (is(entered, CapabilityKind.ROTATION)) {
            return errors.unless(entered.ticked("role"), "role", "Enter what they are")
                    .unless(
                            entered.decimal("posts").isPresent(),
                            "posts",
                            "How many posts must be a number, such as 2.5")
                    .unless(
                            entered.lines("between").size() > 1,
                            "between",
                            "Enter at least two sectors, one on each line");
        }
        return is(entered, CapabilityKind.PREMISES)
                ? errors.unless(entered.ticked("premises"), "premises", "Enter which premises")
                        .unless(
                                entered.ticked("holder") != entered.ticked("landlord"),
                                "holder",
                                "Enter the ODS code of who carries the lease, or choose one that has none")
                        .unless(
                                entered.day("leaseEnds").isPresent() || !entered.hasDay("leaseEnds"),
                                "leaseEnds-day",
                                "The end of the lease must be a real date, such as 31 3 2030")
                : errors;
    }

    private static NewCapability capability(Entered entered) {
        String provider = entered.orNull("provider");
        return new NewCapability(
                entered.text("kind"),
                entered.text("title"),
                entered.text("account"),
                entered.codes("practices"),
                provider == null ? entered.orNull("body") : provider,
                is(entered, CapabilityKind.ROTATION)
                        ? new Rotation(
                                entered.text("role"), entered.decimal("posts").orElseThrow(), entered.lines("between"))
                        : null,
                is(entered, CapabilityKind.PREMISES)
                        ? new Lease(
                                entered.text("premises"),
                                entered.ticked("holder") ? entered.text("holder") : entered.text("landlord"),
                                entered.day("leaseEnds").orElse(null))
                        : null,
                entered.day("from").orElseThrow());
    }

    private static boolean is(Entered entered, CapabilityKind kind) {
        return entered.text("kind").equals(kind.code());
    }

    private TemplateInstance addPage(Visit visit, Form form) {
        return Templates.addCapability(
                frames.of(visit, PortalPage.ADD_CAPABILITY, "Record what practices share"),
                new AddCapabilityView(
                        CapabilityKind.plain(), models.bodies(visit).orPage(), form));
    }

    private TemplateInstance endPage(Visit visit, UUID id, Form form) {
        Reply.Given<Capability> given = capabilities.find(visit, id).given();
        return Templates.endCapability(
                frames.of(visit, PortalPage.END_CAPABILITY, "Say when it is shared no longer"),
                new EndCapabilityView(given.value(), given.tag().orElse(""), form));
    }
}
