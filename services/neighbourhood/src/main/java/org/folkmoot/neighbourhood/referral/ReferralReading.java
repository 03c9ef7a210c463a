package org.folkmoot.neighbourhood.referral;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.folkmoot.neighbourhood.Json;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.neighbourhood.patient.SealedFields;
import org.folkmoot.neighbourhood.seal.PatientKey;
import org.folkmoot.nhs.NhsNumber;
import org.jspecify.annotations.Nullable;

/** Reads what {@link Referrals} asks for out of a row, and opens what is sealed. */
final class ReferralReading {

    private static final Base64.Decoder BASE64 = Base64.getMimeDecoder();

    private ReferralReading() {}

    /** @param key null if the patient's data were erased */
    static RowView row(ResultSet row, @Nullable PatientKey key) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new RowView(
                id,
                row.getObject("journey_id", UUID.class),
                row.getObject("patient_id", UUID.class),
                key == null ? null : key.open(SealedFields.FAMILY_NAME, row.getBytes("family_name")),
                key == null ? null : key.open(SealedFields.GIVEN_NAME, row.getBytes("given_name")),
                key == null ? null : LocalDate.parse(key.open(SealedFields.BIRTH_DATE, row.getBytes("birth_date"))),
                key == null
                        ? null
                        : NhsNumber.of(key.open(SealedFields.NHS_NUMBER, row.getBytes("nhs_number")))
                                .display(),
                row.getObject("team_id", UUID.class),
                row.getString("team_name"),
                row.getString("practice"),
                row.getString("practice_name"),
                row.getString("came_by"),
                row.getString("priority"),
                key == null ? null : key.openIfAny(ReferralRows.SERVICE + id, row.getBytes("service")),
                row.getString("state"),
                row.getObject("submitted_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getObject("days", Integer.class),
                row.getString("clock"),
                row.getString("manager"),
                row.getString("manager_name"),
                row.getBoolean("offered"),
                row.getInt("redirects"));
    }

    /** @param key null if the patient's data were erased */
    static ReferralView view(ResultSet row, Reader reader, @Nullable PatientKey key) throws SQLException {
        RowView brief = row(row, key);
        String basis = row.getString("basis");
        List<ReferralView.Handover> handovers = Json.list(row.getString("handovers"), each -> handover(each, key));
        List<JsonNode> transfers = Json.list(row.getString("transfers"), each -> each);
        var stage = new Stage(
                brief.id(),
                brief.journey(),
                brief.patient(),
                brief.team(),
                brief.practice(),
                brief.state(),
                basis,
                row.getLong("version"));
        List<JsonNode> stations = Json.list(row.getString("stations"), each -> each);
        return new ReferralView(
                brief,
                key == null ? null : key.open(ReferralRows.REASON + brief.id(), row.getBytes("reason")),
                Json.list(row.getString("criteria"), JsonNode::asText),
                agreement(row),
                basis,
                List.copyOf(mayAct(stage, reader, row, handovers, transfers)),
                row.getObject("redirected_from", UUID.class),
                successor(stations),
                clockDetail(row),
                Json.list(row.getString("pauses"), ReferralReading::pause),
                Json.list(row.getString("history"), each -> happening(each, key)),
                Json.list(row.getString("managers"), ReferralReading::manager),
                handovers.isEmpty() ? null : handovers.getFirst(),
                transfers.isEmpty() ? null : transfer(transfers.getFirst()),
                stations.stream().map(ReferralReading::station).toList());
    }

    /** What the reader may do, handovers included: these are between whoever owns the care, the lead, and who is offered it. */
    private static Set<Act> mayAct(
            Stage stage, Reader reader, ResultSet row, List<ReferralView.Handover> handovers, List<JsonNode> transfers)
            throws SQLException {
        Set<Act> acts = EnumSet.noneOf(Act.class);
        acts.addAll(Act.open(stage, reader));
        if (!stage.isOwned() || !Act.isEver(Act.OFFER_HANDOVER, stage, reader)) {
            return acts;
        }
        boolean owner = reader.subject().equals(row.getString("manager")) || row.getBoolean("leads");
        if (transfers.isEmpty()) {
            if (owner) {
                acts.add(Act.OFFER_TRANSFER);
            }
        } else if (owner || reader.subject().equals(Json.text(transfers.getFirst(), "by"))) {
            acts.add(Act.WITHDRAW_TRANSFER);
        }
        if (handovers.isEmpty()) {
            if (owner) {
                acts.add(Act.OFFER_HANDOVER);
            }
            return acts;
        }
        if (owner) {
            acts.add(Act.WITHDRAW_HANDOVER);
        }
        if (handovers.getFirst().to().equals(reader.subject())) {
            acts.add(Act.ANSWER_HANDOVER);
        }
        return acts;
    }

