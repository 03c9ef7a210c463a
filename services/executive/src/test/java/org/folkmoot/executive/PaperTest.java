package org.folkmoot.executive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.folkmoot.executive.Executive.Delegation;
import org.junit.jupiter.api.Test;

/** Packs, minutes and the action log are papers that a person would be glad to receive. */
@ExecutiveTest
class PaperTest {

    @Test
    void a_pack_has_the_agenda_each_item_and_matters_arising() throws IOException {
        // Given
        Delegation under = Executive.delegation(Map.of());
        String series = Executive.series(under.group(), "executive");
        ActionTest.assign(
                Map.of("decision", Executive.taken(under, Map.of())),
                Map.of("workingDays", 5, "title", "Write to the Trŵst"));
        String meeting = Executive.draft(series);
        List<String> items = List.of(
                item(under.group(), "Winter <b>access</b> & more", "First line.\nSecond line."),
                item(under.group(), "Premises", "Where we go."));
        Executive.put(Executive.manager(), "/meetings/" + meeting + "/agenda", Map.of("items", items))
                .then()
                .statusCode(200);
        Executive.observer().get("/meetings/" + meeting + "/pack").then().statusCode(404);
        assertThat(text(Executive.lmc(), "/meetings/" + meeting + "/pack")).contains("The agenda is a draft.");

        // When
        Executive.put(Executive.manager(), "/meetings/" + meeting + "/calling")
                .then()
                .statusCode(200);

        // Then
        try (PDDocument pack = pdf(Executive.lmc(), "/meetings/" + meeting + "/pack")) {
            assertThat(new PDFTextStripper().getText(pack))
                    .contains("Every fortnight")
                    .contains("Agenda, version 1")
                    .contains("1. Winter <b>access</b> & more", "Second line.", "2. Premises")
                    .contains("Matters arising", "Write to the Trŵst", "Dr Somebody")
                    .contains("Page 1 of " + pack.getNumberOfPages());
            assertThat(pack.getDocumentInformation().getTitle()).isEqualTo("Every fortnight");
            assertThat(pack.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(pack.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pack.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(pack.getDocumentCatalog().getDocumentOutline().children())
                    .extracting("title")
                    .contains("Agenda", "2. Premises", "Matters arising");
            for (var font : pack.getPage(0).getResources().getFontNames()) {
                assertThat(pack.getPage(0).getResources().getFont(font).isEmbedded())
                        .isTrue();
            }
        }
        assertThat(text(Executive.observer(), "/meetings/" + meeting + "/pack"))
                .contains("Premises")
                .doesNotContain("Dr Somebody", "Matters arising");
        Executive.as("qr1", "executive-manager", "QR1")
                .get("/meetings/" + meeting + "/pack")
                .then()
                .statusCode(404);
    }

    @Test
    void minutes_say_what_was_said_decided_and_who_does_what() throws IOException {
        // Given
        Delegation under = Executive.delegation(Map.of());
        String meeting = Executive.inSession(Executive.series(under.group(), "executive"));
        Executive.lmc().get("/meetings/" + meeting + "/minutes").then().statusCode(404);
        String decision = Executive.taken(
                under,
                Map.of("meeting", meeting, "money", "1200.00", "months", 6, "consultation", "Patients were asked."));
        Executive.decide(
                        Executive.manager(),
                        under,
                        Map.of("meeting", meeting, "title", "Move the clinic", "subject", "Premises"))
                .then()
                .statusCode(409);
        ActionTest.assign(Map.of("decision", decision), Map.of("workingDays", 5));
        Executive.put(
                        Executive.lmc(),
                        "/meetings/" + meeting + "/closing",
                        Map.of("minutes", "We met.\nIt was short.", "dealtWith", List.of()))
                .then()
                .statusCode(200);

        // When, Then
        assertThat(text(Executive.lmc(), "/meetings/" + meeting + "/minutes"))
                .contains("Minutes: Every fortnight", "These minutes are not approved yet.", "It was short.")
                .contains("Extend the home visiting service", "Reason: It keeps people at home.")
                .contains("Under the power on Local enhanced services, version 1")
                .contains("It costs up to £1,200.", "It binds for 6 months.")
                .contains(
                        "Also considered: To let it end Not chosen: Beds are full.", "Consulted: Patients were asked.")
                .contains("Not covered by a power", "Move the clinic", "It was put on the group's agenda.")
                .contains("Write to the trust", "Dr Somebody");
        Executive.observer().get("/meetings/" + meeting + "/minutes").then().statusCode(404);
        Executive.put(Executive.manager(), "/meetings/" + meeting + "/minutes-approval")
                .then()
                .statusCode(200);
        assertThat(text(Executive.lmc(), "/meetings/" + meeting + "/minutes")).contains("Approved on ", " by ");
        assertThat(text(Executive.observer(), "/meetings/" + meeting + "/minutes"))
                .contains("It was short.", "Extend the home visiting service", "Approved on ")
                .doesNotContain("Dr Somebody", " by ", "Move the clinic");
    }

    @Test
    void the_action_log_is_a_paper_as_well() throws IOException {
        // Given
        Delegation under = Executive.delegation(Map.of());
        String decision = Executive.taken(under, Map.of());
        String late = ActionTest.assign(Map.of("decision", decision), Map.of("workingDays", 3));
        Executive.sql("update action set due = due - 30 where id = '" + late + "'");
        ActionTest.assign(Map.of("decision", decision), Map.of("workingDays", 3, "title", "Ring the board"));

        // When
        String log = text(Executive.manager().accept("application/pdf"), "/actions?group=" + under.group());

        // Then
        assertThat(log)
                .contains("Action log", "2 actions", "open, overdue", "Ring the board")
                .contains("Decision:", "home visiting");
        Executive.observer()
                .accept("application/pdf")
                .get("/actions")
                .then()
                .statusCode(403)
                .contentType(containsString("problem+json"));
    }

    private static String text(RequestSpecification person, String path) throws IOException {
        try (PDDocument document = pdf(person, path)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static PDDocument pdf(RequestSpecification person, String path) throws IOException {
        return Loader.loadPDF(person.get(path)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray());
    }

    private static String item(String group, String title, String words) {
        return Executive.create(
                        Executive.manager(),
                        "/groups/" + group + "/agenda-items",
                        Map.of("body", "executive", "title", title, "words", words))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
