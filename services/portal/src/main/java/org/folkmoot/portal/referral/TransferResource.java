package org.folkmoot.portal.referral;

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
import org.folkmoot.http.Table;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.Exports;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.Forms;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.service.Teams;
import org.folkmoot.portal.service.Teams.Member;
import org.folkmoot.portal.service.Transfers;
import org.folkmoot.portal.service.Transfers.Transfer;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.portal.term.Terms;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** People whom another team offers: the team takes them over, or does not; and those whom another did not. */
@Path("/{ics}/transfers/")
@RolesAllowed({Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class TransferResource {

    private static final String DECLINED = "declined";

    private static final Map<String, Field> FIELDS =
            Map.of("caseManager", new Field("caseManager", "The case manager"));

    private static final Table.Columns<Transfer> COLUMNS = Table.<Transfer>columns()
            .date("Offered", transfer -> LondonTime.dateOf(transfer.offeredAt()))
            .text("By", Transfer::offeredName)
            .text("From", Transfer::fromName)
            .text("To", Transfer::toName)
            .text("Why", transfer -> Terms.words(Terms.REDIRECTS, transfer.reason()))
            .text("Referral", transfer -> transfer.referral().toString());

    @CheckedTemplate(basePath = "referral")
    static class Templates {
        static native TemplateInstance transfers(Frame frame, TransfersView view);

        static native TemplateInstance transfer(Frame frame, TransferView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Transfers transfers;
    private final Teams teams;

    TransferResource(Visitor visitor, Frames frames, Forms forms, Transfers transfers, Teams teams) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.transfers = transfers;
        this.teams = teams;
    }

    @GET
    public TemplateInstance list(
            @RestQuery @Nullable String list, @RestQuery @Nullable String cursor, @RestQuery @Nullable String done) {
        Visit visit = visitor.now();
        boolean declined = DECLINED.equals(list);
        return Templates.transfers(
                frames.of(
                        visit,
                        PortalPage.TRANSFERS,
                        declined ? "People whom other teams did not take over" : "People offered by other teams"),
                new TransfersView(
                        declined,
                        switch (done) {
                            case DECLINED -> "The transfer is declined. Nothing has changed.";
                            case "withdrawn" -> "The transfer is withdrawn. Nothing has changed.";
                            case null, default -> null;
                        },
                        Listing.of(
                                transfers
                                        .list(visit, declined, cursor, Listing.ROWS)
                                        .orPage(),
                                cursor,
                                Query.of(path(visit)).with("list", declined ? DECLINED : null),
                                transfer -> transfer)));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Table<Transfer> export(@RestQuery @Nullable String list) {
        return COLUMNS.table("transfers", transfers.all(visitor.now(), DECLINED.equals(list)).orPage().stream());
    }

    @GET
    @Path("{id}/")
    public TemplateInstance transfer(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return page(visit, id, forms.shown(visit, path(visit) + id + "/", draft, Entered.NOTHING));
    }

    @POST
    @Path("{id}/")
    public Response answer(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        String tag = entered.text("tag");
        return switch (entered.text("step")) {
            case "decline" -> ended(visit, id, entered, transfers.decline(visit, id, tag), DECLINED);
            case "withdraw" -> ended(visit, id, entered, transfers.withdraw(visit, id, tag), "withdrawn");
            default -> accept(visit, id, entered);
        };
    }

    private Response accept(Visit visit, UUID id, Entered entered) {
        String manager = entered.text("caseManager");
        return FormAnswer.of(
                FormErrors.NONE.unless(!manager.isEmpty(), "caseManager", "Choose who is to own the care"),
                () -> transfers.accept(visit, id, manager, entered.text("tag")),
                FIELDS,
                accepted -> ReferralResource.path(
                                visit, UUID.fromString(accepted.path("referral").asText())) + "?done=transferred",
                mistakes -> page(visit, id, Form.again(entered, mistakes)));
    }

    private <T> Response ended(Visit visit, UUID id, Entered entered, Reply<T> reply, String done) {
        return FormAnswer.of(
                reply,
                FIELDS,
                answered -> path(visit) + "?done=" + done,
                mistakes -> page(visit, id, Form.again(entered, mistakes)));
    }

    private TemplateInstance page(Visit visit, UUID id, Form form) {
        Reply.Given<Transfer> given = transfers.transfer(visit, id).given();
        Transfer transfer = given.value();
        List<Member> members = transfer.may("accept")
                ? teams.team(visit, transfer.to()).orPage().members().stream()
                        .filter(member -> member.subject() != null)
                        .toList()
                : List.of();
        return Templates.transfer(
                frames.of(visit, PortalPage.TRANSFER, "A person offered by another team"),
                new TransferView(transfer, given.tag().orElse(""), members, form));
    }

    private static String path(Visit visit) {
        return visit.base() + PortalPage.TRANSFERS.example();
    }
}