    private static ReferralView.@Nullable Successor successor(List<JsonNode> stations) {
        return stations.stream()
                .filter(each -> each.path("successor").asBoolean())
                .findFirst()
                .map(each -> new ReferralView.Successor(
                        each.path("visible").asBoolean() ? Json.id(each, "id") : null,
                        Json.id(each, "team"),
                        Json.text(each, "teamName")))
                .orElse(null);
    }

    private static ReferralView.@Nullable Agreement agreement(ResultSet row) throws SQLException {
        String consent = row.getString("consent");
        return consent == null
                ? null
                : new ReferralView.Agreement(
                        consent.equals("given"),
                        row.getObject("consent_on", LocalDate.class),
                        row.getString("consent_name"));
    }

    private static ReferralView.@Nullable ClockDetail clockDetail(ResultSet row) throws SQLException {
        LocalDate submitted = row.getObject("submitted_on", LocalDate.class);
        return submitted == null
                ? null
                : new ReferralView.ClockDetail(
                        submitted,
                        row.getObject("due_on", LocalDate.class),
                        row.getObject("assessed_on", LocalDate.class),
                        row.getInt("paused_days"),
                        row.getBoolean("paused"),
                        row.getInt("days"));
    }

    private static ReferralView.Pause pause(JsonNode pause) {
        return new ReferralView.Pause(
                Json.id(pause, "id"),
                Json.text(pause, "reason"),
                Json.instant(pause, "from"),
                Json.instantIfAny(pause, "until"));
    }

    private static ReferralView.Happening happening(JsonNode event, @Nullable PatientKey key) {
        return new ReferralView.Happening(
                Json.text(event, "kind"),
                Json.instant(event, "at"),
                Json.instant(event, "recordedAt"),
                Json.textIfAny(event, "code"),
                opened(event, ReferralRows.WORDS + Json.text(event, "id"), key),
                Json.text(event, "name"));
    }

    private static ReferralView.Manager manager(JsonNode manager) {
        return new ReferralView.Manager(
                Json.text(manager, "subject"),
                Json.text(manager, "name"),
                Json.instant(manager, "from"),
                Json.instantIfAny(manager, "until"));
    }

    private static ReferralView.Handover handover(JsonNode handover, @Nullable PatientKey key) {
        return new ReferralView.Handover(
                Json.id(handover, "id"),
                Json.text(handover, "from"),
                Json.text(handover, "fromName"),
                Json.text(handover, "to"),
                Json.text(handover, "toName"),
                opened(handover, CaseManagement.HANDOVER_WORDS + Json.text(handover, "id"), key),
                Json.instant(handover, "offeredAt"));
    }

    private static ReferralView.Transfer transfer(JsonNode transfer) {
        return new ReferralView.Transfer(
                Json.id(transfer, "id"),
                Json.id(transfer, "team"),
                Json.text(transfer, "teamName"),
                Json.text(transfer, "reason"),
                Json.text(transfer, "offeredName"),
                Json.instant(transfer, "offeredAt"));
    }

    private static ReferralView.Station station(JsonNode station) {
        return new ReferralView.Station(
                Json.id(station, "id"),
                Json.id(station, "team"),
                Json.text(station, "teamName"),
                Json.text(station, "state"));
    }

    private static @Nullable String opened(JsonNode element, String field, @Nullable PatientKey key) {
        String sealed = Json.textIfAny(element, "words");
        return key == null || sealed == null ? null : key.open(field, BASE64.decode(sealed));
    }
}
