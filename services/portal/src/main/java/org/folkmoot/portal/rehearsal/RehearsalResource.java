package org.folkmoot.portal.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.portal.ballot.Result;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.Forms;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.service.Ballots;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What would these votes give under these rules? */
@Path("/{ics}/rehearsal/")
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
@Produces(MediaType.TEXT_HTML)
class RehearsalResource {

    private static final Map<String, Field> FIELDS =
            Map.of("votes", new Field("voters", "The votes"), "electorate", new Field("voters", "The voters"));

    @CheckedTemplate(basePath = "rehearsal")
    static class Templates {
        static native TemplateInstance rehearsal(Frame frame, RehearsalView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Ballots ballots;
    private final ObjectMapper json;

    RehearsalResource(Visitor visitor, Frames frames, Forms forms, Ballots ballots, ObjectMapper json) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.ballots = ballots;
        this.json = json;
    }

    /**
     * An example, or a ballot without its votes.
     *
     * @param ballot the ballot whose rules and electorate it begins with; null for the example
     */
    @GET
    public TemplateInstance begin(@RestQuery @Nullable UUID ballot, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        Entered start = ballot == null
                ? RehearsalForm.usual()
                : RehearsalForm.of(
                        ballots.ballot(visit, ballot).orPage(),
                        ballots.electorate(visit, ballot).orPage());
        return page(visit, forms.shown(visit, visit.base() + PortalPage.REHEARSAL.example(), draft, start), null);
    }

    /** Nothing is made, so the answer is the page itself with what would follow. */
    @POST
    public Response rehearse() {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        var rehearsal = new RehearsalForm(entered);
        FormErrors errors = rehearsal.mistakes();
        if (errors.any()) {
            return FormAnswer.again(page(visit, Form.again(entered, errors), null));
        }
        Map<String, Object> file = rehearsal.file();
        return switch (ballots.rehearse(visit, file)) {
            case Reply.Given<JsonNode>(JsonNode declaration, var tag, var location) -> {
                ObjectNode whole = json.valueToTree(file);
                whole.set("declaration", declaration);
                yield FormAnswer.again(page(visit, Form.of(entered), Result.of(rehearsal.rule(), whole, List.of())));
            }
            case Reply.Refused<JsonNode>(Problem problem)
            when FormAnswer.isAboutTheForm(problem) ->
                FormAnswer.again(page(visit, Form.again(entered, FormErrors.of(problem, FIELDS)), null));
            case Reply<JsonNode> other -> {
                other.orPage();
                yield Response.serverError().build();
            }
        };
    }

    private TemplateInstance page(Visit visit, Form form, @Nullable Result result) {
        return Templates.rehearsal(
                frames.of(visit, PortalPage.REHEARSAL, "Rehearse rules"), new RehearsalView(form, result));
    }
}
